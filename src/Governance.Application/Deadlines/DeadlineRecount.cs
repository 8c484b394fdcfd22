using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Supervision;
using Governance.Domain.Cases;

namespace Governance.Application.Deadlines;

/// <summary>Reads every open case.</summary>
public interface IOpenCases
{
    /// <summary>The open cases in pieces, each case whole; nothing that is done to them is saved.</summary>
    IAsyncEnumerable<IReadOnlyList<Case>> ReadAsync(CancellationToken ct);
}

/// <summary>What a recount did.</summary>
/// <param name="Open">Open cases looked at.</param>
/// <param name="Changed">Cases whose dates changed, each with a line on its timeline.</param>
public sealed record RecountReport(int Open, int Changed);

/// <summary>
/// 期限重算: counts the deadlines of every open case on the calendar as it is now. Reading and counting come first and hold nothing; only
/// cases whose dates changed are taken and counted again. Doing it twice changes nothing the second time.
/// </summary>
public sealed class DeadlineRecount(IOpenCases open, IUnitOfWorkFactory units, CaseClock clock, ThresholdClock clocks, TimeProvider time)
{
    private const int AtOnce = 50;

    /// <summary>Counts all.</summary>
    /// <param name="why">Why, one sentence for the timeline.</param>
    /// <param name="ct">Stops it; what was done stays done.</param>
    public async Task<RecountReport> RunAsync(string why, CancellationToken ct = default)
    {
        var (seen, changed) = (0, 0);
        await foreach (var piece in open.ReadAsync(ct))
        {
            seen += piece.Count;
            foreach (var few in piece.Where(IsOutdated).Select(c => c.Id).Chunk(AtOnce))
                changed += await TakeAsync(few, why, ct);
        }
        return new RecountReport(seen, changed);
    }

    private bool IsOutdated(Case subject) =>
        subject.State.IsOpen() && (clock.CountWhole(subject).DueAt != subject.DueAt || clock.CountStep(subject)?.DueAt != subject.StepDueAt);

    private async Task<int> TakeAsync(Guid[] ids, string why, CancellationToken ct)
    {
        var taken = await units.ExecuteAsync<int>(async unit =>
        {
            var changed = 0;
            foreach (var found in (await unit.Cases.FindManyAsync(ids, ct)).Where(IsOutdated))
            {
                var steps = found.Steps.Count;
                changed += found.Recount(clock.Itself, clock.CountWhole(found).DueAt, clock.CountStep(found)?.DueAt, why, time.GetUtcNow()) ? 1 : 0;
                CaseAudit.Steps(unit, clock.Itself, found, steps);
                clocks.Wind(found);
            }
            return changed;
        }, ct);
        return taken.IsOk ? taken.Value : throw new StorageUnavailableException(taken.Error.Message);
    }
}
