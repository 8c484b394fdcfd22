using Governance.Application.Cases;
using Governance.Domain.Organisation;

namespace Governance.Application.Dashboards;

/// <summary>What a tally is grouped by.</summary>
public enum TallyGroup
{
    /// <summary>Part of the area; the key is its significant digits.</summary>
    Area,

    /// <summary>Month of registration; the key is its first day, <c>yyyy-MM-dd</c>.</summary>
    Month,

    /// <summary>Top category; the key is its code.</summary>
    Category,

    /// <summary>Channel; the key is its name in code.</summary>
    Channel,

    /// <summary>Department the case is assigned to; the key is that of the body without its area, empty for none.</summary>
    Department,
}

/// <summary>Figures of one group.</summary>
public sealed record TallyLine(TallyGroup Group, string Key, CaseTally Tally);

/// <summary>What is about to expire or overdue in one part of the area.</summary>
public sealed record StandingLine(string AreaDigits, int DueSoon, int Overdue);

/// <summary>Everything the leader's page counts, of one moment.</summary>
public sealed record DashboardCounts(IReadOnlyList<TallyLine> Lines, IReadOnlyList<StandingLine> Standing, int RegisteredBefore);

/// <summary>Counts for the leader's page.</summary>
public interface IDashboardQueries
{
    /// <summary>Counts the cases of an area in one statement, so that all figures are of the same moment.</summary>
    /// <param name="area">City or anything inside it.</param>
    /// <param name="period">Days of registration.</param>
    /// <param name="before">Days to compare with, or null.</param>
    /// <param name="moments">What deadlines are compared with.</param>
    /// <param name="ct">Stops the counting.</param>
    Task<DashboardCounts> CountAsync(
        AreaCode area, DashboardPeriod period, DashboardPeriod? before, CaseMoments moments, CancellationToken ct);
}
