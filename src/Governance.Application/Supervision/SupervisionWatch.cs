using Governance.Application.Cases;
using Governance.Application.Deadlines;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Supervision;

namespace Governance.Application.Supervision;

/// <summary>
/// Urges and supervises by itself when a case reaches a threshold of the pack. Of several reached at once only the most serious one is
/// acted on; what a person did before in the same sense is not done again.
/// </summary>
public sealed class SupervisionWatch(IUnitOfWorkFactory units, ThresholdClock thresholds, CaseClock clock, TimeProvider time) : ITimedStep
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Guid>> FindDueAsync(int most, CancellationToken ct)
    {
        var found = await units.ExecuteAsync(async unit =>
            Result<IReadOnlyList<Guid>>.Ok(await unit.Cases.FindWatchedAsync(time.GetUtcNow(), most, ct)), ct);
        return found.IsOk ? found.Value : [];
    }

    /// <inheritdoc />
    public async Task<bool> TakeAsync(Guid subject, CancellationToken ct)
    {
        var taken = await units.ExecuteAsync<bool>(async unit =>
        {
            var now = time.GetUtcNow();
            if (await unit.Cases.FindAsync(subject, ct) is not { } found || found.WatchAt is not { } next || next > now)
                return false;
            var steps = found.Steps.Count;
            // Asked again of fresh data: the deadline may have moved meanwhile.
            var reached = thresholds.MomentsOf(found)
                .Where(m => m.At <= now && (found.WatchedUntil is not { } until || m.At > until))
                .MaxBy(m => (m.Threshold.Action, m.At))?.Threshold;
            if (reached is not null)
                Act(found, reached, now);
            found.NoteWatched(now);
            CaseAudit.Steps(unit, clock.Itself, found, steps);
            thresholds.Wind(found);
            return found.Steps.Count > steps;
        }, ct);
        return taken is { IsOk: true, Value: true };
    }

    private void Act(Case found, SupervisionThreshold reached, DateTimeOffset now)
    {
        // A refusal means that it was done before: urged within a day, or a card of the same level is open.
        if (reached.Action == ThresholdAction.Urge)
            found.Remark(CaseStepKind.Urge, clock.Itself, $"{reached.When}，自动催办。{reached.Note}", now);
        else
            found.Supervise(
                clock.Itself, reached.Action == ThresholdAction.Red ? SupervisionLevel.Red : SupervisionLevel.Yellow, thresholds.BodyOf(found),
                $"{reached.When}，自动督办。{reached.Note}", thresholds.ReplyDue(reached.ReplyDays, now), reached.Id, now);
    }
}
