using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;

namespace Governance.Application.Restricted;

/// <summary>移送.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Persons">Named handlers at the body; none where nobody there works in the portal.</param>
/// <param name="Note">Accompanying words.</param>
public sealed record HandOverCase(Guid CaseId, uint Version, IReadOnlyList<Guid> Persons, string Note);

/// <summary>回执.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="ReceiptNumber">Number of the receipt.</param>
/// <param name="ReceivedBy">Who received it.</param>
public sealed record ConfirmReceipt(Guid CaseId, uint Version, string ReceiptNumber, string ReceivedBy);

/// <summary>Hands leads on organised crime over to the police and records the receipt (P21).</summary>
public sealed class HandOverService(IUnitOfWorkFactory units, IReferenceData reference, TimeProvider time) : ITimedStep
{
    /// <summary>Hands the case over; only a keeper does.</summary>
    public Task<Result<CaseNumber>> HandOverAsync(Actor actor, HandOverCase command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, async (unit, found) =>
        {
            if (reference.Pack.FindRestriction(found.Restriction?.RuleKey) is not { HandOverBody: { } key, ReceiptHours: { } hours }
                || reference.Pack.FindBodyFor(found.Place, key) is not { } body)
                return new RestrictedErrors.NothingToHandOver();
            if (command.Persons.Count > HandOver.MostHandlers)
                return new RestrictedErrors.TooManyHandlers { Field = "Person" };
            var handlers = await RestrictionByCategory.FindPersonsAsync(unit, command.Persons, ct);
            return handlers is null
                ? new RestrictedErrors.UnknownPerson { Field = "Person" }
                : found.HandOverTo(actor, body, handlers, command.Note, hours, time.GetUtcNow());
        }, ct);

    /// <summary>Records the receipt; whoever is in the circle does.</summary>
    public Task<Result<CaseNumber>> ConfirmAsync(Actor actor, ConfirmReceipt command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, (_, found) =>
            Task.FromResult(found.ConfirmReceipt(actor, command.ReceiptNumber, command.ReceivedBy, time.GetUtcNow())), ct);

    /// <inheritdoc />
    public async Task<IReadOnlyList<Guid>> FindDueAsync(int most, CancellationToken ct)
    {
        var found = await units.ExecuteAsync(async unit =>
            Result<IReadOnlyList<Guid>>.Ok(await unit.Cases.FindMissingReceiptsAsync(time.GetUtcNow(), most, ct)), ct);
        return found.IsOk ? found.Value : [];
    }

    /// <inheritdoc />
    public async Task<bool> TakeAsync(Guid subject, CancellationToken ct)
    {
        var system = SystemActor.Named(TimedSteps.ActorName, reference.Pack);
        var taken = await units.ExecuteAsync<bool>(async unit =>
        {
            if (await unit.Cases.FindAsync(subject, ct) is not { } found || !found.RemindOfReceipt(system, time.GetUtcNow()))
                return false;
            unit.Audit(system, CaseAudit.Of(found, CaseStepKind.RemindOfReceipt, found.Steps[^1].Note));
            return true;
        }, ct);
        return taken is { IsOk: true, Value: true };
    }

    private Task<Result<CaseNumber>> ChangeAsync(
        Actor actor, Guid id, uint version, Func<IUnitOfWork, Case, Task<Result>> change, CancellationToken ct) =>
        units.ChangeCaseAsync(actor, id, version, change, (_, step) => $"{step.TargetBodyName}；{step.Note}".Trim('；'), ct);
}
