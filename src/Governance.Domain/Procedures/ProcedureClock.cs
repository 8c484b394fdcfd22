using Governance.Domain.Common;
using Governance.Domain.Deadlines;

namespace Governance.Domain.Procedures;

/// <summary>
/// Counts the limits of procedures: the first day does not count (民事诉讼法第八十五条), months end on the same day or the last of the month,
/// and where the rule says so a last day without work moves to the next working day.
/// </summary>
public static class ProcedureClock
{
    /// <summary>The end of a limit that begins on a day: closing time of its last day; null while its value is not known.</summary>
    public static DateTimeOffset? Count(ProcedureLimitRule limit, DateOnly start, WorkingCalendar calendar) =>
        limit.Value is { } value ? End(LastDay(value, limit.Unit, limit.MovesToWorkingDay, start, calendar), calendar) : null;

    /// <summary>The latest end that an extension of a running limit may have; null when the rule sets none.</summary>
    public static DateTimeOffset? CountLongest(ProcedureLimitRule limit, DateTimeOffset due, WorkingCalendar calendar) =>
        limit.ExtensionValue is { } more ? End(LastDay(more, limit.Unit, limit.MovesToWorkingDay, due.ChinaDay(), calendar), calendar) : null;

    /// <summary>Closing time of a day.</summary>
    public static DateTimeOffset End(DateOnly day, WorkingCalendar calendar) => ChinaTime.At(day, calendar.Hours.End);

    private static DateOnly LastDay(int value, ProcedureLimitUnit unit, bool moves, DateOnly start, WorkingCalendar calendar)
    {
        var last = start;
        switch (unit)
        {
            case ProcedureLimitUnit.WorkingDay:
                for (var counted = 0; counted < value; counted++)
                    last = calendar.NextWorkingDay(last);
                return last;
            case ProcedureLimitUnit.CalendarDay:
                last = start.AddDays(value);
                break;
            case ProcedureLimitUnit.Month:
                last = start.AddMonths(value);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(unit), unit, null);
        }
        return moves && !calendar.IsWorkingDay(last) ? calendar.NextWorkingDay(last) : last;
    }
}
