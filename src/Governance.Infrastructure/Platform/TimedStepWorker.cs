using Governance.Application.Platform;
using Governance.Infrastructure.Persistence;
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
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await steps.RunAsync(stoppingToken) is var taken and > 0)
                    LogTaken(taken);
            }
            // The portal serves on whatever happens here; the next round tries again.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                if (StorageFaults.IsUnavailable(fault))
                    LogAway(fault.Message);
                else
                    LogFault(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Took {Taken} steps that were due")]
    private partial void LogTaken(int taken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away; steps that are due wait: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A step that was due could not be taken")]
    private partial void LogFault(Exception fault);
}
