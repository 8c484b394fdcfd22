using Governance.Application.Platform;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Platform;

/// <summary>
/// Takes the steps that time takes. Every instance of the portal runs one; a step is taken once, because taking asks fresh data again.
/// What fell due while no instance ran is taken after the next start.
/// </summary>
public sealed partial class TimedStepWorker(TimedSteps steps, TimeProvider time, ILogger<TimedStepWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var round = new WorkerRound(logger, "steps that are due", time);
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await round.RunAsync(async () =>
            {
                if (await steps.RunAsync(stoppingToken) is var taken and > 0)
                    LogTaken(taken);
            });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Took {Taken} steps that were due")]
    private partial void LogTaken(int taken);
}
