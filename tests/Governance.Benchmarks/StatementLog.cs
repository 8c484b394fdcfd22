using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Governance.Benchmarks;

/// <summary>One statement as EF sent it.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Parameters">Copies of its parameters.</param>
/// <param name="Duration">How long EF waited for it.</param>
internal sealed record LoggedStatement(string Text, IReadOnlyList<NpgsqlParameter> Parameters, TimeSpan Duration);

/// <summary>Listens to what EF sends, while asked to.</summary>
internal sealed class StatementLog : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];
    private List<LoggedStatement>? _heard;

    public StatementLog() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>Runs something and gives the statements it sent.</summary>
    public async Task<IReadOnlyList<LoggedStatement>> HearAsync(Func<Task> act)
    {
        var heard = _heard = [];
        await act();
        _heard = null;
        return heard;
    }

    /// <inheritdoc />
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _subscriptions.Add(value.Subscribe(this));
    }

    /// <inheritdoc />
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (_heard is { } heard && value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData sent)
            heard.Add(new LoggedStatement(
                sent.Command.CommandText, [.. sent.Command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())], sent.Duration));
    }

    /// <inheritdoc />
    public void OnCompleted()
    {
    }

    /// <inheritdoc />
    public void OnError(Exception error)
    {
    }

    /// <inheritdoc />
    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
