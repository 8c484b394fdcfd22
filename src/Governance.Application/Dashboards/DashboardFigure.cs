using Governance.Application.Cases;

namespace Governance.Application.Dashboards;

/// <summary>A figure of a line; each has a list of cases behind it.</summary>
public enum DashboardFigure
{
    /// <summary>登记.</summary>
    Registered,

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
        DashboardFigure.Open => CasePhase.Open.DisplayName(),
        DashboardFigure.Closed => CasePhase.Closed.DisplayName(),
        DashboardFigure.Refused => CasePhase.Refused.DisplayName(),
        DashboardFigure.ClosedOnTime => CaseTimeliness.ClosedOnTime.DisplayName(),
        DashboardFigure.ClosedLate => CaseTimeliness.ClosedLate.DisplayName(),
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, null),
    };

    /// <summary>The number.</summary>
    public static int Of(this CaseTally tally, DashboardFigure figure) => figure switch
    {
        DashboardFigure.Registered => tally.Registered,
        DashboardFigure.Open => tally.Open,
        DashboardFigure.Closed => tally.Closed,
        DashboardFigure.Refused => tally.Refused,
        DashboardFigure.ClosedOnTime => tally.ClosedOnTime,
        DashboardFigure.ClosedLate => tally.ClosedLate,
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, null),
    };

    /// <summary>The list behind the number; null where no list can say it.</summary>
    public static CaseListCriteria? ListOf(this DashboardLine line, DashboardFigure figure) => line.Cases is not { } cases ? null : figure switch
    {
        DashboardFigure.Registered => cases,
        DashboardFigure.Open => cases with { Phase = CasePhase.Open },
        DashboardFigure.Closed => cases with { Phase = CasePhase.Closed },
        DashboardFigure.Refused => cases with { Phase = CasePhase.Refused },
        DashboardFigure.ClosedOnTime => cases with { Timeliness = CaseTimeliness.ClosedOnTime },
        DashboardFigure.ClosedLate => cases with { Timeliness = CaseTimeliness.ClosedLate },
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, null),
    };

    /// <summary>The list of what stands so against its deadline now in a part of the area, whenever registered.</summary>
    public static CaseListCriteria ListOf(this DashboardArea area, CaseTimeliness standing) =>
        new() { Area = area.Code, Timeliness = standing };
}
