using Governance.Application.Cases;

namespace Governance.Application.Dashboards;

/// <summary>A figure of a line; each has a list of cases behind it.</summary>
public enum DashboardFigure
{
    /// <summary>登记.</summary>
    Registered,

    /// <summary>诉求人次.</summary>
    Appeals,

    /// <summary>在办.</summary>
    Open,

    /// <summary>办结.</summary>
    Closed,

    /// <summary>不予受理.</summary>
    Refused,

    /// <summary>按期办结.</summary>
    ClosedOnTime,

    /// <summary>超期办结.</summary>
    ClosedLate,

    /// <summary>已响应.</summary>
    Responded,

    /// <summary>按时响应.</summary>
    RespondedOnTime,

    /// <summary>有解决情况.</summary>
    SolvedAsked,

    /// <summary>已解决.</summary>
    Solved,

    /// <summary>已评价.</summary>
    Rated,

    /// <summary>满意和基本满意.</summary>
    Pleased,

    /// <summary>有退回.</summary>
    Returned,

    /// <summary>有重办.</summary>
    Redone,
}

/// <summary>A rate of the statistics: one figure among another (三率 and beyond, H43).</summary>
public enum DashboardRate
{
    /// <summary>按期办结率: closed by the deadline, among the closed.</summary>
    OnTime,

    /// <summary>响应率: answered for within the limit of acceptance, among the answered for.</summary>
    Response,

    /// <summary>解决率: solved, among those whose reporter said whether.</summary>
    Solution,

    /// <summary>满意率: happy or fairly happy, among the rated.</summary>
    Satisfaction,

    /// <summary>退回率: sent back by an assigned body, among the registered.</summary>
    Return,

    /// <summary>重办率: a result did not hold, among the registered.</summary>
    Redo,
}

/// <summary>What figures are called, what they count and which list shows the same cases.</summary>
public static class DashboardFigures
{
    /// <summary>All of them in the order of a table.</summary>
    public static IReadOnlyList<DashboardFigure> All { get; } = Enum.GetValues<DashboardFigure>();

    /// <summary>Chinese name.</summary>
    public static string DisplayName(this DashboardFigure figure) => figure switch
    {
        DashboardFigure.Registered => "登记",
        DashboardFigure.Appeals => "诉求人次",
        DashboardFigure.Open => CasePhase.Open.DisplayName(),
        DashboardFigure.Closed => CasePhase.Closed.DisplayName(),
        DashboardFigure.Refused => CasePhase.Refused.DisplayName(),
        DashboardFigure.ClosedOnTime => CaseTimeliness.ClosedOnTime.DisplayName(),
        DashboardFigure.ClosedLate => CaseTimeliness.ClosedLate.DisplayName(),
        _ when MeasureOf(figure) is { } measure => measure.DisplayName(),
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, null),
    };

    /// <summary>The number.</summary>
    public static int Of(this CaseTally tally, DashboardFigure figure) => figure switch
    {
        DashboardFigure.Registered => tally.Registered,
        DashboardFigure.Appeals => tally.Appeals,
        DashboardFigure.Open => tally.Open,
        DashboardFigure.Closed => tally.Closed,
        DashboardFigure.Refused => tally.Refused,
        DashboardFigure.ClosedOnTime => tally.ClosedOnTime,
        DashboardFigure.ClosedLate => tally.ClosedLate,
        DashboardFigure.Responded => tally.Responded,
        DashboardFigure.RespondedOnTime => tally.RespondedOnTime,
        DashboardFigure.SolvedAsked => tally.SolvedAsked,
        DashboardFigure.Solved => tally.Solved,
        DashboardFigure.Rated => tally.Rated,
        DashboardFigure.Pleased => tally.Pleased,
        DashboardFigure.Returned => tally.Returned,
        DashboardFigure.Redone => tally.Redone,
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, null),
    };

    /// <summary>The list behind the number; null where no list can say it.</summary>
    public static CaseListCriteria? ListOf(this DashboardLine line, DashboardFigure figure) => line.Cases is not { } cases ? null : figure switch
    {
        DashboardFigure.Registered => cases,
        DashboardFigure.Appeals => cases with { MattersOnly = false },
        DashboardFigure.Open => cases with { Phase = CasePhase.Open },
        DashboardFigure.Closed => cases with { Phase = CasePhase.Closed },
        DashboardFigure.Refused => cases with { Phase = CasePhase.Refused },
        DashboardFigure.ClosedOnTime => cases with { Timeliness = CaseTimeliness.ClosedOnTime },
        DashboardFigure.ClosedLate => cases with { Timeliness = CaseTimeliness.ClosedLate },
        _ when MeasureOf(figure) is { } measure => cases with { Measure = measure, MattersOnly = !measure.IsOfReporters() },
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, null),
    };

    /// <summary>Name of a rate.</summary>
    public static string DisplayName(this DashboardRate rate) => rate switch
    {
        DashboardRate.OnTime => "按期办结率",
        DashboardRate.Response => "响应率",
        DashboardRate.Solution => "解决率",
        DashboardRate.Satisfaction => "满意率",
        DashboardRate.Return => "退回率",
        DashboardRate.Redo => "重办率",
        _ => throw new ArgumentOutOfRangeException(nameof(rate), rate, null),
    };

    /// <summary>The two figures a rate is made of.</summary>
    public static (DashboardFigure Of, DashboardFigure Among) Figures(this DashboardRate rate) => rate switch
    {
        DashboardRate.OnTime => (DashboardFigure.ClosedOnTime, DashboardFigure.Closed),
        DashboardRate.Response => (DashboardFigure.RespondedOnTime, DashboardFigure.Responded),
        DashboardRate.Solution => (DashboardFigure.Solved, DashboardFigure.SolvedAsked),
        DashboardRate.Satisfaction => (DashboardFigure.Pleased, DashboardFigure.Rated),
        DashboardRate.Return => (DashboardFigure.Returned, DashboardFigure.Registered),
        DashboardRate.Redo => (DashboardFigure.Redone, DashboardFigure.Registered),
        _ => throw new ArgumentOutOfRangeException(nameof(rate), rate, null),
    };

    /// <summary>The rate between 0 and 1; null while there is nothing to divide by.</summary>
    public static double? Of(this CaseTally tally, DashboardRate rate)
    {
        var (of, among) = rate.Figures();
        return tally.Of(among) == 0 ? null : (double)tally.Of(of) / tally.Of(among);
    }

    private static CaseMeasure? MeasureOf(DashboardFigure figure) => figure switch
    {
        DashboardFigure.Responded => CaseMeasure.Responded,
        DashboardFigure.RespondedOnTime => CaseMeasure.RespondedOnTime,
        DashboardFigure.SolvedAsked => CaseMeasure.SolvedAsked,
        DashboardFigure.Solved => CaseMeasure.Solved,
        DashboardFigure.Rated => CaseMeasure.Rated,
        DashboardFigure.Pleased => CaseMeasure.Pleased,
        DashboardFigure.Returned => CaseMeasure.Returned,
        DashboardFigure.Redone => CaseMeasure.Redone,
        _ => null,
    };

    /// <summary>The list of what stands so against its deadline now in a part of the area, whenever registered.</summary>
    public static CaseListCriteria ListOf(this DashboardArea area, CaseTimeliness standing) =>
        new() { Area = area.Code, Timeliness = standing };
}
