using System.Globalization;
using Governance.Application.Dashboards;
using Governance.Domain.Organisation;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Web.Features.Dashboards;

/// <summary>
/// The address of a picture: area and days in the query string. Without days it is this year; with empty ones it is all time. What
/// cannot be read is left out: addresses are typed and cut by hand.
/// </summary>
public static class DashboardQuery
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/dashboard";

    /// <summary>Path of a table as a file.</summary>
    public const string ExportPath = "/dashboard/export";

    /// <summary>Reads area and days.</summary>
    public static (AreaCode? Area, DashboardPeriod Period) Read(string query, DateOnly today)
    {
        var values = QueryHelpers.ParseQuery(query);
        AreaCode? area = AreaCode.TryParse(values.GetValueOrDefault("area"), out var code) ? code : null;
        if (!values.ContainsKey("from") && !values.ContainsKey("to"))
            return (area, DashboardPeriod.YearOf(today));
        return (area, new DashboardPeriod(Day(values.GetValueOrDefault("from")), Day(values.GetValueOrDefault("to"))).Ordered);
    }

    /// <summary>The table a file is wanted of; null when it cannot be read.</summary>
    public static DashboardTable? ReadTable(string query)
    {
        var word = QueryHelpers.ParseQuery(query).GetValueOrDefault("table").ToString();
        return Enum.GetValues<DashboardTable>().Where(table => CaseListQuery.Word(table) == word).Cast<DashboardTable?>().FirstOrDefault();
    }

    /// <summary>The address of a picture.</summary>
    public static string Href(AreaCode area, DashboardPeriod period) => Address(Path, area, period);

    /// <summary>The address of one of its tables as a file.</summary>
    public static string ExportHref(AreaCode area, DashboardPeriod period, DashboardTable table) =>
        QueryHelpers.AddQueryString(Address(ExportPath, area, period), "table", CaseListQuery.Word(table));

    /// <summary>An address with area and days.</summary>
    public static string Address(string path, AreaCode area, DashboardPeriod period) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["area"] = area.Value,
        ["from"] = Day(period.From),
        ["to"] = Day(period.To),
    });

    /// <summary>A day as addresses and date fields write it; empty for an open end.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999
            ? day
            : null;
}
