using Governance.Domain.Cities;

namespace Governance.Infrastructure.Cities;

/// <summary>Reads <c>calendar.csv</c>.</summary>
internal static class CalendarFile
{
    /// <summary>The days without gaps, in order.</summary>
    public static IReadOnlyList<CalendarDay> Read(PackFiles files)
    {
        var days = new List<CalendarDay>();
        foreach (var row in files.Rows("calendar.csv", "date", "is_workday", "kind", "name"))
        {
            if (row.Date("date") is not { } date)
                continue;
            var isWorkday = row.Int("is_workday", 0, 1) == 1;
            if (row.Enum<CalendarDayKind>("kind") is not { } kind)
                continue;
            if (isWorkday != kind is CalendarDayKind.Workday or CalendarDayKind.SwapWorkday)
                row.Refuse($"is_workday 与 kind 不符：{row["kind"]}");
            if (days.Count > 0 && date != days[^1].Date.AddDays(1))
                row.Refuse(date <= days[^1].Date ? $"日期重复或倒序：{date:yyyy-MM-dd}" : $"日期不连续：{days[^1].Date:yyyy-MM-dd} 之后缺日");
            days.Add(new CalendarDay(date, isWorkday, kind, row["name"]));
        }

        return days;
    }
}
