using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Governance.Infrastructure.Imports;

/// <summary>
/// Writes entities by binary COPY with the columns, converters and types of the EF model, so that a column added to an entity is
/// written here without a change. Columns that the database derives are left out.
/// </summary>
internal sealed class EntityCopy<TEntity>
    where TEntity : class
{
    private readonly IReadOnlyList<Column> _columns;

    public EntityCopy(IModel model)
    {
        var entity = model.FindEntityType(typeof(TEntity))
            ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is not mapped.");
        _columns = [.. Columns(entity, instance => instance)];
        ColumnList = string.Join(", ", _columns.Select(c => c.Name));
    }

    /// <summary>The written columns, separated by commas.</summary>
    public string ColumnList { get; }

    /// <summary>Copies the entities into a staging table that has these columns.</summary>
    public async Task WriteAsync(NpgsqlConnection session, string table, IEnumerable<TEntity> entities, CancellationToken ct)
    {
        await using var copy = await session.BeginBinaryImportAsync($"copy {table} ({ColumnList}) from stdin (format binary)", ct);
        foreach (var entity in entities)
        {
            await copy.StartRowAsync(ct);
            foreach (var column in _columns)
            {
                if (column.Read(entity) is { } value)
                    await copy.WriteAsync(value, column.Type, ct);
                else
                    await copy.WriteNullAsync(ct);
            }
        }
        await copy.CompleteAsync(ct);
    }

    private static IEnumerable<Column> Columns(ITypeBase type, Func<object, object?> owner)
    {
        foreach (var property in type.GetProperties().Where(p => p.GetComputedColumnSql() is null && !IsRowVersion(p)))
        {
            var mapping = property.GetRelationalTypeMapping();
            var value = property.GetGetter();
            var convert = mapping.Converter?.ConvertToProvider;
            yield return new Column(property.GetColumnName(), mapping.StoreTypeNameBase, instance =>
            {
                var clear = owner(instance) is { } holder ? value.GetClrValue(holder) : null;
                return clear is null || convert is null ? clear : convert(clear);
            });
        }
        foreach (var complex in type.GetComplexProperties())
        {
            var holder = complex.GetGetter();
            foreach (var column in Columns(complex.ComplexType, instance => owner(instance) is { } o ? holder.GetClrValue(o) : null))
                yield return column;
        }
    }

    private static bool IsRowVersion(IProperty property) => property.IsConcurrencyToken && property.ValueGenerated == ValueGenerated.OnAddOrUpdate;

    private sealed record Column(string Name, string Type, Func<object, object?> Read);
}
