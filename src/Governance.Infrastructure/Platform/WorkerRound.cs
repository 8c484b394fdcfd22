using Governance.Infrastructure.Persistence;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Platform;

/// <summary>
/// One round of work beside the pages. The portal serves on whatever happens in it: the fault is logged, and the next round finds what this
/// one left.
/// </summary>
internal static partial class WorkerRound
{
    /// <summary>Runs it.</summary>
    /// <param name="logger">Log of the worker.</param>
    /// <param name="work">What waits when it fails, for the log.</param>
    /// <param name="round">The work; that the portal stops goes through.</param>
    public static async Task RunAsync(ILogger logger, string work, Func<Task> round)
    {
        try
        {
            await round();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (StorageFaults.IsUnavailable(fault))
                LogAway(logger, work, fault.Message);
            else
                LogFault(logger, work, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away; {Work} wait: {Reason}")]
    private static partial void LogAway(ILogger logger, string work, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round failed; {Work} wait")]
    private static partial void LogFault(ILogger logger, string work, Exception fault);
}
