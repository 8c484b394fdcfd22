using System.Net.Sockets;
using Governance.Infrastructure.Platform;
using Microsoft.Extensions.Logging;

namespace Governance.UnitTests.Platform;

public sealed class WorkerRoundTests
{
    private readonly Clock _clock = new();
    private readonly Lines _lines = new();
    private readonly WorkerRound _round;

    public WorkerRoundTests() => _round = new WorkerRound(_lines, "tallies", _clock);

    [Fact]
    public async Task A_database_that_is_away_is_told_of_at_once_and_then_every_minute()
    {
        for (var second = 0; second < 150; second++)
            await FailAsync(second % 2 == 0 ? new SocketException() : new TimeoutException());

        _lines.Told.ShouldBe([LogLevel.Warning, LogLevel.Warning, LogLevel.Warning]);
    }

    [Fact]
    public async Task Its_return_is_told_once_with_how_long_it_was_away()
    {
        await RunAsync();
        for (var second = 0; second < 90; second++)
            await FailAsync(new SocketException());
        await RunAsync();
        await RunAsync();

        _lines.Told.ShouldBe([LogLevel.Warning, LogLevel.Warning, LogLevel.Information]);
        _lines.Last.ShouldBe("tallies go on after 00:01:30");
    }

    [Fact]
    public async Task After_its_return_a_new_fault_is_told_of_at_once()
    {
        await FailAsync(new SocketException());
        await RunAsync();
        await FailAsync(new SocketException());

        _lines.Told.ShouldBe([LogLevel.Warning, LogLevel.Information, LogLevel.Warning]);
    }

    [Fact]
    public async Task Another_fault_is_not_hidden_by_one_that_stays()
    {
        await FailAsync(new SocketException());
        await FailAsync(new InvalidOperationException());
        await FailAsync(new InvalidOperationException());
        await FailAsync(new FormatException());

        _lines.Told.ShouldBe([LogLevel.Warning, LogLevel.Error, LogLevel.Error]);
    }

    [Fact]
    public async Task That_the_portal_stops_is_no_fault()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => _round.RunAsync(() => throw new OperationCanceledException()));

        _lines.Told.ShouldBeEmpty();
    }

    private async Task FailAsync(Exception fault)
    {
        await _round.RunAsync(() => throw fault);
        _clock.Now += TimeSpan.FromSeconds(1);
    }

    private Task RunAsync() => _round.RunAsync(() => Task.CompletedTask);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Lines : ILogger
    {
        public List<LogLevel> Told { get; } = [];

        public string Last { get; private set; } = "";

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Told.Add(logLevel);
            Last = formatter(state, exception);
        }
    }
}
