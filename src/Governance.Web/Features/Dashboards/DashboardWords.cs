using System.Globalization;
using Governance.Application.Dashboards;
using Governance.Domain.Organisation;

namespace Governance.Web.Features.Dashboards;

/// <summary>How the figures of the leader's page are said.</summary>
public static class DashboardWords
{
    /// <summary>Title of the page of an area.</summary>
    public static string Title(DashboardView view) => view.Area.Level == DivisionLevel.City ? "全市态势" : $"{view.AreaName}态势";

    /// <summary>The periods offered by name.</summary>
    public static IReadOnlyList<(string Name, DashboardPeriod Period)> Periods(DateOnly today) =>
    [
        ("本月", DashboardPeriod.MonthOf(today)), ("本年", DashboardPeriod.YearOf(today)),
        ("近 12 个月", DashboardPeriod.TwelveMonthsTo(today)), ("全部", DashboardPeriod.All),
    ];

    /// <summary>按期办结率 in words.</summary>
    public static string Rate(CaseTally tally) => Rate(tally, DashboardRate.OnTime);

    /// <summary>A rate with one decimal; a dash while there is nothing to divide by. Never rounded up to 100 % or down to nothing.</summary>
    public static string Rate(CaseTally tally, DashboardRate rate)
    {
        if (tally.Of(rate) is not { } share)
            return "—";
        var percent = Math.Round(share * 100, 1, MidpointRounding.AwayFromZero);
        if (percent >= 100 && share < 1)
            percent = 99.9;
        if (percent <= 0 && share > 0)
            percent = 0.1;
        return percent.ToString("0.0", CultureInfo.InvariantCulture) + "%";
    }

    /// <summary>Change against the year before: <c>同比 +6.1%</c>, or <c>上年同期没有登记</c>.</summary>
    public static string Change(int now, int before) => before == 0
        ? "上年同期没有登记"
        : "同比 " + (100.0 * (now - before) / before).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>Shade of a tile, 0 for none to 5 for the largest.</summary>
    public static int Shade(int number, int largest) =>
        number == 0 || largest == 0 ? 0 : Math.Clamp((int)Math.Ceiling(5.0 * number / largest), 1, 5);

    /// <summary>The largest lines in a sentence for screen readers, e.g. <c>最多的是环境保护 312 件</c>.</summary>
    public static string Largest(IReadOnlyList<DashboardLine> lines)
    {
        var named = lines.Where(l => l.Tally.Registered > 0).OrderByDescending(l => l.Tally.Registered).Take(3)
            .Select(l => $"{l.Name} {l.Tally.Registered} 件").ToList();
        return named.Count == 0 ? "没有案件。" : $"最多的是{string.Join('、', named)}。数字见下方数据表。";
    }
}
