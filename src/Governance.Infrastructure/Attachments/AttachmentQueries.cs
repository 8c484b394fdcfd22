using System.Linq.Expressions;
using Governance.Application.Attachments;
using Governance.Application.Cases;
using Governance.Domain.Attachments;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Attachments;

/// <summary>Flat reads of files; each asks for the visibility of the record in the same statement.</summary>
public sealed class AttachmentQueries(IDbContextFactory<GovernanceDbContext> contexts) : IAttachmentQueries
{
    private static readonly Expression<Func<Attachment, AttachmentRow>> ToRow = a => new AttachmentRow(
        a.Id, a.Owner, a.Name, a.Kind, a.Size, a.Stage, a.AddedAt, a.AddedById, a.AddedByName, a.AddedByBody, a.RemovedAt, a.RemovedByName, a.RemovedReason);

    /// <inheritdoc />
    public Task<IReadOnlyList<AttachmentRow>> ListAsync(CaseVisibility visibility, Guid caseId, CaseNumber number, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<AttachmentRow>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var own = context.Set<Attachment>().Where(a => a.OwnerId == caseId && a.Owner == AttachmentOwner.Case);
            // Two ways, each on its index; with 'or' between them the database would read every file.
            var sent = context.Set<Submission>().Where(s => s.CaseNumber == number)
                .Join(context.Set<Attachment>().Where(a => a.Owner == AttachmentOwner.Submission), s => s.Id, a => a.OwnerId, (s, a) => a);
            return await own.Concat(sent)
                .Where(a => context.Set<Case>().VisibleTo(visibility).Any(c => c.Id == caseId))
                .OrderBy(a => a.RemovedAt != null).ThenByDescending(a => a.AddedAt).ThenByDescending(a => a.Id)
                .Select(ToRow).ToListAsync(ct);
        });

    /// <inheritdoc />
    public Task<IReadOnlyList<AttachmentRow>> ListOfSubmissionAsync(AreaCode? reviewed, Guid account, Guid submissionId, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<AttachmentRow>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Attachment>().AsNoTracking().Where(a => a.OwnerId == submissionId && a.Owner == AttachmentOwner.Submission)
                .Where(a => context.Set<Submission>().Where(SubmissionQueries.ReadBy(reviewed, account)).Any(s => s.Id == submissionId && s.CaseNumber == null))
                .OrderBy(a => a.RemovedAt != null).ThenByDescending(a => a.AddedAt).ThenByDescending(a => a.Id)
                .Select(ToRow).ToListAsync(ct);
        });

    /// <inheritdoc />
    public Task<AttachmentFound?> FindAsync(CaseVisibility visibility, AreaCode? reviewed, Guid id, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var file = await context.Set<Attachment>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.RemovedAt == null, ct);
            var subject = file switch
            {
                null => null,
                { Owner: AttachmentOwner.Case } => await CaseAsync(context, visibility, c => c.Id == file.OwnerId, ct),
                _ => await SubmissionAsync(context, visibility, reviewed, file.OwnerId, ct),
            };
            return file is null || subject is null
                ? null
                : new AttachmentFound(file.Id, file.OwnerId, file.Name, file.Kind, file.Size, file.Sha256, subject.Kind, subject.Number, subject.Place);
        });

    // What has become a case follows the case: who reviews at the place may not know of it any more.
    private static async Task<Subject?> SubmissionAsync(
        GovernanceDbContext context, CaseVisibility visibility, AreaCode? reviewed, Guid id, CancellationToken ct)
    {
        var found = await context.Set<Submission>().Where(s => s.Id == id)
            .Select(s => new { s.Number, s.Area, s.CaseNumber, IsRestricted = s.RestrictionKey != null, IsReader = s.Circle.Any(r => r.UserId == visibility.Account) })
            .SingleOrDefaultAsync(ct);
        if (found is { CaseNumber: { } made })
            return await CaseAsync(context, visibility, c => c.Number == made, ct);
        return found is not null && (found.IsRestricted ? found.IsReader : reviewed?.Contains(found.Area) == true) ? new Subject("submission", found.Number.Value, found.Area) : null;
    }

    private static async Task<Subject?> CaseAsync(
        GovernanceDbContext context, CaseVisibility visibility, Expression<Func<Case, bool>> which, CancellationToken ct) =>
        visibility.Nothing
            ? null
            : await context.Set<Case>().VisibleTo(visibility).Where(which).Select(c => new { c.Number, c.Place }).SingleOrDefaultAsync(ct) is { } found
                ? new Subject("case", found.Number.Value, found.Place)
                : null;

    private sealed record Subject(string Kind, string Number, AreaCode Place);
}
