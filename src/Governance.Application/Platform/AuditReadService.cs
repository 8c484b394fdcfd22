using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>
/// 审计记录 for auditors. They see what lies in their area; what lies nowhere (accounts, settings, sign-ins) only those see whose
/// area is the whole city.
/// </summary>
public sealed class AuditReadService(IAuditQueries queries, IUnitOfWorkFactory units)
{
    /// <summary>Most rows of one export.</summary>
    public const int ExportBound = 50_000;

    /// <summary>A page, newest first.</summary>
    public async Task<Result<Page<AuditRow>>> ListAsync(Actor actor, AuditCriteria criteria, PageRequest page, CancellationToken ct = default) =>
        actor.May(Permission.ReadAudit)
            ? await queries.ListAsync(actor.Scope, actor.UserId, criteria, page, ct)
            : new PlatformErrors.NotPermitted();

    /// <summary>The rows for a file; the export itself is an entry, saved before the first row is given out.</summary>
    public async Task<Result<IAsyncEnumerable<AuditRow>>> ExportAsync(Actor actor, AuditCriteria criteria, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ReadAudit))
            return new PlatformErrors.NotPermitted();
        var noted = await units.ExecuteAsync<bool>(unit =>
        {
            unit.Audit(actor, new AuditRecord(AuditActions.ExportAudit, "audit", "", actor.Scope, Describe(criteria)));
            return Task.FromResult<Result<bool>>(true);
        }, ct);
        return noted.IsOk
            ? Result<IAsyncEnumerable<AuditRow>>.Ok(queries.ExportAsync(actor.Scope, actor.UserId, criteria, ExportBound + 1, ct))
            : Result<IAsyncEnumerable<AuditRow>>.Refused(noted.Errors);
    }

    /// <summary>The filter in words, e.g. <c>操作：结案；日期：2026-11-01 至 2026-11-30</c>.</summary>
    public static string Describe(AuditCriteria criteria)
    {
        var parts = new List<string>();
        if (criteria.Who is not null)
            parts.Add($"人员：{criteria.Who}");
        if (criteria.Action is { } action)
            parts.Add($"操作：{AuditActions.DisplayName(action)}");
        if (criteria.Subject is not null)
            parts.Add($"对象：{criteria.Subject}");
        if (criteria.From is not null || criteria.To is not null)
            parts.Add("日期：" + (criteria.From, criteria.To) switch
            {
                ({ } from, { } to) => $"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}",
                ({ } from, null) => $"{from:yyyy-MM-dd} 起",
                (_, var to) => $"至 {to:yyyy-MM-dd}",
            });
        return parts.Count == 0 ? "全部记录" : string.Join("；", parts);
    }
}
