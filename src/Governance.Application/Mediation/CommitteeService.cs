using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Platform;

namespace Governance.Application.Mediation;

/// <summary>Keeps the register of mediation committees (调解组织): whoever manages mediation keeps those of the own area.</summary>
public sealed class CommitteeService(IUnitOfWorkFactory units, IReferenceData reference, TimeProvider time)
{
    /// <summary>设立; gives its key.</summary>
    public async Task<Result<Guid>> FoundAsync(Actor actor, CommitteeFacts facts, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        facts = facts.Cleaned();
        if (!actor.May(Permission.ManageMediation))
            return new PlatformErrors.NotPermitted();
        var errors = Check(actor, facts, now);
        if (errors.Count > 0)
            return Result<Guid>.Refused(errors);
        return await units.ExecuteAsync<Guid>(async unit =>
        {
            if (await unit.Mediation.IsCommitteeNameTakenAsync(facts.Name, facts.Area, null, ct))
                return new MediationErrors.NameTaken(facts.Name) { Field = nameof(facts.Name) };
            var (founded, change) = MediationCommittee.Found(facts, actor, now);
            unit.Mediation.Add(founded);
            Keep(unit, actor, founded, change);
            return founded.Id;
        }, ct);
    }

    /// <summary>修改.</summary>
    public Task<Result<Guid>> ChangeAsync(Actor actor, ChangeCommittee command, CancellationToken ct = default) =>
        OnCommitteeAsync(actor, command.Id, async (unit, found, now) =>
        {
            if (found.Version != command.Version)
                return new MediationErrors.ChangedMeanwhile();
            var facts = command.Facts.Cleaned();
            var errors = Check(actor, facts, now);
            if (errors.Count > 0)
                return Result<Guid>.Refused(errors);
            if (await unit.Mediation.IsCommitteeNameTakenAsync(facts.Name, facts.Area, found.Id, ct))
                return new MediationErrors.NameTaken(facts.Name) { Field = nameof(facts.Name) };
            var changed = found.Change(actor, facts, MediationWords.Difference(found.Facts, facts, reference.Pack), now);
            if (!changed.IsOk)
                return Result<Guid>.Refused(changed.Errors);
            if (changed.Value is { } change)
                Keep(unit, actor, found, change);
            return found.Id;
        }, ct);

    /// <summary>撤销, on a ground.</summary>
    public Task<Result<Guid>> DissolveAsync(Actor actor, Guid id, string ground, CancellationToken ct = default) =>
        OnCommitteeAsync(actor, id, async (unit, found, now) =>
            Keep(unit, actor, found, found.Dissolve(actor, await unit.Mediation.CountInOfficeAsync(id, ct), ground, now)), ct);

    /// <summary>恢复, on a ground.</summary>
    public Task<Result<Guid>> RestoreAsync(Actor actor, Guid id, string ground, CancellationToken ct = default) =>
        OnCommitteeAsync(actor, id, (unit, found, now) => Task.FromResult(Keep(unit, actor, found, found.Restore(actor, ground, now))), ct);

    /// <summary>Every fault of the facts, the city's divisions, bodies and categories asked.</summary>
    internal List<Error> Check(Actor actor, CommitteeFacts facts, DateTimeOffset now)
    {
        var pack = reference.Pack;
        var errors = facts.Check(now.ChinaDay()).ToList();
        if (facts.Area != default && pack.FindDivision(facts.Area) is null)
            errors.Add(new MediationErrors.UnknownArea { Field = nameof(facts.Area) });
        else if (facts.Area != default && !actor.Scope.Contains(facts.Area))
            errors.Add(new PlatformErrors.OutsideScope(MediationWords.Area(facts.Area, pack)) { Field = nameof(facts.Area) });
        if (facts.BodyCode is { } body && pack.FindBody(body) is null)
            errors.Add(new MediationErrors.UnknownBody { Field = nameof(facts.BodyCode) });
        if (facts.Specialities.FirstOrDefault(code => pack.CategoryByCode(code) is null) is { } unknown)
            errors.Add(new MediationErrors.UnknownCategory(unknown) { Field = nameof(facts.Specialities) });
        return errors;
    }

    private async Task<Result<Guid>> OnCommitteeAsync(
        Actor actor, Guid id, Func<IUnitOfWork, MediationCommittee, DateTimeOffset, Task<Result<Guid>>> act, CancellationToken ct)
    {
        if (!actor.May(Permission.ManageMediation))
            return new PlatformErrors.NotPermitted();
        var now = time.GetUtcNow();
        return await units.ExecuteAsync<Guid>(async unit =>
            await unit.Mediation.FindCommitteeAsync(id, ct) is { } found && actor.Scope.Contains(found.Area)
                ? await act(unit, found, now)
                : new MediationErrors.CommitteeNotFound(), ct);
    }

    private static Result<Guid> Keep(IUnitOfWork unit, Actor actor, MediationCommittee committee, Result<MediationChange> change)
    {
        if (!change.IsOk)
            return Result<Guid>.Refused(change.Errors);
        Keep(unit, actor, committee, change.Value);
        return committee.Id;
    }

    private static void Keep(IUnitOfWork unit, Actor actor, MediationCommittee committee, MediationChange change)
    {
        unit.Mediation.Add(change);
        unit.Audit(actor, new AuditRecord(
            AuditActions.OfCommittee(change.Kind), "committee", committee.Name, committee.Area, PlainText.Cut(change.Words, 500)));
    }
}
