using Governance.Application.Attachments;
using Governance.Application.Cases;
using Governance.Domain.Attachments;
using Governance.Domain.Cases;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Attachments;

/// <summary>Flat reads of files; each is one statement that asks for the case's visibility as well.</summary>
public sealed class AttachmentQueries(IDbContextFactory<GovernanceDbContext> contexts) : IAttachmentQueries
{
    /// <inheritdoc />
    public Task<IReadOnlyList<AttachmentRow>> ListAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<AttachmentRow>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Attachment>().AsNoTracking()
                .Where(a => a.Owner == AttachmentOwner.Case && a.OwnerId == caseId)
                .Where(a => context.Set<Case>().VisibleTo(visibility).Any(c => c.Id == caseId))
                .OrderBy(a => a.RemovedAt != null).ThenByDescending(a => a.AddedAt).ThenByDescending(a => a.Id)
                .Select(a => new AttachmentRow(
                    a.Id, a.Owner, a.Name, a.Kind, a.Size, a.Stage, a.AddedAt, a.AddedById, a.AddedByName, a.AddedByBody, a.RemovedAt, a.RemovedByName,
                    a.RemovedReason))
                .ToListAsync(ct);
        });

    /// <inheritdoc />
    public Task<AttachmentFound?> FindAsync(CaseVisibility visibility, Guid id, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Attachment>().AsNoTracking()
                .Where(a => a.Id == id && a.RemovedAt == null && a.Owner == AttachmentOwner.Case)
                .Join(
                    context.Set<Case>().VisibleTo(visibility), a => a.OwnerId, c => c.Id,
                    (a, c) => new AttachmentFound(a.Id, a.Owner, a.OwnerId, a.Name, a.Kind, a.Size, a.Sha256, c.Number, c.Place))
                .SingleOrDefaultAsync(ct);
        });
}
