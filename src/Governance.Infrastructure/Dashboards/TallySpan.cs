using Governance.Application.Dashboards;
using Governance.Domain.Common;

namespace Governance.Infrastructure.Dashboards;

/// <summary>
/// A period cut into whole months, which the tallies hold, and the days at its ends, which are counted from the cases themselves.
/// </summary>
/// <param name="FirstMonth">First whole month, or null for none before the end.</param>
/// <param name="EndMonth">Month after the last whole one, or null for no end.</param>
/// <param name="HasMonths">False when no whole month lies inside.</param>
/// <param name="Edges">Spans of moments outside the whole months; the end is not included.</param>
internal sealed record TallySpan(
    DateOnly? FirstMonth, DateOnly? EndMonth, bool HasMonths, IReadOnlyList<(DateTimeOffset? Start, DateTimeOffset? End)> Edges)
{
    /// <summary>Cuts a period.</summary>
    public static TallySpan Of(DashboardPeriod period)
    {
        var first = period.From is not { } from ? (DateOnly?)null
            : from.Day == 1 ? from
            : DashboardPeriod.FirstOfMonth(from).AddMonths(1);
        // The day after the last one: on the first of a month, the month before is whole.
        var after = period.To?.AddDays(1);
        var end = after is { } day ? DashboardPeriod.FirstOfMonth(day) : (DateOnly?)null;
        if (first >= end)
            return new TallySpan(null, null, false, [(Moment(period.From), Moment(after))]);

        var edges = new List<(DateTimeOffset?, DateTimeOffset?)>();
        if (period.From < first)
            edges.Add((Moment(period.From), Moment(first)));
        if (end < after)
            edges.Add((Moment(end), Moment(after)));
        return new TallySpan(first, end, true, edges);
    }

    /// <summary>The whole period from the cases: for areas that have no tallies.</summary>
    public static TallySpan WithoutMonths(DashboardPeriod period) => new(null, null, false, [Moments(period)]);

    /// <summary>The moments of a whole period.</summary>
    public static (DateTimeOffset? Start, DateTimeOffset? End) Moments(DashboardPeriod period) => (Moment(period.From), Moment(period.To?.AddDays(1)));

    /// <summary>The moment at which a day or month begins; null for none.</summary>
    public static DateTimeOffset? Moment(DateOnly? day) => day is { } known ? ChinaTime.At(known, TimeOnly.MinValue) : null;
}
