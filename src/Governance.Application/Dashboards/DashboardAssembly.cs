using System.Globalization;
using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;

namespace Governance.Application.Dashboards;

/// <summary>Puts names, order and the lists behind them to the counted figures.</summary>
internal static class DashboardAssembly
{
    /// <summary>More columns than these nobody can tell apart.</summary>
    private const int MostMonths = 36;

    public static DashboardView Make(
        CityPack pack, AreaCode scope, AreaCode area, DashboardPeriod period, DashboardPeriod? before, DashboardCounts counts, DateTimeOffset now)
    {
        var all = new CaseListCriteria { Area = area, From = period.From, To = period.To, MattersOnly = true };
        var months = Months(period, all, counts, now.ChinaDay());
        var isByYear = months.Count > MostMonths;
        var total = counts.Lines.Where(l => l.Group == TallyGroup.Category).Aggregate(CaseTally.None, (sum, line) => sum + line.Tally);
        return new DashboardView
        {
            Area = area,
            AreaName = pack.FindDivision(area)!.Name,
            Above = [.. Above(pack, scope, area)],
            PartsName = area.Level == DivisionLevel.Village ? null : pack.Profile.LevelNames[area.Level + 1],
            Period = period,
            AsOf = now,
            Total = new DashboardLine(area.Value, "合计", total, all),
            Before = before,
            RegisteredBefore = counts.RegisteredBefore,
            DueSoon = counts.Standing.Sum(s => s.DueSoon),
            Overdue = counts.Standing.Sum(s => s.Overdue),
            Areas = area.Level == DivisionLevel.Village ? [] : Areas(pack, area, all, counts),
            Categories = Categories(pack, all, counts),
            Departments = Departments(pack, all, counts),
            Times = isByYear ? Years(period, all, months) : months,
            IsByYear = isByYear,
            Channels = Channels(all, counts),
        };
    }

    private static IEnumerable<Division> Above(CityPack pack, AreaCode scope, AreaCode area) =>
        Enumerable.Range((int)DivisionLevel.City, Math.Max(0, area.Level - DivisionLevel.City))
            .Select(level => area.AncestorAt((DivisionLevel)level))
            .Where(scope.Contains)
            .Select(pack.FindDivision)
            .OfType<Division>();

    private static List<DashboardArea> Areas(CityPack pack, AreaCode area, CaseListCriteria all, DashboardCounts counts)
    {
        var tallies = Tallies(counts, TallyGroup.Area).ToDictionary(l => Code(l.Key), l => l.Tally);
        var standing = counts.Standing.ToDictionary(s => Code(s.AreaDigits));
        var tiles = pack.Profile.TileMap.ToDictionary(t => t.Area);
        return
        [
            .. pack.ChildrenOf(area).Select(d => d.Code).Union(tallies.Keys.Union(standing.Keys).Order()).Select(code =>
            {
                var division = pack.FindDivision(code);
                // A case whose place is the area itself lies in none of its parts: no list can show these alone.
                var line = code == area
                    ? new DashboardLine(code.Value, "未明确到下级", tallies.GetValueOrDefault(code, CaseTally.None), null)
                    : new DashboardLine(
                        code.Value, division?.ShortName ?? "已撤并的区划", tallies.GetValueOrDefault(code, CaseTally.None), all with { Area = code });
                var now = standing.GetValueOrDefault(code);
                return new DashboardArea(
                    code, line, now?.DueSoon ?? 0, now?.Overdue ?? 0, division?.IsStatisticsOnly ?? false, tiles.GetValueOrDefault(code));
            }),
        ];
    }

    private static IReadOnlyList<DashboardLine> Categories(CityPack pack, CaseListCriteria all, DashboardCounts counts)
    {
        var tallies = Tallies(counts, TallyGroup.Category).ToDictionary(l => l.Key, l => l.Tally);
        return
        [
            .. pack.Categories.Where(c => !c.IsLeaf).Select(c => c.Code).Union(tallies.Keys)
                .Select(code => new DashboardLine(
                    code, pack.CategoryByCode(code)?.Name ?? "已停用的类别", tallies.GetValueOrDefault(code, CaseTally.None), all with { Category = code }))
                .OrderByDescending(l => l.Tally.Registered).ThenBy(l => l.Key, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<DashboardLine> Departments(CityPack pack, CaseListCriteria all, DashboardCounts counts) =>
    [
        .. Tallies(counts, TallyGroup.Department)
            .Select(l => new DashboardLine(l.Key, pack.DepartmentName(l.Key), l.Tally, all with { Department = l.Key }))
            .OrderBy(l => l.Key.Length == 0).ThenByDescending(l => l.Tally.Registered).ThenBy(l => l.Key, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<DashboardLine> Channels(CaseListCriteria all, DashboardCounts counts)
    {
        var tallies = Tallies(counts, TallyGroup.Channel).ToDictionary(l => Enum.Parse<CaseChannel>(l.Key), l => l.Tally);
        return
        [
            .. Enum.GetValues<CaseChannel>()
                .Select(channel => new DashboardLine(
                    channel.ToString(), channel.DisplayName(), tallies.GetValueOrDefault(channel, CaseTally.None), all with { Channel = channel }))
                .OrderByDescending(l => l.Tally.Registered),
        ];
    }

    /// <summary>Every month of the period that has begun; where the period is open, from the first case to the last.</summary>
    private static List<DashboardLine> Months(DashboardPeriod period, CaseListCriteria all, DashboardCounts counts, DateOnly today)
    {
        var tallies = Tallies(counts, TallyGroup.Month)
            .ToDictionary(l => DateOnly.ParseExact(l.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture), l => l.Tally);
        if (tallies.Count == 0 && (period.From is null || period.From > today))
            return [];
        var first = period.From is { } from ? DashboardPeriod.FirstOfMonth(from) : tallies.Keys.Min();
        var last = DashboardPeriod.FirstOfMonth(period.To is { } to && to < today ? to : today);
        if (tallies.Count > 0 && (period.To is null || tallies.Keys.Max() > last))
            last = tallies.Keys.Max();
        // A period that begins long before the first case would be a page of zeros.
        if (tallies.Count > 0 && first < tallies.Keys.Min().AddYears(-1))
            first = tallies.Keys.Min();

        var months = new List<DashboardLine>();
        for (var month = first; month <= last; month = month.AddMonths(1))
        {
            var end = month.AddMonths(1).AddDays(-1);
            months.Add(new DashboardLine(
                month.ToString("yyyy-MM", CultureInfo.InvariantCulture), month.ToString("yyyy年M月", CultureInfo.InvariantCulture),
                tallies.GetValueOrDefault(month, CaseTally.None), Within(all, period, month, end)));
        }
        return months;
    }

    private static List<DashboardLine> Years(DashboardPeriod period, CaseListCriteria all, List<DashboardLine> months) =>
    [
        .. months.GroupBy(month => month.Key[..4]).Select(year =>
        {
            var number = int.Parse(year.Key, CultureInfo.InvariantCulture);
            return new DashboardLine(
                year.Key, $"{number}年", year.Aggregate(CaseTally.None, (sum, month) => sum + month.Tally),
                Within(all, period, new DateOnly(number, 1, 1), new DateOnly(number, 12, 31)));
        }),
    ];

    private static CaseListCriteria Within(CaseListCriteria all, DashboardPeriod period, DateOnly start, DateOnly end) =>
        all with { From = period.From > start ? period.From : start, To = period.To < end ? period.To : end };

    private static IEnumerable<TallyLine> Tallies(DashboardCounts counts, TallyGroup group) => counts.Lines.Where(l => l.Group == group);

    private static AreaCode Code(string digits) => AreaCode.Parse(digits.PadRight(AreaCode.Length, '0'));
}
