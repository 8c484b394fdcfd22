using Governance.Application.Cities;
using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Infrastructure.Platform.Files;
using Governance.Web.Downloads;

namespace Governance.Web.Features.Mediation;

/// <summary>Files of the mediation feature.</summary>
public static class MediationEndpoints
{
    private static readonly IReadOnlyList<ExcelColumn> CommitteeColumns =
    [
        new("名称", 40), new("类型", 24), new("专长", 40), new("地区", 30), new("设立单位", 30), new("地址", 40), new("办公电话", 16),
        new("负责人", 12), new("设立日期", 12), new("调解室", 8), new("在聘调解员", 10), new("撤销日期", 12),
    ];

    private static readonly IReadOnlyList<ExcelColumn> MediatorColumns =
    [
        new("姓名", 12), new("调解组织", 40), new("工作室", 30), new("专长", 40), new("服务地区", 30), new("专兼职", 8), new("聘任日期", 12),
        new("聘期至", 12), new("解聘日期", 12), new("休假至", 12), new("在办", 8), new("近一年办结", 10), new("其中达成协议", 12),
    ];

    /// <summary>Maps the exports of both registers.</summary>
    public static void MapMediationEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(MediationQuery.Committees + "/export", ExportCommitteesAsync).RequireAuthorization();
        endpoints.MapGet(MediationQuery.Mediators + "/export", ExportMediatorsAsync).RequireAuthorization();
    }

    private static async Task ExportCommitteesAsync(
        HttpContext http, MediationReadService registers, IActorProvider actors, IReferenceData reference, TimeProvider time)
    {
        var (ct, pack) = (http.RequestAborted, reference.Pack);
        if (await actors.FindAsync(ct) is not { } actor)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var rows = await registers.ExportCommitteesAsync(actor, MediationQuery.ReadCommittees(http.Request.QueryString.Value ?? "", pack), ct);
        if (!rows.IsOk)
        {
            ExcelDownload.Refuse(http, rows.Error);
            return;
        }

        await ExcelDownload.SendAsync(
            http, $"调解组织-{time.GetUtcNow().ToChina():yyyyMMdd-HHmm}", $"{pack.Profile.Name}调解组织名册", CommitteeColumns,
            Rows(rows.Value, r =>
            [
                r.Name, r.Kind.DisplayName(), MediationWords.Specialities(r.Specialities, pack), MediationWords.Area(r.Area, pack),
                r.BodyCode is { } body ? pack.FindBody(body)?.Name ?? body : null, r.Address, r.OfficePhone, r.LeaderName, r.FoundedOn, r.Rooms,
                r.Mediators, r.DissolvedOn,
            ]).UpTo(MediationReadService.ExportBound, "个"));
    }

    private static async Task ExportMediatorsAsync(
        HttpContext http, MediationReadService registers, IActorProvider actors, IReferenceData reference, TimeProvider time)
    {
        var (ct, pack) = (http.RequestAborted, reference.Pack);
        if (await actors.FindAsync(ct) is not { } actor)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var rows = await registers.ExportMediatorsAsync(actor, MediationQuery.ReadMediators(http.Request.QueryString.Value ?? "", pack), ct);
        if (!rows.IsOk)
        {
            ExcelDownload.Refuse(http, rows.Error);
            return;
        }

        await ExcelDownload.SendAsync(
            http, $"调解员-{time.GetUtcNow().ToChina():yyyyMMdd-HHmm}", $"{pack.Profile.Name}调解员名册", MediatorColumns,
            Rows(rows.Value, r =>
            [
                r.Name, r.CommitteeName, r.StudioName, MediationWords.Specialities(r.Specialities, pack), MediationWords.Area(r.Area, pack),
                MediationWords.FullTime(r.IsFullTime), r.AppointedOn, r.TermUntil, r.EndedOn, r.AwayUntil, r.Record.Running, r.Record.Ended, r.Record.Agreed,
            ]).UpTo(MediationReadService.ExportBound, "人"));
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows<TRow>(IReadOnlyList<TRow> rows, Func<TRow, IReadOnlyList<object?>> cells)
    {
        await Task.CompletedTask;
        foreach (var row in rows)
            yield return cells(row);
    }
}
