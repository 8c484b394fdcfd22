using System.Globalization;

namespace Governance.Application.Dashboards;

/// <summary>Days of registration that a page counts, in China, both ends included; null leaves an end open.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record DashboardPeriod(DateOnly? From, DateOnly? To)
{
    /// <summary>全部.</summary>
    public static DashboardPeriod All { get; } = new(null, null);

    /// <summary>本月, to its last day.</summary>
    public static DashboardPeriod MonthOf(DateOnly today) => new(FirstOfMonth(today), LastOfMonth(today));

    /// <summary>本年, to its last day.</summary>
    public static DashboardPeriod YearOf(DateOnly today) => new(new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 12, 31));

    /// <summary>近 12 个月: this month and the eleven before.</summary>
    public static DashboardPeriod TwelveMonthsTo(DateOnly today) => new(FirstOfMonth(today).AddMonths(-11), LastOfMonth(today));

    /// <summary>The same days with the earlier end first.</summary>
    public DashboardPeriod Ordered => From > To ? new DashboardPeriod(To, From) : this;

    /// <summary>
    /// The same days a year before, as far as this period has gone by; null when it is open at its start, has not begun, or lies
    /// before anything could be compared.
    /// </summary>
    public DashboardPeriod? YearBefore(DateOnly today)
    {
        if (From is not { } from || from > today || from.Year <= 1)
            return null;
        var end = To is { } to && to < today ? to : today;
        // February: the last day of a month answers the last day.
        var endBefore = end == LastOfMonth(end) ? LastOfMonth(FirstOfMonth(end).AddYears(-1)) : end.AddYears(-1);
        return new DashboardPeriod(from.AddYears(-1), endBefore);
    }

    /// <summary>E.g. <c>2026-01-01 至 2026-12-31</c>.</summary>
    public string DisplayText => (From, To) switch
    {
        (null, null) => "全部时间",
        ({ } from, null) => $"{Day(from)} 起",
        (null, { } to) => $"至 {Day(to)}",
        ({ } from, { } to) => $"{Day(from)} 至 {Day(to)}",
    };

    /// <summary>First day of the month.</summary>
    public static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly LastOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
