using Governance.Application.Dashboards;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Infrastructure.Platform.Files;
using Governance.Web.Downloads;

namespace Governance.Web.Features.Dashboards;

/// <summary>Files of the leader's page.</summary>
public static class DashboardEndpoints
{
    /// <summary>Maps the export of a table.</summary>
    public static void MapDashboardEndpoints(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(DashboardQuery.ExportPath, ExportAsync).RequireAuthorization();

    private static async Task ExportAsync(HttpContext http, DashboardService dashboards, IActorProvider actors, TimeProvider time)
    {
        var query = http.Request.QueryString.Value ?? "";
        if (await actors.FindAsync(http.RequestAborted) is not { } actor)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (DashboardQuery.ReadTable(query) is not { } table)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var (area, period) = DashboardQuery.Read(query, time.GetUtcNow().ChinaDay());
        var read = await dashboards.ExportAsync(actor, area, period, table, http.RequestAborted);
        if (!read.IsOk)
        {
            ExcelDownload.Refuse(http, read.Error);
            return;
        }
        var view = read.Value;
        var name = DashboardService.NameOf(table, view);
        await ExcelDownload.SendAsync(
            http, $"{view.AreaName}{name}-{view.AsOf.ToChina():yyyyMMdd-HHmm}",
            $"{view.AreaName}案件统计（{name}）：{view.Period.DisplayText}登记，截至 {view.AsOf.ToChina():yyyy-MM-dd HH:mm}",
            Columns(name[1..], table), Rows(view, table));
    }

    private static List<ExcelColumn> Columns(string parts, DashboardTable table) =>
    [
        new(parts, 24),
        .. DashboardFigures.All.Select(figure => new ExcelColumn(figure.DisplayName(), 12)),
        .. Enum.GetValues<DashboardRate>().Select(rate => new ExcelColumn(rate.DisplayName(), 12, ExcelFormat.Percent)),
        .. table == DashboardTable.Areas ? [new ExcelColumn("当前即将到期", 14), new ExcelColumn("当前已超期", 14)] : Array.Empty<ExcelColumn>(),
    ];

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(DashboardView view, DashboardTable table)
    {
        await Task.CompletedTask;
        if (table == DashboardTable.Areas)
        {
            foreach (var area in view.Areas)
                yield return [.. Cells(area.Line), area.DueSoon, area.Overdue];
            yield return [.. Cells(view.Total), view.DueSoon, view.Overdue];
            yield break;
        }
        foreach (var line in view.LinesOf(table).Append(view.Total))
            yield return [.. Cells(line)];
    }

    private static IEnumerable<object?> Cells(DashboardLine line) =>
    [
        line.Name, .. DashboardFigures.All.Select(figure => (object)line.Tally.Of(figure)),
        .. Enum.GetValues<DashboardRate>().Select(rate => (object?)line.Tally.Of(rate)),
    ];
}
