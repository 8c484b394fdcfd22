using Governance.Application.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;

namespace Governance.Application.Dashboards;

/// <summary>How many matters were registered and how these stand now. Repeats that were merged count as appeals only.</summary>
/// <param name="Registered">登记.</param>
/// <param name="Closed">办结, archived or not.</param>
/// <param name="ClosedOnTime">按期办结.</param>
/// <param name="Refused">不予受理.</param>
public sealed record CaseTally(int Registered, int Closed, int ClosedOnTime, int Refused)
{
    /// <summary>Nothing.</summary>
    public static CaseTally None { get; } = new(0, 0, 0, 0);

    /// <summary>已响应: accepted or refused.</summary>
    public int Responded { get; init; }

    /// <summary>按时响应.</summary>
    public int RespondedOnTime { get; init; }

    /// <summary>有解决情况: the reporter said whether the matter is solved.</summary>
    public int SolvedAsked { get; init; }

    /// <summary>已解决.</summary>
    public int Solved { get; init; }

    /// <summary>已评价.</summary>
    public int Rated { get; init; }

    /// <summary>满意和基本满意.</summary>
    public int Pleased { get; init; }

    /// <summary>有退回.</summary>
    public int Returned { get; init; }

    /// <summary>有重办.</summary>
    public int Redone { get; init; }

    /// <summary>诉求人次: every case, merged or not.</summary>
    public int Appeals { get; init; }

    /// <summary>在办: what is neither closed nor refused.</summary>
    public int Open => Registered - Closed - Refused;

    /// <summary>超期办结.</summary>
    public int ClosedLate => Closed - ClosedOnTime;

    /// <summary>Both together.</summary>
    public static CaseTally operator +(CaseTally left, CaseTally right) => new(
        left.Registered + right.Registered, left.Closed + right.Closed, left.ClosedOnTime + right.ClosedOnTime, left.Refused + right.Refused)
    {
        Responded = left.Responded + right.Responded,
        RespondedOnTime = left.RespondedOnTime + right.RespondedOnTime,
        SolvedAsked = left.SolvedAsked + right.SolvedAsked,
        Solved = left.Solved + right.Solved,
        Rated = left.Rated + right.Rated,
        Pleased = left.Pleased + right.Pleased,
        Returned = left.Returned + right.Returned,
        Redone = left.Redone + right.Redone,
        Appeals = left.Appeals + right.Appeals,
    };

    /// <inheritdoc cref="op_Addition"/>
    public static CaseTally Add(CaseTally left, CaseTally right) => left + right;
}

/// <summary>One line of a table: a month, category or channel.</summary>
/// <param name="Key">Its code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Tally">The figures.</param>
/// <param name="Cases">
/// The list of the registered cases; with a phase or timeliness it is the list of another figure. Null where no list can say it.
/// </param>
public sealed record DashboardLine(string Key, string Name, CaseTally Tally, CaseListCriteria? Cases);

/// <summary>One part of the area on show.</summary>
/// <param name="Code">The division.</param>
/// <param name="Line">Its figures.</param>
/// <param name="DueSoon">即将到期 now, whenever registered.</param>
/// <param name="Overdue">已超期 now, whenever registered.</param>
/// <param name="IsStatisticsOnly">True for a zone without a government of its own.</param>
/// <param name="Tile">Its place on the tile map, or null.</param>
public sealed record DashboardArea(AreaCode Code, DashboardLine Line, int DueSoon, int Overdue, bool IsStatisticsOnly, MapTile? Tile);

/// <summary>The leader's page.</summary>
public sealed record DashboardView
{
    /// <summary>The area on show.</summary>
    public required AreaCode Area { get; init; }

    /// <summary>Its name.</summary>
    public required string AreaName { get; init; }

    /// <summary>The areas above it that the person may see, the widest first.</summary>
    public required IReadOnlyList<Division> Above { get; init; }

    /// <summary>How the parts of the area are called, e.g. 旗县区; null where it has none.</summary>
    public required string? PartsName { get; init; }

    /// <summary>Days of registration.</summary>
    public required DashboardPeriod Period { get; init; }

    /// <summary>When it was counted, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Figures of the whole area.</summary>
    public required DashboardLine Total { get; init; }

    /// <summary>The same days a year before, or null.</summary>
    public required DashboardPeriod? Before { get; init; }

    /// <summary>How many were registered then.</summary>
    public required int RegisteredBefore { get; init; }

    /// <summary>即将到期 now, whenever registered.</summary>
    public required int DueSoon { get; init; }

    /// <summary>已超期 now, whenever registered.</summary>
    public required int Overdue { get; init; }

    /// <summary>The parts of the area, in the order of their codes; empty for a village.</summary>
    public required IReadOnlyList<DashboardArea> Areas { get; init; }

    /// <summary>Top categories, the largest first.</summary>
    public required IReadOnlyList<DashboardLine> Categories { get; init; }

    /// <summary>Departments the cases are assigned to, the largest first; the last is what is not assigned.</summary>
    public required IReadOnlyList<DashboardLine> Departments { get; init; }

    /// <summary>Months of registration in order, without gaps; years where there would be too many months.</summary>
    public required IReadOnlyList<DashboardLine> Times { get; init; }

    /// <summary>True when <see cref="Times"/> are years.</summary>
    public required bool IsByYear { get; init; }

    /// <summary>登记月份 or 登记年份.</summary>
    public string TimesName => IsByYear ? "登记年份" : "登记月份";

    /// <summary>Channels, the largest first.</summary>
    public required IReadOnlyList<DashboardLine> Channels { get; init; }

    /// <summary>The lines of a table, without its total.</summary>
    public IReadOnlyList<DashboardLine> LinesOf(DashboardTable table) => table switch
    {
        DashboardTable.Areas => [.. Areas.Select(area => area.Line)],
        DashboardTable.Times => Times,
        DashboardTable.Categories => Categories,
        DashboardTable.Channels => Channels,
        DashboardTable.Departments => Departments,
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, null),
    };

    /// <summary>The list of what stands so against its deadline now in the whole area, whenever registered.</summary>
    public CaseListCriteria ListOf(CaseTimeliness standing) => new() { Area = Area, Timeliness = standing };
}
