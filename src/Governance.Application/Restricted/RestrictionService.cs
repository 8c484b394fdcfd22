using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;

namespace Governance.Application.Restricted;

/// <summary>限定知悉 by hand.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="RuleKey">Line of the pack, or null for another reason.</param>
/// <param name="Reason">Why.</param>
public sealed record RestrictCase(Guid CaseId, uint Version, string? RuleKey, string Reason);

/// <summary>解除限定知悉.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record LiftRestriction(Guid CaseId, uint Version, string Reason);

/// <summary>Lets a person into the circle.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Person">Account of the person.</param>
/// <param name="IsKeeper">True to make the person a keeper.</param>
/// <param name="Reason">Why.</param>
public sealed record AddToCircle(Guid CaseId, Guid Person, bool IsKeeper, string Reason);

/// <summary>指定承办人: of a body only these persons stay in the circle.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="BodyCode">The body.</param>
/// <param name="Handlers">Accounts of its persons that stay or join.</param>
/// <param name="Reason">Why.</param>
public sealed record NameHandlers(Guid CaseId, uint Version, string BodyCode, IReadOnlyList<Guid> Handlers, string Reason);

/// <summary>Takes a person out of the circle.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Person">Account of the person.</param>
/// <param name="Reason">Why.</param>
public sealed record RemoveFromCircle(Guid CaseId, Guid Person, string Reason);

/// <summary>限定知悉 (P21, P53): restricts cases, keeps their circles, lifts restrictions. Every change is in the timeline and in the trail.</summary>
public sealed class RestrictionService(IUnitOfWorkFactory units, IReferenceData reference, RestrictionByCategory seats, TimeProvider time)
{
    /// <summary>Restricts a case by hand; who does it keeps the circle, with the people the pack seats for that kind.</summary>
    /// <returns>The number of the case; refused when the person, the place or the version does not fit.</returns>
    public Task<Result<CaseNumber>> RestrictAsync(Actor actor, RestrictCase command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, async (unit, found) =>
        {
            if (!actor.May(Permission.RestrictCase, found.Place))
                return new PlatformErrors.NotPermitted();
            var rule = reference.Pack.FindRestriction(command.RuleKey);
            if (rule is null && !string.IsNullOrEmpty(command.RuleKey))
                return new RestrictedErrors.UnknownKind { Field = "RuleKey" };
            var own = CirclePerson.Of(actor, isKeeper: true);
            var keeper = reference.Pack.FindBody(actor.BodyCode) ?? SystemActor.CityCentre(reference.Pack);
            IReadOnlyList<CirclePerson> circle = rule is null ? [own] : [own, .. (await seats.SeatsAsync(unit, rule, found.Place, ct)).Circle];
            return found.Restrict(actor, rule, keeper, circle, command.Reason, time.GetUtcNow());
        }, ct);

    /// <summary>Lifts the restriction; only a keeper does.</summary>
    public Task<Result<CaseNumber>> LiftAsync(Actor actor, LiftRestriction command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, (_, found) =>
            Task.FromResult(found.LiftRestriction(actor, command.Reason, time.GetUtcNow())), ct);

    /// <summary>Lets a person into the circle; only a keeper does.</summary>
    public Task<Result<CaseNumber>> AddAsync(Actor actor, AddToCircle command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, null, async (unit, found) =>
            await unit.Users.FindColleagueAsync(command.Person, ct) is { } person && RestrictionByCategory.IsMemberMaterial(person.Role)
                ? found.AddToCircle(
                    actor, new CirclePerson(person.Id, person.Name, person.BodyCode, person.BodyName, command.IsKeeper), command.Reason, time.GetUtcNow())
                : new RestrictedErrors.UnknownPerson { Field = "Person" }, ct);

    /// <summary>Takes a person out of the circle; only a keeper does.</summary>
    public Task<Result<CaseNumber>> RemoveAsync(Actor actor, RemoveFromCircle command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, null, (_, found) =>
            Task.FromResult(found.RemoveFromCircle(actor, command.Person, command.Reason, time.GetUtcNow())), ct);

    /// <summary>指定承办人; only a keeper does.</summary>
    public Task<Result<CaseNumber>> NameHandlersAsync(Actor actor, NameHandlers command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, async (unit, found) =>
        {
            if (reference.Pack.FindBody(command.BodyCode) is not { } body)
                return new UserErrors.UnknownBody { Field = "Body" };
            return await RestrictionByCategory.FindPersonsAsync(unit, command.Handlers, ct) is { } named
                ? found.NameHandlers(actor, body, named, command.Reason, time.GetUtcNow())
                : new RestrictedErrors.UnknownPerson { Field = "Handlers" };
        }, ct);

    private Task<Result<CaseNumber>> ChangeAsync(
        Actor actor, Guid id, uint? version, Func<IUnitOfWork, Case, Task<Result>> change, CancellationToken ct) =>
        units.ChangeCaseAsync(actor, id, version, change, (_, step) => step.Note, ct);
}
