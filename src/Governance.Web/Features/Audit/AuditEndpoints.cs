using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Infrastructure.Platform.Files;
using Governance.Web.Downloads;
using Governance.Web.Features.Cases;

namespace Governance.Web.Features.Audit;

/// <summary>Files of the audit trail.</summary>
public static class AuditEndpoints
{
    private static readonly IReadOnlyList<ExcelColumn> Columns =
    [
        new("时间", 18), new("姓名", 14), new("账号", 16), new("单位", 28), new("操作", 18), new("对象类型", 12), new("对象", 26), new("地区", 36), new("说明", 60),
    ];

    /// <summary>Maps the export.</summary>
    public static void MapAuditEndpoints(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(AuditQuery.ExportPath, ExportAsync).RequireAuthorization();

    private static async Task ExportAsync(HttpContext http, AuditReadService audit, IActorProvider actors, CaseLabels labels, TimeProvider time)
    {
        if (await actors.FindAsync(http.RequestAborted) is not { } actor)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var criteria = AuditQuery.Read(http.Request.QueryString.Value ?? "");
        var rows = await audit.ExportAsync(actor, criteria, http.RequestAborted);
        if (!rows.IsOk)
        {
            ExcelDownload.Refuse(http, rows.Error);
            return;
        }
        await ExcelDownload.SendAsync(
            http, $"审计记录-{time.GetUtcNow().ToChina():yyyyMMdd-HHmm}",
            $"审计记录（{AuditReadService.Describe(criteria)}），最新的在前，最多 {AuditReadService.ExportBound} 条", Columns,
            Cells(rows.Value, labels).UpTo(AuditReadService.ExportBound, "条"));
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Cells(IAsyncEnumerable<AuditRow> rows, CaseLabels labels)
    {
        await foreach (var row in rows)
            yield return
            [
                row.At, row.Name, row.Account, row.BodyName, AuditActions.DisplayName(row.Action), AuditActions.SubjectName(row.SubjectKind), AuditQuery.Subject(row),
                row.Area is { } area ? labels.Place(area) : null, row.Detail,
            ];
    }
}
