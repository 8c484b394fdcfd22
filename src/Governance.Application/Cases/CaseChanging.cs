using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Application.Cases;

/// <summary>The one way a service changes a case: whole, of the version its user looked at, and with an entry in the trail for every step.</summary>
internal static class CaseChanging
{
    /// <summary>Loads the case, compares the version, changes it and tells the trail.</summary>
    /// <param name="units">Opens the unit of work.</param>
    /// <param name="actor">Who changes it: a case this person may not know of does not exist.</param>
    /// <param name="id">Key of the case.</param>
    /// <param name="version">Version the person looked at; null where somebody else's step does no harm.</param>
    /// <param name="isPermitted">Whether the person may try at all: asked before the version, so that who may not learns nothing of others' steps.</param>
    /// <param name="change">The change; rights to the step itself are asked here.</param>
    /// <param name="tellStep">What the trail says of a step that was taken; null when the change tells it by itself.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The number of the case; refused as the change was, or because somebody was faster.</returns>
    public static Task<Result<CaseNumber>> ChangeCaseAsync(
        this IUnitOfWorkFactory units, Actor actor, Guid id, uint? version, Func<Case, bool> isPermitted, Func<IUnitOfWork, Case, Task<Result>> change,
        Func<Case, CaseStep, string>? tellStep, CancellationToken ct) =>
        units.ExecuteAsync<CaseNumber>(async unit =>
        {
            var found = await unit.Cases.FindAsync(id, ct);
            if (found is null || !CaseVisibility.Of(actor).Allows(found))
                return new CaseErrors.NotFound();
            if (!isPermitted(found))
                return new PlatformErrors.NotPermitted();
            if (version is { } seen && found.Version != seen)
                return LostRace.Tell(found);
            var steps = found.Steps.Count;
            var changed = await change(unit, found);
            if (!changed.IsOk)
                return Result<CaseNumber>.Refused(changed.Errors);
            if (tellStep is not null)
                foreach (var step in found.Steps.Skip(steps))
                    unit.Audit(actor, CaseAudit.Of(found, step.Kind, tellStep(found, step)));
            return found.Number;
        }, ct);

    /// <summary>The same where the change alone asks for rights.</summary>
    public static Task<Result<CaseNumber>> ChangeCaseAsync(
        this IUnitOfWorkFactory units, Actor actor, Guid id, uint? version, Func<IUnitOfWork, Case, Task<Result>> change,
        Func<Case, CaseStep, string>? tellStep, CancellationToken ct) =>
        units.ChangeCaseAsync(actor, id, version, _ => true, change, tellStep, ct);

    /// <summary>The same for a change of the case alone, told of in the usual words.</summary>
    public static Task<Result<CaseNumber>> ChangeCaseAsync(
        this IUnitOfWorkFactory units, Actor actor, Guid id, uint version, Func<Case, Result> change, CancellationToken ct) =>
        units.ChangeCaseAsync(actor, id, version, (_, found) => Task.FromResult(change(found)), (_, step) => CaseAudit.StepDetail(step), ct);
}
