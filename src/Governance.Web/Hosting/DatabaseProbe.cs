using Governance.Infrastructure.Persistence;
using Npgsql;

namespace Governance.Web.Hosting;

/// <summary>
/// Asks the database whether it answers. One question is on its way at a time, whoever asks: probes of a database that hangs must not
/// use up its connections.
/// </summary>
public sealed class DatabaseProbe(DatabaseConnection connection)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private const int CommandSeconds = 5;

    private readonly Lock _lock = new();
    private Task<bool> _question = Task.FromResult(false);

    /// <summary>True when it answers within two seconds.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        Task<bool> question;
        lock (_lock)
        {
            if (_question.IsCompleted) _question = Task.Run(AskAsync, CancellationToken.None);
            question = _question;
        }
        try
        {
            return await question.WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task<bool> AskAsync()
    {
        try
        {
            await using var command = connection.DataSource.CreateCommand("select 1");
            command.CommandTimeout = CommandSeconds;
            await command.ExecuteScalarAsync();
            return true;
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            // The answer is how the fault is told; a probe every few seconds must not fill the log.
            return false;
        }
    }
}
