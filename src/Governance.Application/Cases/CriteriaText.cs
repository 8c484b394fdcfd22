using System.Globalization;
using Governance.Application.Satisfaction;
using Governance.Domain.Cases;
using Governance.Domain.Cities;

namespace Governance.Application.Cases;

/// <summary>Says a filter in words: for the audit trail, the head of an export and the title of a list.</summary>
public static class CriteriaText
{
    /// <summary>E.g. <c>本辖区案件；状态：办理中；期限：已超期</c>. The searched words are not repeated, they may name a person.</summary>
    public static string Describe(CaseListCriteria criteria, CityPack pack)
    {
        var parts = new List<string> { criteria.View.DisplayName() };
        if (criteria.State is { } state)
            parts.Add($"状态：{state.DisplayName()}");
        if (criteria.Phase is { } phase)
            parts.Add($"阶段：{phase.DisplayName()}");
        if (criteria.Timeliness is { } timeliness)
            parts.Add($"期限：{timeliness.DisplayName()}");
        if (criteria.Supervision is { } supervision)
            parts.Add(supervision.DisplayName());
        if (criteria.Clock is { } clock)
            parts.Add(clock.DisplayName());
        if (criteria.Satisfaction is { } satisfaction)
            parts.Add($"满意度：{satisfaction.DisplayName()}");
        if (criteria.Measure is { } measure)
            parts.Add($"统计口径：{measure.DisplayName()}");
        if (criteria.Department is { } department)
            parts.Add($"承办部门：{pack.DepartmentName(department)}");
        if (criteria.MattersOnly)
            parts.Add("不含已并案");
        if (criteria.Urged)
            parts.Add("催办中");
        if (criteria.Category is { } category)
            parts.Add($"类别：{(pack.CategoryByCode(category) is null ? "未知类别" : pack.CategoryName(category))}");
        if (criteria.Channel is { } channel)
            parts.Add($"来源：{channel.DisplayName()}");
        if (criteria.Urgency is { } urgency)
            parts.Add($"紧急程度：{urgency.DisplayName()}");
        if (criteria.Area is { } area)
            parts.Add($"地区：{(pack.PlaceName(area) is { Length: > 0 } name ? name : pack.Profile.Name)}");
        if (criteria.From is not null || criteria.To is not null)
            parts.Add("登记日期：" + Dates(criteria.From, criteria.To));
        if (!string.IsNullOrWhiteSpace(criteria.Text))
            parts.Add("含检索词");
        return string.Join("；", parts);
    }

    /// <summary>Name of a list.</summary>
    public static string DisplayName(this CaseView view) => view switch
    {
        CaseView.Mine => "我的案件",
        CaseView.Area => "本辖区案件",
        _ => "全部案件",
    };

    /// <summary>Name of a phase.</summary>
    public static string DisplayName(this CasePhase phase) => phase switch
    {
        CasePhase.Open => "在办",
        CasePhase.Closed => "办结",
        CasePhase.Refused => "不予受理",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };

    /// <summary>Name of a standing against the deadline.</summary>
    public static string DisplayName(this CaseTimeliness timeliness) => timeliness switch
    {
        CaseTimeliness.DueSoon => "即将到期",
        CaseTimeliness.Overdue => "已超期",
        CaseTimeliness.StepOverdue => "环节超时",
        CaseTimeliness.ClosedOnTime => "按期办结",
        CaseTimeliness.ClosedLate => "超期办结",
        _ => throw new ArgumentOutOfRangeException(nameof(timeliness), timeliness, null),
    };

    /// <summary>True for what each reporter says: merged or not, all of them are asked. Everything else counts a matter once.</summary>
    public static bool IsOfReporters(this CaseMeasure measure) =>
        measure is CaseMeasure.SolvedAsked or CaseMeasure.Solved or CaseMeasure.Unsolved or CaseMeasure.Rated or CaseMeasure.Pleased;

    /// <summary>Name of what the statistics count.</summary>
    public static string DisplayName(this CaseMeasure measure) => measure switch
    {
        CaseMeasure.Responded => "已响应",
        CaseMeasure.RespondedOnTime => "按时响应",
        CaseMeasure.RespondedLate => "超时响应",
        CaseMeasure.SolvedAsked => "有解决情况",
        CaseMeasure.Solved => "已解决",
        CaseMeasure.Unsolved => "未解决",
        CaseMeasure.Rated => "已评价",
        CaseMeasure.Pleased => "满意和基本满意",
        CaseMeasure.Returned => "有退回",
        CaseMeasure.Redone => "有重办",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    /// <summary>Name of a standing of the supervision.</summary>
    public static string DisplayName(this CaseSupervisionStanding supervision) => supervision switch
    {
        CaseSupervisionStanding.Supervised => "督办中",
        CaseSupervisionStanding.Yellow => "黄牌督办",
        CaseSupervisionStanding.Red => "红牌督办",
        _ => throw new ArgumentOutOfRangeException(nameof(supervision), supervision, null),
    };

    /// <summary>Name of a standing of the clock.</summary>
    public static string DisplayName(this CaseClockStanding clock) => clock == CaseClockStanding.Paused ? "已暂停" : "待批延期、暂停";

    private static string Dates(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) => $"{Day(first)} 至 {Day(last)}",
        ({ } first, null) => $"{Day(first)} 起",
        (null, { } last) => $"至 {Day(last)}",
        _ => "",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
