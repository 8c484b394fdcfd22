using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Governance.IntegrationTests.Support;

/// <summary>One statement as it was sent.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Parameters">Copies of its parameters.</param>
public sealed record SentStatement(string Text, IReadOnlyList<NpgsqlParameter> Parameters);

/// <summary>Listens to what EF sends to the database, for each flow of a test on its own.</summary>
public sealed class SqlRecorder : DbCommandInterceptor
{
    private readonly AsyncLocal<List<SentStatement>?> _heard = new();

    /// <summary>Called before each statement, so that a test can interfere at a chosen moment.</summary>
    public Func<string, Task>? Before { get; set; }

    /// <summary>Runs something and gives the statements it sent.</summary>
    public async Task<IReadOnlyList<SentStatement>> HearAsync(Func<Task> act)
    {
        var heard = new List<SentStatement>();
        _heard.Value = heard;
        try
        {
            await act();
        }
        finally
        {
            _heard.Value = null;
        }
        return heard;
    }

    /// <inheritdoc />
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await NoteAsync(command);
        return result;
    }

    /// <inheritdoc />
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await NoteAsync(command);
        return result;
    }

    /// <inheritdoc />
    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await NoteAsync(command);
        return result;
    }

    private async Task NoteAsync(DbCommand command)
    {
        _heard.Value?.Add(new SentStatement(command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())]));
        if (Before is { } before)
            await before(command.CommandText);
    }
}
