using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Governance.Application.Dashboards;
using Governance.Web.Features.Cases;

namespace Governance.Web.Features.Dashboards;

/// <summary>What <c>charts.js</c> draws, carried in an attribute of the chart's element; the content policy allows no data script.</summary>
/// <param name="Kind"><c>columns</c>: upright and stacked; <c>bars</c>: lying, the first on top.</param>
/// <param name="Names">Names along the axis.</param>
/// <param name="Series">The rows of numbers.</param>
public sealed record ChartData(string Kind, IReadOnlyList<string> Names, IReadOnlyList<ChartSeries> Series)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A column a month or year, stacked from closed, open and refused, each part a link.</summary>
    public static ChartData Times(IEnumerable<DashboardLine> lines) => Make(
        "columns", [.. lines], line => line.Key,
        [(DashboardFigure.Closed, "brand"), (DashboardFigure.Open, "open"), (DashboardFigure.Refused, "plain")]);

    /// <summary>Lying bars of the lines that have something registered, each a link.</summary>
    public static ChartData Bars(IEnumerable<DashboardLine> lines) => Make(
        "bars", [.. lines.Where(line => line.Tally.Registered > 0)], line => line.Name, [(DashboardFigure.Registered, "brand")]);

    /// <summary>The attribute's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format);

    private static ChartData Make(
        string kind, List<DashboardLine> lines, Func<DashboardLine, string> name, (DashboardFigure Figure, string Tone)[] figures) => new(
        kind,
        [.. lines.Select(name)],
        [
            .. figures.Select(f => new ChartSeries(
                f.Figure.DisplayName(), f.Tone,
                [.. lines.Select(line => line.Tally.Of(f.Figure))],
                [.. lines.Select(line => line.ListOf(f.Figure) is { } list ? CaseListQuery.Href(list) : "")])),
        ]);
}

/// <summary>A row of numbers with the address behind each.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Tone">Name of a colour token of the style sheet.</param>
/// <param name="Values">The numbers.</param>
/// <param name="Hrefs">Addresses, empty where there is none.</param>
public sealed record ChartSeries(string Name, string Tone, IReadOnlyList<int> Values, IReadOnlyList<string> Hrefs);
