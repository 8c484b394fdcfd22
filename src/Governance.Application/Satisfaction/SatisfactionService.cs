using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Satisfaction;

namespace Governance.Application.Satisfaction;

/// <summary>
/// How reporters found the answer (满意度, H43): told to somebody who calls back (回访), or by the citizen on the look-up page. Either way
/// the case's own rule decides what follows.
/// </summary>
public sealed class SatisfactionService(IUnitOfWorkFactory units, IReferenceData reference, CaseReadService cases, CaseClock clock, TimeProvider time)
{
    /// <summary>Who timelines and audit trail name for a citizen's own rating; no account and no name.</summary>
    public const string ReporterName = "反映人";

    private const string ReporterWay = "网上评价";

    /// <summary>True when this person may record a call-back for a case at that place: who closes cases there.</summary>
    public static bool MayCallBack(Actor actor, CaseDetailRecord found) =>
        Case.IsAnswered(found.State, found.ClosedAt) && found.Satisfaction is null && actor.May(Permission.CloseCase, found.Place);

    /// <summary>Records what the reporter said on a call-back.</summary>
    /// <returns>The number of the case; refused when the person, the place, the state or the version does not fit.</returns>
    public Task<Result<CaseNumber>> RecordCallBackAsync(Actor actor, RecordCallBack command, CancellationToken ct = default) =>
        units.ChangeCaseAsync(
            actor, command.CaseId, command.Version, found => actor.May(Permission.CloseCase, found.Place),
            (unit, found) => RateAsync(unit, actor, found, command.Level, command.Solved, command.Words, ct), tellStep: null, ct);

    /// <summary>
    /// Takes a citizen's rating. Number and phone tail are checked as for the look-up itself, so that whatever does not fit gets the same
    /// answer there and here.
    /// </summary>
    public async Task<Result<CaseNumber>> RateAsync(RateAnswer command, CancellationToken ct = default)
    {
        var seen = await cases.LookUpAsync(command.Number, command.PhoneTail, ct);
        if (!seen.IsOk)
            return Result<CaseNumber>.Refused(seen.Errors);
        var reporter = SystemActor.Named(ReporterName, reference.Pack) with { BodyCode = "", BodyName = ReporterWay };
        return await units.ExecuteAsync<CaseNumber>(async unit =>
        {
            if (await unit.Cases.FindAsync(seen.Value.Id, ct) is not { } found)
                return new CaseErrors.LookupFailed();
            var rated = await RateAsync(unit, reporter, found, command.Level, command.Solved, command.Words ?? "", ct);
            return rated.IsOk ? found.Number : Result<CaseNumber>.Refused(rated.Errors);
        }, ct);
    }

    private async Task<Result> RateAsync(
        IUnitOfWork unit, Actor actor, Case found, SatisfactionLevel? level, bool? solved, string words, CancellationToken ct)
    {
        if (level is not { } chosen)
            return new PlatformErrors.Required("Level", "满意度") { Field = "Level" };
        var now = time.GetUtcNow();
        // An unhappy reporter of a repeat has the matter itself taken up again.
        var lead = found.MergedIntoId is { } above ? await unit.Cases.FindAsync(above, ct) : null;
        var matter = lead ?? found;
        var (steps, stepsOfLead) = (found.Steps.Count, lead?.Steps.Count ?? 0);
        var rated = found.Rate(actor, chosen, words, clock.CountHandling(matter.Place, matter.CategoryCode, matter.Urgency, now), now, solved, lead);
        if (!rated.IsOk)
            return rated;
        foreach (var (subject, step) in found.Steps.Skip(steps).Select(s => (found, s)).Concat(lead?.Steps.Skip(stepsOfLead).Select(s => (lead, s)) ?? []))
            unit.Audit(actor, CaseAudit.Of(subject, step.Kind, step.Kind == CaseStepKind.Rate ? chosen.DisplayName() : "评价不满意，自动重新办理"));
        return Result.Ok;
    }
}
