using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Governance.Infrastructure.Dashboards;

/// <summary>
/// Adds the changes of cases up in the tallies, every second. Figures are right without it, for readers take what is not added up yet as well;
/// it keeps that little. Several instances of the portal may run one each: they take turns. See docs/decisions/0022.
/// </summary>
public sealed class TallyFolder(DatabaseConnection connection, TimeProvider time, ILogger<TallyFolder> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Adds up what there is.</summary>
    /// <returns>How many changes there were; 0 also while another instance is at it.</returns>
    public static async Task<long> FoldAsync(NpgsqlDataSource database, CancellationToken ct = default)
    {
        await using var command = database.CreateCommand("select fold_case_tallies()");
        command.CommandTimeout = 0;
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var round = new WorkerRound(logger, "tallies", time);
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await round.RunAsync(() => FoldAsync(connection.DataSource, stoppingToken));
    }
}
