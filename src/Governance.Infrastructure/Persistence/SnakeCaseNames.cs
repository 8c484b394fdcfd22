using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Governance.Infrastructure.Persistence;

/// <summary>Gives tables, columns, keys and indexes the snake_case names that psql users expect.</summary>
public static class SnakeCaseNames
{
    /// <summary>Renames everything that has not been named in snake_case already.</summary>
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table)
                entity.SetTableName(Convert(table.Replace("AspNet", "", StringComparison.Ordinal)));
            foreach (var property in entity.GetProperties())
                // The row version is PostgreSQL's own system column.
                property.SetColumnName(property.ClrType == typeof(uint) && property.IsConcurrencyToken
                    ? "xmin"
                    : Convert(property.GetColumnName(StoreObjectIdentifier.Table(entity.GetTableName() ?? "", entity.GetSchema())) ?? property.Name));
            foreach (var key in entity.GetKeys())
                key.SetName(Convert(key.GetName() ?? "").Replace("_asp_net", "", StringComparison.Ordinal));
            foreach (var key in entity.GetForeignKeys())
                key.SetConstraintName(Convert(key.GetConstraintName() ?? "").Replace("_asp_net", "", StringComparison.Ordinal));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Convert(index.GetDatabaseName() ?? "").Replace("_asp_net", "", StringComparison.Ordinal));
        }
    }

    private static string Convert(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var upper = char.IsUpper(name[i]);
            var wordStarts = upper && i > 0 && name[i - 1] != '_' &&
                (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (wordStarts)
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
