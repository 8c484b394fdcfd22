using Governance.Infrastructure.Platform;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Webhooks;

/// <summary>Sends messages to other systems, beside everything else: a receiver that is slow delays only its own.</summary>
public sealed class WebhookWorker(WebhookDispatch dispatch, TimeProvider time, ILogger<WebhookWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ClearAgain = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var round = new WorkerRound(logger, "messages to other systems", time);
        var cleared = DateTimeOffset.MinValue;
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await round.RunAsync(async () =>
            {
                await dispatch.RunAsync(stoppingToken);
                if (time.GetUtcNow() - cleared >= ClearAgain)
                {
                    await dispatch.ClearAsync(stoppingToken);
                    cleared = time.GetUtcNow();
                }
            });
    }
}
