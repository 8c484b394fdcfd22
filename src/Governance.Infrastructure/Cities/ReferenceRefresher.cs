using Governance.Application.Platform;
using Governance.Infrastructure.Deadlines;
using Governance.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Cities;

/// <summary>Lets a running portal notice divisions and calendar days that an operator imported beside it, and has the deadlines counted again.</summary>
public sealed partial class ReferenceRefresher(ReferenceData reference, DeadlineRefresh deadlines, TimeProvider time, ILogger<ReferenceRefresher> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        var wasAway = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await reference.RefreshAsync(stoppingToken);
                await deadlines.RunAsync(stoppingToken);
                wasAway = false;
            }
            catch (Exception fault) when (fault is StorageUnavailableException || StorageFaults.IsUnavailable(fault))
            {
                // Said once: the portal works on with what it knows until the database is back.
                if (!wasAway)
                    LogAway(fault);
                wasAway = true;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away; divisions and calendar stay as they are known")]
    private partial void LogAway(Exception fault);
}
