using Governance.Application.Imports;
using Governance.Application.Platform;
using Governance.Application.Supervision;
using Governance.Domain.Cases;
using Governance.Domain.Leads;
using Governance.Domain.Platform;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Governance.Infrastructure.Imports;

/// <summary>
/// Writes cases by COPY, all pieces in one transaction. Nobody else gives source keys and bulk writers take turns, so what was new when it was
/// looked up is new when it is written.
/// </summary>
public sealed class CaseBulkWriter(IDbContextFactory<GovernanceDbContext> contexts, DatabaseConnection connection, ThresholdClock clocks, TimeProvider time) : ICaseBulkWriter
{
    private const int PieceSize = 5000;

    // Any fixed number: bulk writers meet on it and take turns, so that neither spends numbers on what the other is writing.
    private const long LockKey = 0x60_7E_B0_1C;

    private readonly CaseNumberBlocks _numbers = new(connection);

    /// <inheritdoc />
    public async Task<BulkWriteResult> WriteAsync(
        Actor actor, IEnumerable<CaseSeed> seeds, Func<int, AuditRecord> audit, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        var tables = await TablesAsync(ct);
        await using var session = await connection.DataSource.OpenConnectionAsync(ct);
        await using var transaction = await session.BeginTransactionAsync(ct);
        await ExecuteAsync(session, $"select pg_advisory_xact_lock({LockKey})", ct);

        var (added, rows, done) = (0, 0, 0);
        foreach (var piece in seeds.Chunk(PieceSize))
        {
            var written = await WritePieceAsync(session, tables, piece, ct);
            added += written.Cases;
            rows += written.Cases + written.Steps;
            done += piece.Length;
            progress?.Report(done);
        }
        if (added > 0)
            await AuditSql.WriteAsync(session, AuditEntry.Create(actor, audit(added), time.GetUtcNow()), ct);
        // Here, for an import need not have a portal running beside it that would do it.
        await ExecuteAsync(session, "select fold_case_tallies()", ct);
        await transaction.CommitAsync(ct);
        return new BulkWriteResult(added, done - added, rows);
    }

    private async Task<(int Cases, int Steps)> WritePieceAsync(NpgsqlConnection session, Tables tables, CaseSeed[] piece, CancellationToken ct)
    {
        var fresh = await WithoutKnownAsync(session, piece, ct);
        if (fresh.Count == 0)
            return (0, 0);
        var numbers = await _numbers.ReserveAsync(fresh, ct);
        // The database keeps microseconds.
        var now = new DateTimeOffset(time.GetUtcNow().Ticks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        var cases = new List<Case>(fresh.Count);
        // Each is built while the database takes in those before it.
        await tables.Cases.WriteAsync(session, "cases", Build(), ct);
        await tables.Steps.WriteAsync(session, "case_steps", cases.SelectMany(c => c.Steps), ct);
        await tables.Parties.WriteAsync(session, "lead_parties", cases.SelectMany(c => c.Parties), ct);
        return (cases.Count, cases.Sum(c => c.Steps.Count));

        IEnumerable<Case> Build()
        {
            foreach (var (seed, number) in fresh.Zip(numbers))
            {
                var built = seed.Build(number);
                // Nobody is urged for what lies in the past of a file.
                built.NoteWatched(now);
                clocks.Wind(built);
                cases.Add(built);
                yield return built;
            }
        }
    }

    private static async Task<IReadOnlyList<CaseSeed>> WithoutKnownAsync(NpgsqlConnection session, CaseSeed[] piece, CancellationToken ct)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("select source_key from cases where source_key = any($1)", session);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. piece.Select(seed => seed.SourceKey)] });
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct))
                known.Add(reader.GetString(0));
        // The same key twice in one piece counts as known the second time.
        return [.. piece.Where(seed => known.Add(seed.SourceKey))];
    }

    private async Task<Tables> TablesAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var model = context.Model;
        return new Tables(new EntityCopy<Case>(model), new EntityCopy<CaseStep>(model), new EntityCopy<LeadParty>(model));
    }

    private static async Task ExecuteAsync(NpgsqlConnection session, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record Tables(EntityCopy<Case> Cases, EntityCopy<CaseStep> Steps, EntityCopy<LeadParty> Parties);
}
