using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Persistence;

/// <summary>
/// Writes a failed statement into the log, in place of EF, which calls every failure an error: a lost race is none, the work runs again
/// on fresh data. Who still loses hears it as a refusal or, after the last attempt, as a fault that its catcher logs.
/// </summary>
public sealed partial class FailedStatementLog(ILogger<FailedStatementLog> logger) : DbCommandInterceptor
{
    /// <inheritdoc />
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Write(command, eventData);

    /// <inheritdoc />
    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Write(command, eventData);
        return Task.CompletedTask;
    }

    private void Write(DbCommand command, CommandErrorEventData failed)
    {
        if (StorageFaults.IsLostRace(failed.Exception))
            LogLostRace(failed.Exception);
        else
            LogFailed(failed.Exception, failed.Duration.TotalMilliseconds, command.CommandText);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A statement failed because somebody was faster")]
    private partial void LogLostRace(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "A statement failed after {Milliseconds:0} ms: {Statement}")]
    private partial void LogFailed(Exception fault, double milliseconds, string statement);
}
