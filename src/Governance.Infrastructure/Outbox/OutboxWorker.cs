using Governance.Application.Notifications;
using Governance.Infrastructure.Platform;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Outbox;

/// <summary>
/// Empties the outbox. Every instance of the portal runs one: it wakes when a step was saved here, and looks from time to time for what an
/// instance left that is no more.
/// </summary>
public sealed class OutboxWorker(
    OutboxDrain drain, OutboxSignal signal, NotificationService notifications, TimeProvider time, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    // Single news is handed on at once, a burst together: the statements of a round cost the same for one case as for a hundred.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ClearAgain = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var round = new WorkerRound(logger, "news of cases and submissions", time);
        var (cleared, told) = (DateTimeOffset.MinValue, 0L);
        while (!stoppingToken.IsCancellationRequested)
            await round.RunAsync(async () =>
            {
                if (await signal.WaitAsync(LookAgain, stoppingToken) && Gather - time.GetElapsedTime(told) is var rest && rest > TimeSpan.Zero)
                    await Task.Delay(rest, stoppingToken);
                await drain.RunAsync(stoppingToken);
                told = time.GetTimestamp();
                if (time.GetUtcNow() - cleared >= ClearAgain)
                {
                    await notifications.ClearAsync(stoppingToken);
                    cleared = time.GetUtcNow();
                }
            });
    }
}
