using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Ordinances;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Cities;

/// <summary>办理时限 and what else the city pack decides, for people who check it.</summary>
public sealed class CitySettingsService(IReferenceData reference, TimeProvider time)
{
    /// <summary>The arrangement of the next year is published in November; a missing year is worth a word from then on.</summary>
    private const int MonthOfAnnouncement = 11;

    /// <summary>The settings in use.</summary>
    public Result<CitySettings> Read(Actor actor)
    {
        if (!actor.May(Permission.ReadSettings))
            return new PlatformErrors.NotPermitted();
        var pack = reference.Pack;
        var years = Years(pack);
        return new CitySettings
        {
            Profile = pack.Profile,
            Limits =
            [
                .. pack.TimeLimits.OrderBy(r => r.Stage).ThenBy(r => r.Area?.Value ?? "", StringComparer.Ordinal).ThenBy(r => r.Category ?? "", StringComparer.Ordinal).ThenBy(r => r.Urgency ?? 0)
                    .Select(rule => Line(pack, rule)),
            ],
            Thresholds = pack.Contents.Thresholds,
            Years = years,
            CalendarWarning = Warning(years, time.GetUtcNow().ChinaDay()),
            Divisions =
            [
                .. pack.Profile.LevelNames.OrderBy(l => l.Key).Where(l => l.Key > DivisionLevel.City)
                    .Select(level => new LevelCount(level.Value, pack.Divisions.Count(d => d.Level == level.Key))),
            ],
            Bodies = pack.Bodies.Count,
            TopCategories = pack.Categories.Count(c => !c.IsLeaf),
            LeafCategories = pack.Categories.Count(c => c.IsLeaf),
            Keywords = pack.Contents.Keywords.Count,
            DeadlineGround = pack.FindGround(GroundKeys.CaseDeadline),
        };
    }

    private static TimeLimitLine Line(CityPack pack, TimeLimitRule rule) => new(
        rule,
        rule.Stage.DisplayName(),
        rule.Area is { } area ? pack.PlaceName(area) : "全市",
        rule.Category is { } category ? pack.CategoryName(category) : "全部类别",
        rule.Urgency?.DisplayName() ?? "不限",
        new TimeLimit(rule.Id, rule.Value, rule.Unit, "").DisplayText,
        rule.Law.Trim('《', '》') == pack.Profile.Ordinance.Title ? ArticleNumber(rule.Article) : null);

    private static int? ArticleNumber(string article) =>
        article is ['第', .. var numeral, '条'] && ChineseNumeral.TryParse(numeral, out var number) ? number : null;

    private static List<CalendarYear> Years(CityPack pack) =>
    [
        .. pack.Calendar.GroupBy(d => d.Date.Year).OrderBy(g => g.Key).Select(year => new CalendarYear(
            year.Key, year.Count(), year.Count(d => d.IsWorkday),
            year.Count(d => d.Kind == CalendarDayKind.Holiday), year.Count(d => d.Kind == CalendarDayKind.SwapWorkday))),
    ];

    private static string? Warning(List<CalendarYear> years, DateOnly today)
    {
        var needed = today.Month >= MonthOfAnnouncement ? new[] { today.Year, today.Year + 1 } : [today.Year];
        var missing = needed.Where(year => years.Find(y => y.Year == year) is not { IsComplete: true }).ToList();
        return missing.Count == 0
            ? null
            : $"工作日历缺少 {string.Join("、", missing)} 年的放假安排，落在其中的期限暂按周一至周五推算。国务院公布后，请系统管理员导入工作日历。";
    }
}
