using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Governance.Infrastructure.Persistence;

/// <summary>Brings a database to the newest schema, one process at a time.</summary>
public sealed class DatabaseMigrator(IDbContextFactory<GovernanceDbContext> contexts, DatabaseConnection connection)
{
    // Any fixed number: processes that migrate the same database meet on it.
    private const long LockKey = 0x60_7E_A2_CE;

    /// <summary>Applies what is missing and returns the names of the applied migrations, oldest first.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct = default)
    {
        await using var lockHolder = new NpgsqlConnection(connection.ConnectionString);
        await lockHolder.OpenAsync(ct);
        // Another process may be at it for long.
        await using (var take = new NpgsqlCommand($"select pg_advisory_lock({LockKey})", lockHolder) { CommandTimeout = 0 })
            await take.ExecuteNonQueryAsync(ct);

        // A pooled session would keep the lock: give it back by name, whatever happens.
        try
        {
            return await ApplyAsync(ct);
        }
        finally
        {
            await using var release = new NpgsqlCommand($"select pg_advisory_unlock({LockKey})", lockHolder);
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        // Asked for first: reading it where it is missing would write two alarming errors to the log of every first start.
        await context.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);
        var pending = (await context.Database.GetPendingMigrationsAsync(ct)).ToList();
        // An index on ten million cases takes its time.
        context.Database.SetCommandTimeout(TimeSpan.Zero);
        if (pending.Count > 0)
            await context.Database.MigrateAsync(ct);
        return pending;
    }
}
