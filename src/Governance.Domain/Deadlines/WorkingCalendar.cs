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
    /// office closing of the last day; limits in hours run on the clock.
    /// </summary>
    public Deadline Count(TimeLimit limit, DateTimeOffset start)
    {
        start = start.ToUniversalTime();
        if (limit.Unit == TimeLimitUnit.Hour)
            return new Deadline(limit, start, start.AddHours(limit.Value), [], [], false);

        var counted = new List<DateOnly>(limit.Value);
        var skipped = new List<DateOnly>();
        var estimated = false;
        for (var day = start.ChinaDay().AddDays(1); counted.Count < limit.Value; day = day.AddDays(1))
        {
            if (limit.Unit == TimeLimitUnit.WorkingDay)
                estimated |= !Covers(day);
            if (limit.Unit == TimeLimitUnit.CalendarDay || IsWorkingDay(day))
                counted.Add(day);
            else
                skipped.Add(day);
        }
        return new Deadline(limit, start, ChinaTime.At(counted[^1], Hours.End), counted, skipped, estimated);
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
