using Governance.Application.Cases;
using Governance.Application.Supervision;
using Governance.Domain.Cases;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Supervision;

/// <summary>Flat reads about supervision.</summary>
public sealed class SupervisionQueries(IDbContextFactory<GovernanceDbContext> contexts) : ISupervisionQueries
{
    /// <inheritdoc />
    public Task<IReadOnlyList<SupervisionRecord>> FindAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<SupervisionRecord>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Case>().AsNoTracking().VisibleTo(visibility).Where(c => c.Id == caseId)
                .SelectMany(c => c.Supervisions).OrderByDescending(s => s.IssuedAt).ThenByDescending(s => s.Id)
                .Select(s => new SupervisionRecord(
                    s.Id, s.Level, s.BodyCode, s.BodyName, s.Words, s.ThresholdId, s.IssuedAt, s.IssuedByName, s.IssuedByBody, s.ReplyDueAt, s.Reply,
                    s.RepliedAt, s.RepliedByName, s.LiftWords, s.LiftedAt, s.LiftedByName))
                .ToListAsync(ct);
        });
}
