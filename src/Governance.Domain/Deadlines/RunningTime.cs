namespace Governance.Domain.Deadlines;

/// <summary>A stretch of time, from a moment up to and including another.</summary>
/// <param name="From">Begin, UTC.</param>
/// <param name="To">End, UTC; <see cref="DateTimeOffset.MaxValue"/> while it goes on.</param>
public readonly record struct ClockSpan(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>A stretch that goes on.</summary>
    public static ClockSpan Since(DateTimeOffset from) => new(from, DateTimeOffset.MaxValue);
}

/// <summary>
/// When a clock ran: stretches in order, none touching another's inside. Deadlines are always counted from these and the calendar, never
/// moved by hand, so that pauses, second visits of a step and a corrected calendar cannot contradict each other.
/// </summary>
public sealed class RunningTime
{
    private RunningTime(IReadOnlyList<ClockSpan> spans) => Spans = spans;

    /// <summary>The stretches, the earliest first.</summary>
    public IReadOnlyList<ClockSpan> Spans { get; }

    /// <summary>A clock that runs from a moment on.</summary>
    public static RunningTime Since(DateTimeOffset start) => new([ClockSpan.Since(start)]);

    /// <summary>A clock that ran in these stretches, given in order.</summary>
    public static RunningTime Of(IEnumerable<ClockSpan> spans) => new([.. spans.Where(s => s.From < s.To)]);

    /// <summary>The same without pauses.</summary>
    public RunningTime Without(IEnumerable<ClockSpan> pauses) => Of(pauses.OrderBy(p => p.From).Aggregate(
        Spans.AsEnumerable(),
        (running, pause) => running.SelectMany(span => Cut(span, pause)).ToList()));

    /// <summary>True when the clock runs at that moment; a clock stopped at five still ran at five.</summary>
    public bool RunsAt(DateTimeOffset moment) => Spans.Any(s => s.From < moment && moment <= s.To);

    private static IEnumerable<ClockSpan> Cut(ClockSpan span, ClockSpan pause) => pause.To <= span.From || span.To <= pause.From
        ? [span]
        : new[] { span with { To = pause.From }, span with { From = pause.To } }.Where(s => s.From < s.To);
}
