using Governance.Infrastructure.Persistence;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Platform;

/// <summary>
/// The rounds of a worker beside the pages. The portal serves on whatever happens in one: the fault is logged, and the next round finds what
/// this one left. A fault that stays is told once and then every minute, however often the worker comes round, and so is its end.
/// </summary>
/// <param name="logger">Log of the worker.</param>
/// <param name="work">What waits when a round fails, for the log.</param>
/// <param name="time">Counts the minute.</param>
internal sealed partial class WorkerRound(ILogger logger, string work, TimeProvider time)
{
    /// <summary>How long a fault that stays is not told again.</summary>
    public static readonly TimeSpan TellAgain = TimeSpan.FromMinutes(1);

    private Type? _fault;
    private DateTimeOffset _since;
    private DateTimeOffset _toldAt;

    /// <summary>Runs one round; only that the portal stops goes through.</summary>
    public async Task RunAsync(Func<Task> round)
    {
        try
        {
            await round();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Tell(fault);
            return;
        }
        if (_fault is null)
            return;
        var away = time.GetUtcNow() - _since;
        LogWorksAgain(logger, work, away);
        _fault = null;
    }

    private void Tell(Exception fault)
    {
        var isAway = StorageFaults.IsUnavailable(fault);
        // A server that goes and comes is refused, cut and not ready in turn: all of it is one fault.
        var kind = isAway ? typeof(StorageFaults) : fault.GetType();
        var now = time.GetUtcNow();
        if (kind == _fault && now - _toldAt < TellAgain)
            return;
        _since = _fault is null ? now : _since;
        (_fault, _toldAt) = (kind, now);
        if (isAway)
            LogAway(logger, work, fault.Message);
        else
            LogFault(logger, work, fault);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away; {Work} wait: {Reason}")]
    private static partial void LogAway(ILogger logger, string work, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round failed; {Work} wait")]
    private static partial void LogFault(ILogger logger, string work, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Work} go on after {Away}")]
    private static partial void LogWorksAgain(ILogger logger, string work, TimeSpan away);
}
