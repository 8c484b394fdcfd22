using Governance.Application.Dashboards;
using Governance.Domain.Organisation;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Web.Features.Dashboards;

/// <summary>The address of a table of the statistics: that of the leader's page, and what the lines are.</summary>
public static class StatisticsQuery
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/statistics";

    /// <summary>The table that is asked for; null when none is, or it cannot be read.</summary>
    public static DashboardTable? ReadTable(string query)
    {
        var word = QueryHelpers.ParseQuery(query).GetValueOrDefault("by").ToString();
        return Enum.GetValues<DashboardTable>().Where(table => CaseListQuery.Word(table) == word).Cast<DashboardTable?>().FirstOrDefault();
    }

    /// <summary>The address of a table.</summary>
    public static string Href(AreaCode area, DashboardPeriod period, DashboardTable table) => QueryHelpers.AddQueryString(
        DashboardQuery.Address(Path, area, period), "by", CaseListQuery.Word(table));
}
