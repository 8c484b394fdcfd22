using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Common;

namespace Governance.Application.Restricted;

/// <summary>
/// Restricts what came in another way than by the form: imported cases, cases from before the pack asked for it, and withheld cases
/// whose people had no account yet.
/// </summary>
public sealed class RestrictionSweep(IUnitOfWorkFactory units, IReferenceData reference, RestrictionByCategory restriction, TimeProvider time) : ITimedStep
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Guid>> FindDueAsync(int most, CancellationToken ct)
    {
        IReadOnlyList<string> categories = [.. reference.Pack.Restrictions.SelectMany(r => r.Categories)];
        if (categories.Count == 0)
            return [];
        var found = await units.ExecuteAsync(async unit =>
            Result<IReadOnlyList<Guid>>.Ok(await unit.Cases.FindUnrestrictedAsync(categories, most, ct)), ct);
        return found.IsOk ? found.Value : [];
    }

    /// <inheritdoc />
    public async Task<bool> TakeAsync(Guid subject, CancellationToken ct)
    {
        var system = SystemActor.Named(TimedSteps.ActorName, reference.Pack);
        var taken = await units.ExecuteAsync<bool>(async unit =>
        {
            if (await unit.Cases.FindAsync(subject, ct) is not { } found)
                return false;
            var steps = found.Steps.Count;
            await restriction.ApplyAsync(unit, system, found, time.GetUtcNow(), ct);
            return found.Steps.Count > steps;
        }, ct);
        return taken is { IsOk: true, Value: true };
    }
}
