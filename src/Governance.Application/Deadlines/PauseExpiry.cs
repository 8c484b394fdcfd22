using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Common;

namespace Governance.Application.Deadlines;

/// <summary>Lets the clock of a case go on when its pause is over (暂停期满).</summary>
public sealed class PauseExpiry(IUnitOfWorkFactory units, CaseClock clock, TimeProvider time) : ITimedStep
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Guid>> FindDueAsync(int most, CancellationToken ct)
    {
        var found = await units.ExecuteAsync(async unit =>
            Result<IReadOnlyList<Guid>>.Ok(await unit.Cases.FindExpiredPausesAsync(time.GetUtcNow(), most, ct)), ct);
        return found.IsOk ? found.Value : [];
    }

    /// <inheritdoc />
    public async Task<bool> TakeAsync(Guid subject, CancellationToken ct)
    {
        var taken = await units.ExecuteAsync<bool>(async unit =>
        {
            if (await unit.Cases.FindAsync(subject, ct) is not { } found)
                return false;
            var steps = found.Steps.Count;
            // Asked again of fresh data: the body may have resumed it before its time.
            var went = found.ExpirePause(clock.Itself, time.GetUtcNow());
            CaseAudit.Steps(unit, clock.Itself, found, steps);
            return went;
        }, ct);
        return taken is { IsOk: true, Value: true };
    }
}
