using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Platform;

namespace Governance.Application.Mediation;

/// <summary>Keeps the register of mediators (调解员): appointment, end, leave. Whoever manages mediation keeps those of the own area.</summary>
public sealed class MediatorService(IUnitOfWorkFactory units, IReferenceData reference, IPersonalDataProtector protector, TimeProvider time)
{
    private const int KeyEnd = 6;

    /// <summary>聘任; gives the key.</summary>
    public async Task<Result<Guid>> AppointAsync(Actor actor, AppointMediator command, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ManageMediation))
            return new PlatformErrors.NotPermitted();
        var now = time.GetUtcNow();
        var facts = command.Facts.Cleaned();
        var errors = Check(actor, facts, command.Phone, out var phone);
        var appointment = command.Appointment.Checked(now.ChinaDay());
        errors.AddRange(appointment.Errors);
        if (errors.Count > 0)
            return Result<Guid>.Refused(errors);
        return await units.ExecuteAsync<Guid>(async unit =>
        {
            var placed = await CheckPlaceAsync(unit, facts, null, ct);
            if (!placed.IsOk)
                return Result<Guid>.Refused(placed.Errors);
            var (appointed, change) = Mediator.Appoint(facts, protector.Protect(phone), appointment.Value, actor, now);
            unit.Mediation.Add(appointed);
            await KeepAsync(unit, actor, appointed, change, ct);
            return appointed.Id;
        }, ct);
    }

    /// <summary>修改.</summary>
    public Task<Result<Guid>> ChangeAsync(Actor actor, ChangeMediator command, CancellationToken ct = default) =>
        OnMediatorAsync(actor, command.Id, async (unit, found, now) =>
        {
            if (found.Version != command.Version)
                return new MediationErrors.ChangedMeanwhile();
            var facts = command.Facts.Cleaned();
            var errors = Check(actor, facts, command.NewPhone, out var phone);
            if (errors.Count > 0)
                return Result<Guid>.Refused(errors);
            var placed = await CheckPlaceAsync(unit, facts, found, ct);
            if (!placed.IsOk)
                return Result<Guid>.Refused(placed.Errors);
            var words = MediationWords.Difference(found.Facts, facts, placed.Value, phone is not null, reference.Pack);
            var changed = found.Change(actor, facts, protector.Protect(phone), words, now);
            if (!changed.IsOk)
                return Result<Guid>.Refused(changed.Errors);
            if (changed.Value is { } change)
                await KeepAsync(unit, actor, found, change, ct);
            return found.Id;
        }, ct);

    /// <summary>解聘, on a ground.</summary>
    public Task<Result<Guid>> EndAsync(Actor actor, Guid id, string ground, CancellationToken ct = default) =>
        OnMediatorAsync(actor, id, (unit, found, now) => KeepAsync(unit, actor, found, found.End(actor, ground, now), ct), ct);

    /// <summary>续聘 after an end.</summary>
    public Task<Result<Guid>> ReappointAsync(Actor actor, Guid id, Appointment appointment, CancellationToken ct = default) =>
        OnMediatorAsync(actor, id, async (unit, found, now) =>
        {
            var good = appointment.Checked(now.ChinaDay());
            if (!good.IsOk)
                return Result<Guid>.Refused(good.Errors);
            var placed = await CheckPlaceAsync(unit, found.Facts, found, ct);
            return placed.IsOk ? await KeepAsync(unit, actor, found, found.Reappoint(actor, good.Value, now), ct) : Result<Guid>.Refused(placed.Errors);
        }, ct);

    /// <summary>请假.</summary>
    public Task<Result<Guid>> TakeLeaveAsync(Actor actor, TakeLeave command, CancellationToken ct = default) =>
        OnMediatorAsync(actor, command.MediatorId, (unit, found, now) =>
            KeepAsync(unit, actor, found, found.TakeLeave(actor, command.From, command.Until, command.Kind, now), ct), ct);

    /// <summary>销假.</summary>
    public Task<Result<Guid>> EndLeaveAsync(Actor actor, Guid id, Guid leaveId, CancellationToken ct = default) =>
        OnMediatorAsync(actor, id, (unit, found, now) => KeepAsync(unit, actor, found, found.EndLeave(actor, leaveId, now), ct), ct);

    /// <summary>查看电话 of a mediator in clear; whoever reads the register may, and leaves an audit entry with the reason.</summary>
    public async Task<Result<string>> RevealPhoneAsync(Actor actor, Guid id, string reason, CancellationToken ct = default)
    {
        reason = PlainText.CleanLine(reason);
        if (!actor.May(Permission.ReadMediation))
            return new PlatformErrors.NotPermitted { Ground = GroundKeys.DataPrivacy };
        if (reason.Length < CaseReadService.ReasonMinimum)
            return new PlatformErrors.Required("Reason", $"查看原因（至少 {CaseReadService.ReasonMinimum} 个字）") { Field = "Reason" };
        if (reason.Length > CaseReadService.ReasonMaximum)
            return new PlatformErrors.TooLong("查看原因", CaseReadService.ReasonMaximum, reason.Length) { Field = "Reason" };
        return await units.ExecuteAsync<string>(async unit =>
        {
            if (await unit.Mediation.FindMediatorAsync(id, ct) is not { } found || !MediationScope.Of(actor).Holds(found.Area)
                || protector.Reveal(found.Phone) is not { } phone)
                return new MediationErrors.MediatorNotFound();
            unit.Audit(actor, new AuditRecord(
                AuditActions.RevealMediatorPhone, "mediator", await NameInTrailAsync(unit, found, ct), found.Area, $"原因：{reason}"));
            return phone;
        }, ct);
    }

    /// <summary>Every fault of the facts that the city's divisions and categories and the person's scope show.</summary>
    internal List<Error> Check(Actor actor, MediatorFacts facts, string? phoneTyped, out string? phone)
    {
        var pack = reference.Pack;
        var errors = facts.Check().ToList();
        if (facts.Area != default && pack.FindDivision(facts.Area) is null)
            errors.Add(new MediationErrors.UnknownArea { Field = nameof(facts.Area) });
        else if (facts.Area != default && !actor.Scope.Contains(facts.Area))
            errors.Add(new PlatformErrors.OutsideScope(MediationWords.Area(facts.Area, pack)) { Field = nameof(facts.Area) });
        if (facts.Specialities.FirstOrDefault(code => pack.CategoryByCode(code) is null) is { } unknown)
            errors.Add(new MediationErrors.UnknownCategory(unknown) { Field = nameof(facts.Specialities) });
        if (!PhoneNumber.TryParse(phoneTyped, out phone))
            errors.Add(new MediationErrors.BadPhone { Field = "Phone" });
        return errors;
    }

    /// <summary>Whether the mediator can belong to committee and studio; gives the names of both and of those before.</summary>
    private static async Task<Result<IReadOnlyDictionary<Guid, string>>> CheckPlaceAsync(
        IUnitOfWork unit, MediatorFacts facts, Mediator? before, CancellationToken ct)
    {
        if (await unit.Mediation.FindCommitteeAsync(facts.CommitteeId, ct) is not { IsActive: true } committee)
            return new MediationErrors.UnknownCommittee { Field = nameof(facts.CommitteeId) };
        if (committee.Kind == CommitteeKind.Studio)
            return new MediationErrors.CommitteeIsStudio { Field = nameof(facts.CommitteeId) };
        if (!committee.Area.Contains(facts.Area))
            return new MediationErrors.AreaOutsideCommittee(committee.Name) { Field = nameof(facts.Area) };
        var names = new Dictionary<Guid, string> { [committee.Id] = committee.Name };
        if (facts.StudioId is { } studioId)
        {
            if (await unit.Mediation.FindCommitteeAsync(studioId, ct) is not { IsActive: true, Kind: CommitteeKind.Studio } studio)
                return new MediationErrors.NotAStudio { Field = nameof(facts.StudioId) };
            names[studio.Id] = studio.Name;
        }

        if (await unit.Mediation.IsMediatorNameTakenAsync(facts.Name, facts.CommitteeId, before?.Id, ct))
            return new MediationErrors.MediatorTaken(facts.Name) { Field = nameof(facts.Name) };
        foreach (var id in new[] { before?.CommitteeId, before?.StudioId }.OfType<Guid>().Where(id => !names.ContainsKey(id)))
            names[id] = (await unit.Mediation.FindCommitteeAsync(id, ct))?.Name ?? "";
        return names;
    }

    private async Task<Result<Guid>> OnMediatorAsync(
        Actor actor, Guid id, Func<IUnitOfWork, Mediator, DateTimeOffset, Task<Result<Guid>>> act, CancellationToken ct)
    {
        if (!actor.May(Permission.ManageMediation))
            return new PlatformErrors.NotPermitted();
        var now = time.GetUtcNow();
        return await units.ExecuteAsync<Guid>(async unit =>
            await unit.Mediation.FindMediatorAsync(id, ct) is { } found && actor.Scope.Contains(found.Area)
                ? await act(unit, found, now)
                : new MediationErrors.MediatorNotFound(), ct);
    }

    private static async Task<Result<Guid>> KeepAsync(
        IUnitOfWork unit, Actor actor, Mediator mediator, Result<MediationChange> change, CancellationToken ct)
    {
        if (!change.IsOk)
            return Result<Guid>.Refused(change.Errors);
        await KeepAsync(unit, actor, mediator, change.Value, ct);
        return mediator.Id;
    }

    private static async Task KeepAsync(IUnitOfWork unit, Actor actor, Mediator mediator, MediationChange change, CancellationToken ct)
    {
        unit.Mediation.Add(change);
        var words = change.Kind == MediationChangeKind.Changed ? "" : change.Words;
        unit.Audit(actor, new AuditRecord(
            AuditActions.OfMediator(change.Kind), "mediator", await NameInTrailAsync(unit, mediator, ct), mediator.Area, PlainText.Cut(words, 500)));
    }

    // The trail is never cleaned, so it holds no person's name: the committee, the masked name, and the end of the key for namesakes.
    private static async Task<string> NameInTrailAsync(IUnitOfWork unit, Mediator mediator, CancellationToken ct) =>
        $"{(await unit.Mediation.FindCommitteeAsync(mediator.CommitteeId, ct))?.Name} {Masks.Name(mediator.Name)} {mediator.Id.ToString("N")[^KeyEnd..]}";
}
