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
    private readonly string _columnList;

    public EntityCopy(IModel model)
    {
        var entity = model.FindEntityType(typeof(TEntity))
            ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is not mapped.");
        _columns = [.. Columns(entity, instance => instance)];
        _columnList = string.Join(", ", _columns.Select(c => c.Name));
    }

    /// <summary>Copies the entities into their table; they are read while the database takes in those before.</summary>
    public async Task WriteAsync(NpgsqlConnection session, string table, IEnumerable<TEntity> entities, CancellationToken ct)
    {
        await using var copy = await session.BeginBinaryImportAsync($"copy {table} ({_columnList}) from stdin (format binary)", ct);
        // Whoever builds an index meanwhile keeps it waiting for as long as that takes.
        copy.Timeout = Timeout.InfiniteTimeSpan;
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
