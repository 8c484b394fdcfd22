using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Infrastructure.Platform.Files;
using Governance.Web.Downloads;
using Governance.Web.Features.Submissions;

namespace Governance.Web.Features.Cases;

/// <summary>Files of the case feature.</summary>
public static class CaseEndpoints
{
    private static readonly IReadOnlyList<ExcelColumn> Columns =
    [
        new("案件编号", 24), new("标题", 40), new("诉求经过", 60), new("状态", 10), new("紧急程度", 10), new("类别", 24), new("来源", 14),
        new("地点", 36), new("详细地址", 24), new("承办单位", 28), new("登记时间", 18), new("期限", 18), new("办结时间", 18), new("答复", 60),
    ];

    /// <summary>Adds what the case pages need.</summary>
    public static IServiceCollection AddCasePages(this IServiceCollection services) =>
        services.AddSingleton<CaseLabels>().AddSingleton<LookupLimiter>().AddSingleton<LookupLocks>().AddSingleton<WaitingCount>();

    /// <summary>Maps the export of a list.</summary>
    public static void MapCaseEndpoints(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(CaseListQuery.ExportPath, ExportAsync).RequireAuthorization();

    private static async Task ExportAsync(
        HttpContext http, CaseReadService cases, IActorProvider actors, IReferenceData reference, CaseLabels labels, TimeProvider time)
    {
        var ct = http.RequestAborted;
        if (await actors.FindAsync(ct) is not { } actor)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var criteria = CaseListQuery.Read(http.Request.QueryString.Value ?? "");
        var rows = await cases.ExportAsync(actor, criteria, ct);
        if (!rows.IsOk)
        {
            ExcelDownload.Refuse(http, rows.Error);
            return;
        }
        await ExcelDownload.SendAsync(
            http, $"{criteria.View.DisplayName()}-{time.GetUtcNow().ToChina():yyyyMMdd-HHmm}",
            $"{CriteriaText.Describe(criteria, reference.Pack)}，最多 {CaseReadService.ExportBound} 件", Columns,
            Cells(rows.Value, labels).UpTo(CaseReadService.ExportBound, "件"));
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Cells(IAsyncEnumerable<CaseExportRow> rows, CaseLabels labels)
    {
        await foreach (var row in rows)
            yield return
            [
                row.Number.Value, row.Title, row.Description, row.State.DisplayName(), row.Urgency.DisplayName(), labels.Category(row.CategoryCode),
                row.Channel.DisplayName(), labels.Place(row.Place), row.PlaceDetail, row.LeadBodyName, row.RegisteredAt, row.DueAt, row.ClosedAt, row.Answer,
            ];
    }
}
