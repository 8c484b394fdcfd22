using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Persistence;

/// <summary>Stores enums as text guarded by a CHECK, so that psql users can read them and values can be retired.</summary>
public static partial class EnumText
{
    /// <summary>Maps the enum property to text with a CHECK on its names.</summary>
    public static void HasEnumText<TEntity, TEnum>(
        this EntityTypeBuilder<TEntity> builder, Expression<Func<TEntity, TEnum>> property)
        where TEntity : class
        where TEnum : struct, Enum => Map<TEntity, TEnum>(builder, builder.Property(property));

    /// <summary>The same for a property that may be empty.</summary>
    public static void HasEnumText<TEntity, TEnum>(
        this EntityTypeBuilder<TEntity> builder, Expression<Func<TEntity, TEnum?>> property)
        where TEntity : class
        where TEnum : struct, Enum => Map<TEntity, TEnum>(builder, builder.Property(property));

    private static void Map<TEntity, TEnum>(EntityTypeBuilder<TEntity> builder, PropertyBuilder property)
        where TEntity : class
        where TEnum : struct, Enum
    {
        var names = Enum.GetNames<TEnum>();
        var mapped = property.HasConversion<string>().HasMaxLength(Math.Max(24, names.Max(n => n.Length))).UseCollation("C");
        var column = WordStart().Replace(mapped.Metadata.Name, "_$0").ToLowerInvariant();
        var list = string.Join(", ", names.Select(n => $"'{n}'"));
        builder.ToTable(t => t.HasCheckConstraint($"ck_{builder.Metadata.ShortName()}_{column}".ToLowerInvariant(), $"{column} in ({list})"));
    }

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
