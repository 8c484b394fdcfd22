using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Mediation;

/// <summary>What people read of the register of committees and mediators, and what the public may know of it (H39, H40).</summary>
public sealed class MediationReadService(
    IMediationQueries queries, IMediatorRecords records, IUnitOfWorkFactory units, IReferenceData reference, IPersonalDataProtector protector,
    TimeProvider time)
{
    /// <summary>Most rows of an export.</summary>
    public const int ExportBound = 20_000;

    /// <summary>Most committees on the public page of an area.</summary>
    public const int PublicBound = 500;

    /// <summary>How far back finished work counts.</summary>
    public static readonly TimeSpan RecordSpan = TimeSpan.FromDays(365);

    /// <summary>A page of committees.</summary>
    public async Task<Result<Page<CommitteeRow>>> ListCommitteesAsync(
        Actor actor, CommitteeCriteria criteria, PageRequest? page = null, CancellationToken ct = default) =>
        actor.May(Permission.ReadMediation)
            ? await queries.ListCommitteesAsync(MediationScope.Of(actor), criteria, page ?? new PageRequest(), ct)
            : new PlatformErrors.NotPermitted();

    /// <summary>A page of mediators with what they have in hand.</summary>
    public async Task<Result<Page<MediatorRow>>> ListMediatorsAsync(
        Actor actor, MediatorCriteria criteria, PageRequest? page = null, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ReadMediation))
            return new PlatformErrors.NotPermitted();
        var found = await queries.ListMediatorsAsync(MediationScope.Of(actor), criteria, Today, page ?? new PageRequest(), ct);
        return found with { Rows = await WithRecordsAsync(found.Rows, ct) };
    }

    /// <summary>Every committee of a list, with an audit entry.</summary>
    public Task<Result<IReadOnlyList<CommitteeRow>>> ExportCommitteesAsync(Actor actor, CommitteeCriteria criteria, CancellationToken ct = default) =>
        ExportAsync(actor, AuditActions.ExportCommittees, "committee", async () =>
            (await queries.ListCommitteesAsync(MediationScope.Of(actor), criteria, new PageRequest(Size: ExportBound), ct)).Rows, ct);

    /// <summary>Every mediator of a list, without phones, with an audit entry.</summary>
    public Task<Result<IReadOnlyList<MediatorRow>>> ExportMediatorsAsync(Actor actor, MediatorCriteria criteria, CancellationToken ct = default) =>
        ExportAsync(actor, AuditActions.ExportMediators, "mediator", async () => await WithRecordsAsync(
            (await queries.ListMediatorsAsync(MediationScope.Of(actor), criteria, Today, new PageRequest(Size: ExportBound), ct)).Rows, ct), ct);

    /// <summary>A committee.</summary>
    public async Task<Result<CommitteeDetail>> FindCommitteeAsync(Actor actor, Guid id, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ReadMediation))
            return new PlatformErrors.NotPermitted();
        return await queries.FindCommitteeAsync(id, ct) is { } found && MediationScope.Of(actor).Holds(found.Facts.Area)
            ? found with { MayManage = actor.May(Permission.ManageMediation, found.Facts.Area) }
            : new MediationErrors.CommitteeNotFound();
    }

    /// <summary>A mediator, the phone masked.</summary>
    public async Task<Result<MediatorDetail>> FindMediatorAsync(Actor actor, Guid id, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ReadMediation))
            return new PlatformErrors.NotPermitted();
        if (await queries.FindMediatorAsync(id, ct) is not { } found || !MediationScope.Of(actor).Holds(found.Detail.Facts.Area))
            return new MediationErrors.MediatorNotFound();
        var record = await records.OfAsync([id], time.GetUtcNow() - RecordSpan, ct);
        return found.Detail with
        {
            MaskedPhone = Masks.Phone(protector.Reveal(found.Phone)),
            Record = record.GetValueOrDefault(id, MediatorRecord.None),
            MayManage = actor.May(Permission.ManageMediation, found.Detail.Facts.Area),
        };
    }

    /// <summary>The committees and studios a citizen of the area can go to; nobody is named (H39, H40).</summary>
    public Task<IReadOnlyList<PublicCommittee>> ListPublicAsync(AreaCode? area, CancellationToken ct = default) =>
        queries.ListPublicAsync(area is { } code && reference.Pack.FindDivision(code) is not null ? code : reference.Pack.Profile.AreaCode, PublicBound, ct);

    private DateOnly Today => time.GetUtcNow().ChinaDay();

    private async Task<IReadOnlyList<MediatorRow>> WithRecordsAsync(IReadOnlyList<MediatorRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return rows;
        var known = await records.OfAsync([.. rows.Select(r => r.Id)], time.GetUtcNow() - RecordSpan, ct);
        return [.. rows.Select(r => r with { Record = known.GetValueOrDefault(r.Id, MediatorRecord.None) })];
    }

    private async Task<Result<IReadOnlyList<TRow>>> ExportAsync<TRow>(
        Actor actor, string action, string subject, Func<Task<IReadOnlyList<TRow>>> read, CancellationToken ct)
    {
        if (!actor.May(Permission.ReadMediation) || !actor.May(Permission.ExportCases))
            return new PlatformErrors.NotPermitted();
        var rows = await read();
        return await units.ExecuteAsync(unit =>
        {
            unit.Audit(actor, new AuditRecord(action, subject, "", actor.Scope, $"导出 {rows.Count} 行"));
            return Task.FromResult(Result<IReadOnlyList<TRow>>.Ok(rows));
        }, ct);
    }
}
