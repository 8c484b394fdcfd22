using Governance.Application.Attachments;
using Governance.Domain.Attachments;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Attachments;

internal sealed class AttachmentRepository(GovernanceDbContext context) : IAttachmentRepository
{
    public Task<Attachment?> FindAsync(Guid id, CancellationToken ct) => context.Set<Attachment>().SingleOrDefaultAsync(a => a.Id == id, ct);

    public Task<AttachmentSubmission?> FindSubmissionAsync(SubmissionNumber number, CancellationToken ct) =>
        context.Set<Submission>().Where(s => s.Number == number).Select(s => new AttachmentSubmission(s.Id, s.Number, s.State, s.Area)).SingleOrDefaultAsync(ct);

    public Task LockOwnerAsync(Guid ownerId, CancellationToken ct) =>
        context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"attachments:" + ownerId}, 0))", ct);

    public Task<int> CountAsync(AttachmentOwner owner, Guid ownerId, CancellationToken ct) =>
        context.Set<Attachment>().CountAsync(a => a.Owner == owner && a.OwnerId == ownerId && a.RemovedAt == null, ct);

    public Task<Guid?> FindSameAsync(AttachmentOwner owner, Guid ownerId, string sha256, CancellationToken ct) =>
        context.Set<Attachment>().Where(a => a.Owner == owner && a.OwnerId == ownerId && a.Sha256 == sha256 && a.RemovedAt == null)
            .Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct);

    public void Add(Attachment added) => context.Add(added);
}
