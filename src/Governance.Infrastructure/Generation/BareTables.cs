using Npgsql;

namespace Governance.Infrastructure.Generation;

/// <summary>
/// Takes indexes and references off tables before a big load and puts them back after it, all in the session's transaction: building an
/// index once is many times faster than growing it row by row. Primary keys stay.
/// </summary>
internal sealed class BareTables
{
    private readonly IReadOnlyList<string> _restore;

    private BareTables(IReadOnlyList<string> restore) => _restore = restore;

    /// <summary>Takes them off.</summary>
    public static async Task<BareTables> StripAsync(NpgsqlConnection session, IReadOnlyList<string> tables, CancellationToken ct)
    {
        // References before the indexes they rest on; restored the other way round.
        var references = await PairsAsync(session, """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
              format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])
            """, tables, ct);
        var indexes = await PairsAsync(session, """
            select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
            from pg_index i where i.indrelid = any($1::regclass[]) and not i.indisprimary
            """, tables, ct);
        foreach (var (drop, _) in references.Concat(indexes))
            await RunAsync(session, drop, ct);
        return new BareTables([.. indexes.Concat(references).Select(pair => pair.Restore)]);
    }

    /// <summary>Puts them back.</summary>
    public async Task RestoreAsync(NpgsqlConnection session, CancellationToken ct)
    {
        await RunAsync(session, "set local maintenance_work_mem = '1GB'", ct);
        foreach (var statement in _restore)
            await RunAsync(session, statement, ct);
    }

    private static async Task<List<(string Drop, string Restore)>> PairsAsync(
        NpgsqlConnection session, string sql, IReadOnlyList<string> tables, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, session);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. tables] });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var pairs = new List<(string, string)>();
        while (await reader.ReadAsync(ct))
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        return pairs;
    }

    // The statements come from the catalogue of the database itself.
    private static async Task RunAsync(NpgsqlConnection session, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
