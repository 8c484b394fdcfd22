using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Governance.IntegrationTests.Support;

/// <summary>Keeps every log line with its exception, to look for what must not be there.</summary>
public sealed class LogKeeper : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>The lines so far.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Keeper(_lines, categoryName);

    /// <inheritdoc />
    public void Dispose() => _lines.Clear();

    private sealed class Keeper(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception}");
    }
}
