using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Submissions;

internal sealed class SubmissionRepository(GovernanceDbContext context) : ISubmissionRepository
{
    public Task<Submission?> FindAsync(Guid id, CancellationToken ct) =>
        context.Set<Submission>().Include(s => s.Steps.OrderBy(step => step.Sequence)).Include(s => s.Circle).Include(s => s.Incident)
            .AsSingleQuery().SingleOrDefaultAsync(s => s.Id == id, ct);

    public Task<SubmissionIncident?> FindIncidentAsync(CaseNumber made, CancellationToken ct) =>
        context.Set<Submission>().Where(s => s.CaseNumber == made && s.Incident != null).Select(s => s.Incident).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<Guid>> FindUnseatedAsync(IReadOnlyList<string> categories, int most, CancellationToken ct) =>
        await context.Set<Submission>().Where(s => s.State == SubmissionState.Pending || s.State == SubmissionState.Asked)
            .Where(s => s.RestrictionKey == null
                ? s.CategoryCode != null && categories.Contains(s.CategoryCode)
                : !s.Circle.Any(r => context.Users.Where(UserRepository.InUse).Any(u => u.Id == r.UserId)))
            .OrderBy(s => s.DueAt).Select(s => s.Id).Take(most).ToListAsync(ct);

    public async Task<ReceivedBefore?> FindReceivedAsync(string sourceKey, string sourceNumber, CancellationToken ct)
    {
        // A repeat that comes while the first is on its way waits here for its commit, instead of running into the unique index, which
        // decides in the end all the same. The lock goes with the transaction.
        await context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({sourceKey + " " + sourceNumber}, 0))", ct);
        return await context.Set<Submission>().Where(s => s.SourceKey == sourceKey && s.SourceNumber == sourceNumber)
            .Select(s => new ReceivedBefore(
                s.Number, s.Fingerprint, s.ContactName, s.ContactPhone, s.ReceivedAt, s.DueAt, s.OpenedAtOnce, s.CaseNumber)
            {
                IsRestricted = s.RestrictionKey != null,
                Hurt = s.Incident == null ? null : s.Incident.Hurt, Doers = s.Incident == null ? null : s.Incident.Doers,
            })
            .SingleOrDefaultAsync(ct);
    }

    public void Add(Submission added) => context.Add(added);
}
