using Governance.Application.Notifications;
using Governance.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Outbox;

/// <summary>
/// Empties the outbox. Every instance of the portal runs one: it wakes when a step was saved here, and looks from time to time for what an
/// instance left that is no more.
/// </summary>
public sealed partial class OutboxWorker(
    OutboxDrain drain, OutboxSignal signal, NotificationService notifications, TimeProvider time, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ClearAgain = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var cleared = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(LookAgain, stoppingToken);
                await drain.RunAsync(stoppingToken);
                if (time.GetUtcNow() - cleared >= ClearAgain)
                {
                    await notifications.ClearAsync(stoppingToken);
                    cleared = time.GetUtcNow();
                }
            }
            // The portal serves on whatever happens here; what was not handed on is still there in the next round.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                if (StorageFaults.IsUnavailable(fault))
                    LogAway(fault.Message);
                else
                    LogFault(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away; news of cases waits: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "News of cases could not be handed on")]
    private partial void LogFault(Exception fault);
}
