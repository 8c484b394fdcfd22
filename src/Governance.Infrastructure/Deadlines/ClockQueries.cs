using Governance.Application.Cases;
using Governance.Application.Deadlines;
using Governance.Domain.Cases;
using Governance.Domain.Deadlines;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Deadlines;

/// <summary>Flat reads about the clocks of a case.</summary>
public sealed class ClockQueries(IDbContextFactory<GovernanceDbContext> contexts) : IClockQueries
{
    /// <inheritdoc />
    public Task<ClockRecord?> FindAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct) => StorageFaults.GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<Case>().AsNoTracking().AsSingleQuery().VisibleTo(visibility).Where(c => c.Id == caseId)
            .Select(c => new ClockRecord(
                c.ClockStartedAt, c.Limit, c.DueAt, c.StepDueAt, c.PausedUntil, c.ClosedAt, c.ReopenCount,
                c.Steps.OrderBy(s => s.Sequence).Select(s => new TimelinePoint(s.Kind, s.ToState, s.At, s.TargetBodyName)).ToList(),
                c.TimeRequests.OrderBy(r => r.AskedAt).Select(r => new TimeRequestRecord(
                    r.Id, r.Run, r.Kind, r.Value, r.Unit, r.RuleId, r.Basis, r.ReasonName, r.Until, r.Words, r.AskedAt, r.AskedById, r.AskedByName, r.AskedByBody,
                    r.State, r.DecidedAt, r.DecidedByName, r.DecidedByBody, r.Decision, r.EndedAt)).ToList()))
            .SingleOrDefaultAsync(ct);
    });
}
