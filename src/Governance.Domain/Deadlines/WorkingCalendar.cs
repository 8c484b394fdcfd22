using Governance.Domain.Cities;
using Governance.Domain.Common;

namespace Governance.Domain.Deadlines;

/// <summary>
/// Which days are worked: the State Council's yearly arrangement with holidays and swap days (调休). Days it does not cover are taken
/// as Monday to Friday and the result says so.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, bool> _days;

    /// <summary>Builds a calendar from known days.</summary>
    /// <param name="days">True for a day that is worked.</param>
    /// <param name="hours">Office hours.</param>
    public WorkingCalendar(IEnumerable<KeyValuePair<DateOnly, bool>> days, OfficeHours hours)
    {
        _days = new Dictionary<DateOnly, bool>(days);
        Hours = hours;
    }

    /// <summary>Office hours.</summary>
    public OfficeHours Hours { get; }

    /// <summary>True when the arrangement for that day is known.</summary>
    public bool Covers(DateOnly day) => _days.ContainsKey(day);

    /// <summary>True when that day is worked.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        _days.TryGetValue(day, out var worked) ? worked : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The first working day after <paramref name="day"/>.</summary>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        do
            day = day.AddDays(1);
        while (!IsWorkingDay(day));
        return day;
    }

    /// <summary>
    /// Counts a limit from a moment. Limits in days begin on the day after (for working days: the next working day) and end at
    /// office closing of the last day; a day counts when the clock runs at its closing. Limits in hours run on the clock, those in
    /// working hours within office hours.
    /// </summary>
    /// <param name="limit">The limit.</param>
    /// <param name="start">When it started.</param>
    /// <param name="running">When the clock ran, with an open end; null for all the time since the start.</param>
    public Deadline Count(TimeLimit limit, DateTimeOffset start, RunningTime? running = null)
    {
        start = start.ToUniversalTime();
        running ??= RunningTime.Since(start);
        return limit.Unit switch
        {
            TimeLimitUnit.Hour => CountHours(limit, start, running),
            TimeLimitUnit.WorkingHour => CountWorkingHours(limit, start, running),
            _ => CountDays(limit, start, running),
        };
    }

    /// <summary>Counts several limits one after the other: a limit and what it was extended by.</summary>
    public Deadline Count(IReadOnlyList<TimeLimit> limits, DateTimeOffset start, RunningTime running)
    {
        var whole = Count(limits[0], start, running);
        foreach (var extension in limits.Skip(1))
            whole = whole.Then(Count(extension, whole.DueAt, running));
        return whole;
    }

    private Deadline CountDays(TimeLimit limit, DateTimeOffset start, RunningTime running)
    {
        var (counted, skipped, paused) = (new List<DateOnly>(limit.Value), new List<DateOnly>(), new List<DateOnly>());
        var estimated = false;
        for (var day = start.ChinaDay().AddDays(1); counted.Count < limit.Value; day = day.AddDays(1))
        {
            if (limit.Unit == TimeLimitUnit.WorkingDay)
                estimated |= !Covers(day);
            if (limit.Unit == TimeLimitUnit.WorkingDay && !IsWorkingDay(day))
                skipped.Add(day);
            else
                (running.RunsAt(ChinaTime.At(day, Hours.End)) ? counted : paused).Add(day);
        }
        return new Deadline(limit, start, ChinaTime.At(counted[^1], Hours.End), counted, skipped, estimated) { PausedDays = paused };
    }

    private static Deadline CountHours(TimeLimit limit, DateTimeOffset start, RunningTime running)
    {
        var left = TimeSpan.FromHours(limit.Value);
        foreach (var span in running.Spans.Where(s => s.To > start))
        {
            var from = span.From > start ? span.From : start;
            if (span.To - from >= left)
                return new Deadline(limit, start, from + left, [], [], false);
            left -= span.To - from;
        }
        throw new InvalidOperationException("A clock that has stopped for good has no end.");
    }

    private Deadline CountWorkingHours(TimeLimit limit, DateTimeOffset start, RunningTime running)
    {
        var left = TimeSpan.FromHours(limit.Value);
        var skipped = new List<DateOnly>();
        var estimated = false;
        for (var day = start.ChinaDay(); ; day = day.AddDays(1))
        {
            estimated |= !Covers(day);
            if (!IsWorkingDay(day))
            {
                skipped.Add(day);
                continue;
            }
            foreach (var (from, to) in WorkedOn(day, start, running))
            {
                if (to - from >= left)
                    return new Deadline(limit, start, from + left, [], skipped, estimated);
                left -= to - from;
            }
        }
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> WorkedOn(DateOnly day, DateTimeOffset start, RunningTime running) =>
        from window in Hours.Windows
        let opens = ChinaTime.At(day, window.From)
        let closes = ChinaTime.At(day, window.To)
        from span in running.Spans
        let first = Latest(opens, Latest(span.From, start))
        let last = closes < span.To ? closes : span.To
        where first < last
        select (first, last);

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>How much of a unit had gone by at a moment: whole days for limits in days, hours with minutes for limits in hours.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="start">When the clock started; limits in days begin on the day after.</param>
    /// <param name="running">When it ran.</param>
    /// <param name="until">The moment.</param>
    public double Consumed(TimeLimitUnit unit, DateTimeOffset start, RunningTime running, DateTimeOffset until)
    {
        running = RunningTime.Of(running.Spans.Select(s => s with { To = s.To < until ? s.To : until }));
        if (unit == TimeLimitUnit.Hour)
            return running.Spans.Sum(s => (s.To - Latest(s.From, start)).TotalHours is var hours and > 0 ? hours : 0);
        var consumed = 0.0;
        for (var day = start.ChinaDay(); day <= until.ChinaDay(); day = day.AddDays(1))
            consumed += unit switch
            {
                TimeLimitUnit.WorkingHour => IsWorkingDay(day) ? WorkedOn(day, start, running).Sum(w => (w.To - w.From).TotalHours) : 0,
                TimeLimitUnit.WorkingDay when !IsWorkingDay(day) => 0,
                _ => day > start.ChinaDay() && running.RunsAt(ChinaTime.At(day, Hours.End)) ? 1 : 0,
            };
        return consumed;
    }

    /// <summary>
    /// Working days from one day to a later one, the first not counted, the last counted: 0 on the same day, 1 from Monday to Tuesday.
    /// Negative when <paramref name="to"/> is earlier.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -WorkingDaysBetween(to, from);
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorkingDay(day))
                days++;
        return days;
    }

    /// <summary>The latest moment that still counts as 'about to expire' (即将到期): closing time of the next working day.</summary>
    public DateTimeOffset DueSoonUntil(DateTimeOffset now) => ChinaTime.At(NextWorkingDay(now.ChinaDay()), Hours.End);
}
