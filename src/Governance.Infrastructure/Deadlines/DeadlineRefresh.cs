using Governance.Application.Deadlines;
using Governance.Infrastructure.Cities;
using Governance.Infrastructure.Persistence;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Governance.Infrastructure.Deadlines;

/// <summary>
/// Has the deadlines counted again once after each change of the calendar, whichever process made it: the import beside the portal, the
/// portal when it notices, or the next start. One process at a time does it; what was interrupted is taken up again.
/// </summary>
public sealed partial class DeadlineRefresh(
    DatabaseConnection connection, ReferenceStore store, ReferenceData reference, DeadlineRecount recount, ILogger<DeadlineRefresh> logger)
{
    private const string Why = "工作日历有新增或更正，期限重新计算。";

    // Any fixed number: processes that would count at the same time meet on it.
    private const long LockKey = 0x60_7E_C1_0C;

    /// <summary>Counts when the calendar is newer than the last count.</summary>
    /// <returns>What was done; null when nothing was to do, or somebody else is at it.</returns>
    public async Task<RecountReport?> RunAsync(CancellationToken ct = default)
    {
        if (await store.ReadCountedVersionAsync(ct) == await store.ReadVersionAsync(ct))
            return null;
        await using var session = await connection.DataSource.OpenConnectionAsync(ct);
        if (!await AskAsync(session, $"select pg_try_advisory_lock({LockKey})", ct))
            return null;
        try
        {
            await reference.RefreshAsync(ct);
            var version = reference.Version;
            var report = await recount.RunAsync(Why, ct);
            await store.NoteCountedVersionAsync(version, ct);
            if (report.Changed > 0)
                LogCounted(report.Open, report.Changed);
            return report;
        }
        finally
        {
            await AskAsync(session, $"select pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    private static async Task<bool> AskAsync(NpgsqlConnection session, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, session);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Counted the deadlines of {Open} open cases again, {Changed} changed")]
    private partial void LogCounted(int open, int changed);
}
