using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Charges;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Charges;

/// <summary>Something about the leader in charge or an instruction.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">包案, 跟进, 解除包案 or 落实批示.</param>
/// <param name="Note">The words.</param>
/// <param name="LeaderId">For 包案: the leader.</param>
/// <param name="EveryDays">For 包案: days between two follow-ups.</param>
public sealed record ChargeStep(Guid CaseId, CaseStepKind Kind, string Note, Guid? LeaderId = null, int EveryDays = Case.UsualFollowUpDays);

/// <summary>One step of the tab 包案与批示.</summary>
public sealed record ChargeStepRow(int Sequence, CaseStepKind Kind, DateTimeOffset At, string ActorName, string BodyName, string Note, string? Target, string? Facts);

/// <summary>What the tab 包案与批示 shows.</summary>
/// <param name="LeaderId">Leader in charge, or null.</param>
/// <param name="LeaderName">Name of that leader.</param>
/// <param name="EveryDays">Days between two follow-ups.</param>
/// <param name="DueOn">When the next one is due.</param>
/// <param name="Steps">What was done about it, newest first.</param>
public sealed record ChargeRecord(Guid? LeaderId, string? LeaderName, int? EveryDays, DateOnly? DueOn, IReadOnlyList<ChargeStepRow> Steps)
{
    /// <summary>True when a leader has instructed and nobody has reported since.</summary>
    public bool AwaitsReport => Steps.FirstOrDefault(s => s.Kind is CaseStepKind.Instruct or CaseStepKind.ReportInstruction)?.Kind == CaseStepKind.Instruct;
}

/// <summary>A case a leader is in charge of.</summary>
public sealed record ChargeRow(
    Guid Id, CaseNumber Number, string Title, CaseState State, AreaCode Place, string? LeadBodyName, DateTimeOffset DueAt, DateTimeOffset? ClosedAt,
    int EveryDays, DateOnly FollowUpOn);

/// <summary>Reads charges.</summary>
public interface IChargeQueries
{
    /// <summary>The charge of a case the person may know of, or null.</summary>
    Task<ChargeRecord?> FindAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct);

    /// <summary>Open cases a leader is in charge of, those to be followed up soonest first.</summary>
    Task<IReadOnlyList<ChargeRow>> ListAsync(CaseVisibility visibility, Guid leader, int most, CancellationToken ct);

    /// <summary>Leaders whose scope holds the place, the nearest first.</summary>
    Task<IReadOnlyList<Actor>> FindLeadersAsync(AreaCode place, CancellationToken ct);
}

/// <summary>The leader in charge of a case (包案) and what became of instructions (批示, H5).</summary>
public sealed class ChargeService(IUnitOfWorkFactory units, IChargeQueries queries, IPeopleQueries people, TimeProvider time)
{
    /// <summary>Cases of one leader that are shown.</summary>
    public const int Shown = 200;

    /// <summary>Takes one step.</summary>
    /// <returns>The number of the case; refused when the step or the person does not fit.</returns>
    public Task<Result<CaseNumber>> TakeAsync(Actor actor, ChargeStep command, CancellationToken ct = default) =>
        units.ExecuteAsync<CaseNumber>(async unit =>
        {
            var found = await unit.Cases.FindAsync(command.CaseId, ct);
            if (found is null || !CaseVisibility.Of(actor).Allows(found))
                return new CaseErrors.NotFound();
            if (!actor.May(ChargeRule.For(command.Kind).Permission))
                return new PlatformErrors.NotPermitted();
            var taken = await TakeAsync(actor, found, command, ct);
            if (!taken.IsOk)
                return Result<CaseNumber>.Refused(taken.Errors);
            unit.Audit(actor, CaseAudit.Of(found, command.Kind, found.Steps[^1].TargetBodyName ?? ""));
            return found.Number;
        }, ct);

    /// <summary>The charge of a case.</summary>
    public async Task<Result<ChargeRecord>> FindAsync(Actor actor, Guid caseId, CancellationToken ct = default)
    {
        var visibility = CaseVisibility.Of(actor);
        return !visibility.Nothing && await queries.FindAsync(visibility, caseId, ct) is { } found ? found : new CaseErrors.NotFound();
    }

    /// <summary>Open cases the person is in charge of.</summary>
    public async Task<Result<IReadOnlyList<ChargeRow>>> ListOwnAsync(Actor actor, CancellationToken ct = default) =>
        actor.May(Permission.FollowUpCharge)
            ? Result<IReadOnlyList<ChargeRow>>.Ok(await queries.ListAsync(CaseVisibility.Of(actor), actor.UserId, Shown, ct))
            : new PlatformErrors.NotPermitted();

    /// <summary>Leaders who may be put in charge of a case at that place.</summary>
    public async Task<IReadOnlyList<Actor>> FindLeadersAsync(Actor actor, AreaCode place, string typed, CancellationToken ct = default) =>
        actor.May(Permission.NameInCharge, place)
            ? [.. (await queries.FindLeadersAsync(place, ct)).Where(l => l.DisplayName.Contains(typed, StringComparison.Ordinal) || l.BodyName.Contains(typed, StringComparison.Ordinal)).Take(12)]
            : [];

    private async Task<Result> TakeAsync(Actor actor, Case found, ChargeStep command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        switch (command.Kind)
        {
            case CaseStepKind.NameInCharge:
                var leader = command.LeaderId is { } id && await people.FindAsync([], [id], ct) is [var named, ..] ? named : null;
                return found.NameInCharge(actor, leader, command.EveryDays, command.Note, now);
            case CaseStepKind.FollowUp: return found.FollowUp(actor, command.Note, now);
            case CaseStepKind.EndCharge: return found.EndCharge(actor, command.Note, now);
            case CaseStepKind.ReportInstruction: return found.ReportInstruction(actor, command.Note, now);
            default: throw new ArgumentOutOfRangeException(nameof(command), command.Kind, "Not a step of the charge.");
        }
    }
}
