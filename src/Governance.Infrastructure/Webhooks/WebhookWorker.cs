using Governance.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Webhooks;

/// <summary>Sends messages to other systems, beside everything else: a receiver that is slow delays only its own.</summary>
public sealed partial class WebhookWorker(WebhookDispatch dispatch, TimeProvider time, ILogger<WebhookWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ClearAgain = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var cleared = DateTimeOffset.MinValue;
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await dispatch.RunAsync(stoppingToken);
                if (time.GetUtcNow() - cleared >= ClearAgain)
                {
                    await dispatch.ClearAsync(stoppingToken);
                    cleared = time.GetUtcNow();
                }
            }
            // The portal serves on whatever happens here; what was not sent is still there in the next round.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                if (StorageFaults.IsUnavailable(fault))
                    LogAway(fault.Message);
                else
                    LogFault(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away; messages to other systems wait: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages to other systems could not be sent")]
    private partial void LogFault(Exception fault);
}
