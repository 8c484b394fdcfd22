using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Repeats;
using Governance.Domain.Restricted;

namespace Governance.Application.Repeats;

/// <summary>
/// One matter, several reporters (并案, H43): merging repeats into a lead case and taking them out again. What a lead's end means for its
/// repeats is not decided here: they go along in the unit of work, whoever closes the lead.
/// </summary>
public sealed class RepeatService(IUnitOfWorkFactory units, IReferenceData reference, CaseClock clock, TimeProvider time)
{
    /// <summary>Merges all of the cases into the lead, or none.</summary>
    /// <returns>Refused when a case is unknown to this person, lies where they may not merge, or does not stand so that it can be merged.</returns>
    public Task<Result<MergedCases>> MergeAsync(Actor actor, MergeCases command, CancellationToken ct = default) =>
        units.ExecuteAsync<MergedCases>(async unit =>
        {
            if (!actor.May(Permission.MergeCase))
                return new PlatformErrors.NotPermitted();
            var numbers = command.Repeats.Distinct().ToList();
            var known = await unit.Cases.FindManyAsync([.. numbers.Append(command.Lead).Distinct()], ct);
            var lead = known.FirstOrDefault(c => c.Number == command.Lead);
            if (lead?.MergedIntoId is { } above)
                lead = known.FirstOrDefault(c => c.Id == above) ?? await unit.Cases.FindAsync(above, ct);
            var repeats = known.Where(c => numbers.Contains(c.Number)).OrderBy(c => c.RegisteredAt).ToList();
            if (lead is null || repeats.Count < numbers.Count || Refuse(actor, [lead, .. repeats]) is CaseErrors.NotFound)
                return new CaseErrors.NotFound();
            if (Refuse(actor, [lead, .. repeats]) is { } refusal)
                return refusal;

            var theirs = await unit.Cases.FindRepeatsAsync([.. repeats.Where(r => r.RepeatCount > 0).Select(r => r.Id)], ct);
            var steps = lead.Steps.Count;
            var taken = lead.TakeIn(repeats, theirs, actor, command.Reason, time.GetUtcNow());
            if (!taken.IsOk)
                return Result<MergedCases>.Refused(taken.Errors);
            CaseAudit.Steps(unit, actor, lead, steps);
            foreach (var merged in repeats.Concat(theirs))
                unit.Audit(actor, CaseAudit.Of(merged, CaseStepKind.Merge, $"主案：{lead.Number.Value}"));
            return new MergedCases(lead.Number, lead.RepeatCount + 1);
        }, ct);

    /// <summary>The same for a case that was made a moment ago in the same transaction.</summary>
    /// <returns>The number of the lead.</returns>
    public async Task<Result<CaseNumber>> MergeNewAsync(IUnitOfWork unit, Actor actor, Case made, CaseNumber lead, string reason, CancellationToken ct)
    {
        if (!actor.May(Permission.MergeCase))
            return new PlatformErrors.NotPermitted();
        var found = (await unit.Cases.FindManyAsync([lead], ct)).SingleOrDefault();
        if (found?.MergedIntoId is { } above)
            found = await unit.Cases.FindAsync(above, ct);
        if (found is null)
            return new CaseErrors.NotFound();
        if (Refuse(actor, [found, made]) is { } refusal)
            return Result<CaseNumber>.Refused([refusal]);
        var steps = found.Steps.Count;
        var taken = found.TakeIn([made], [], actor, reason, time.GetUtcNow());
        if (!taken.IsOk)
            return Result<CaseNumber>.Refused(taken.Errors);
        CaseAudit.Steps(unit, actor, found, steps);
        unit.Audit(actor, CaseAudit.Of(made, CaseStepKind.Merge, $"主案：{found.Number.Value}"));
        return found.Number;
    }

    /// <summary>Makes a merged case one of its own again, where it stood; the time it was merged does not count.</summary>
    /// <returns>The number of the case.</returns>
    public Task<Result<CaseNumber>> UnmergeAsync(Actor actor, UnmergeCase command, CancellationToken ct = default) =>
        units.ExecuteAsync<CaseNumber>(async unit =>
        {
            if (!actor.May(Permission.MergeCase))
                return new PlatformErrors.NotPermitted();
            var repeat = (await unit.Cases.FindManyAsync([command.Repeat], ct)).SingleOrDefault();
            if (repeat is null || Refuse(actor, [repeat]) is CaseErrors.NotFound)
                return new CaseErrors.NotFound();
            if (repeat.MergedIntoId is not { } above || await unit.Cases.FindAsync(above, ct) is not { } lead)
                return new RepeatErrors.NotMerged();
            if (Refuse(actor, [lead, repeat]) is { } refusal)
                return refusal;

            var now = time.GetUtcNow();
            var steps = lead.Steps.Count;
            var released = lead.Release(repeat, actor, command.Reason, clock.Resume(repeat, now), now);
            if (!released.IsOk)
                return Result<CaseNumber>.Refused(released.Errors);
            CaseAudit.Steps(unit, actor, lead, steps);
            unit.Audit(actor, CaseAudit.Of(repeat, CaseStepKind.Unmerge, $"主案：{lead.Number.Value}"));
            return repeat.Number;
        }, ct);

    /// <summary>Merging moves every one of the cases: all must be known to the person and lie inside the scope.</summary>
    private Error? Refuse(Actor actor, IReadOnlyList<Case> cases)
    {
        var visibility = CaseVisibility.Of(actor);
        if (cases.Any(c => !visibility.Allows(c)))
            return new CaseErrors.NotFound();
        // Every reporter of a merged matter is told of it, and its lead stands in lists.
        if (cases.Any(c => c.IsRestricted))
            return new RestrictedErrors.NotMerged();
        return cases.FirstOrDefault(c => !actor.May(Permission.MergeCase, c.Place)) is { } outside
            ? new RepeatErrors.OutsideScope(outside.Number.Value, reference.Pack.PlaceName(outside.Place))
            : null;
    }
}
