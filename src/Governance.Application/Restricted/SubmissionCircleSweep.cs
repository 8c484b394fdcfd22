using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Submissions;

namespace Governance.Application.Restricted;

/// <summary>
/// Seats the circle of a restricted submission that nobody in use sits in: its people had no account when it came, or have all left. A report
/// that waits unseen is found within seconds of the first account. Restricts what came before the pack asked for it.
/// </summary>
public sealed class SubmissionCircleSweep(IUnitOfWorkFactory units, IReferenceData reference, RestrictionByCategory seats) : ITimedStep
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Guid>> FindDueAsync(int most, CancellationToken ct)
    {
        IReadOnlyList<string> categories = [.. reference.Pack.Restrictions.SelectMany(r => r.Categories)];
        if (categories.Count == 0)
            return [];
        var found = await units.ExecuteAsync(async unit =>
            Result<IReadOnlyList<Guid>>.Ok(await unit.Submissions.FindUnseatedAsync(categories, most, ct)), ct);
        return found.IsOk ? found.Value : [];
    }

    /// <inheritdoc />
    public async Task<bool> TakeAsync(Guid subject, CancellationToken ct)
    {
        var taken = await units.ExecuteAsync<bool>(async unit =>
        {
            if (await unit.Submissions.FindAsync(subject, ct) is not { State: SubmissionState.Pending or SubmissionState.Asked } found
                || (reference.Pack.FindRestriction(found.RestrictionKey) ?? reference.Pack.RestrictionFor(found.CategoryCode ?? "")) is not { } rule)
                return false;
            var (_, circle) = await seats.SeatsAsync(unit, rule, found.Area, ct);
            if (found.RestrictionKey is not null && circle.All(p => found.MayBeKnownTo(p.UserId)))
                return false;
            found.Restrict(rule, circle);
            return true;
        }, ct);
        return taken is { IsOk: true, Value: true };
    }
}
