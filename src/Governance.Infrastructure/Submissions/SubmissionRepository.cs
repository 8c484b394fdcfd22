using Governance.Application.Submissions;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Submissions;

internal sealed class SubmissionRepository(GovernanceDbContext context) : ISubmissionRepository
{
    public Task<Submission?> FindAsync(Guid id, CancellationToken ct) =>
        context.Set<Submission>().Include(s => s.Steps.OrderBy(step => step.Sequence)).AsSingleQuery().SingleOrDefaultAsync(s => s.Id == id, ct);

    public async Task<ReceivedBefore?> FindReceivedAsync(string sourceKey, string sourceNumber, CancellationToken ct)
    {
        // A repeat that comes while the first is on its way waits here for its commit, instead of running into the unique index, which
        // decides in the end all the same. The lock goes with the transaction.
        await context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({sourceKey + " " + sourceNumber}, 0))", ct);
        return await context.Set<Submission>().Where(s => s.SourceKey == sourceKey && s.SourceNumber == sourceNumber)
            .Select(s => new ReceivedBefore(
                s.Number, s.Fingerprint, s.ContactName, s.ContactPhone, s.ReceivedAt, s.DueAt, s.OpenedAtOnce, s.CaseNumber))
            .SingleOrDefaultAsync(ct);
    }

    public void Add(Submission added) => context.Add(added);
}
