using System.Collections.Concurrent;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Attachments;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Attachments;

/// <summary>Shows files with the rights of their record, asked on every call.</summary>
public sealed class AttachmentReadService(
    IAttachmentQueries queries, IUnitOfWorkFactory units, IAttachmentStore store, IPersonalDataProtector protector, TimeProvider time)
{
    private const int MostLooks = 10_000;

    private static readonly TimeSpan OneLook = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(Guid Person, Guid Owner), DateTimeOffset> _looks = new();

    /// <summary>The files of a case.</summary>
    public async Task<AttachmentList> ListAsync(Actor actor, CaseHead head, CancellationToken ct = default)
    {
        var visibility = CaseVisibility.Of(actor);
        var rows = visibility.Nothing ? [] : await queries.ListAsync(visibility, head.Id, head.Number, ct);
        return new AttachmentList(
            [.. rows.Select(row => new AttachmentItem(
                row, protector.Reveal(row.Name)!,
                row.RemovedAt is null && row.Owner == AttachmentOwner.Case && AttachmentRule.MayRemove(actor, head.State, head.Place, row.AddedById)))],
            AttachmentRule.MayAdd(actor, head.State));
    }

    /// <summary>The files of a submission, for who reviews at its place.</summary>
    public async Task<IReadOnlyList<AttachmentItem>> ListOfSubmissionAsync(Actor actor, Guid submissionId, CancellationToken ct = default)
    {
        var rows = await queries.ListOfSubmissionAsync(ReviewedBy(actor), actor.UserId, submissionId, ct);
        return [.. rows.Select(row => new AttachmentItem(row, protector.Reveal(row.Name)!, MayRemove: false))];
    }

    /// <summary>
    /// Opens a file for somebody who may know of its case, with an audit entry saved before anything is given out. Pictures on the page of a
    /// case are one look an hour; a file that is saved is a look each time.
    /// </summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="id">The file.</param>
    /// <param name="isSaved">True when it is saved, not shown on the page.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<OpenedAttachment>> OpenAsync(Actor actor, Guid id, bool isSaved, CancellationToken ct = default)
    {
        if (await queries.FindAsync(CaseVisibility.Of(actor), ReviewedBy(actor), id, ct) is not { } found)
            return new AttachmentErrors.NotFound();
        if (isSaved || IsNewLook(actor, found.OwnerId))
        {
            var detail = isSaved ? $"保存：{AttachmentService.Describe(found.Kind, found.Size)}" : "在页面上查看";
            var noted = await units.ExecuteAsync<bool>(unit =>
            {
                unit.Audit(actor, new AuditRecord(AuditActions.OpenAttachment, found.SubjectKind, found.Subject, found.Place, detail));
                return Task.FromResult<Result<bool>>(true);
            }, ct);
            if (!noted.IsOk)
                return Result<OpenedAttachment>.Refused(noted.Errors);
            if (!isSaved)
                _looks[(actor.UserId, found.OwnerId)] = time.GetUtcNow();
        }
        return new OpenedAttachment(found.Id, protector.Reveal(found.Name)!, found.Kind, found.Size, found.Sha256);
    }

    /// <summary>Writes the bytes of an opened file; false when they are not there.</summary>
    public Task<bool> CopyToAsync(OpenedAttachment file, Stream target, CancellationToken ct) => store.CopyToAsync(file.Id, target, ct);

    private static AreaCode? ReviewedBy(Actor actor) => actor.May(Permission.TriageSubmission) ? actor.Scope : null;

    private bool IsNewLook(Actor actor, Guid owner)
    {
        if (_looks.Count > MostLooks)
            _looks.Clear();
        return !_looks.TryGetValue((actor.UserId, owner), out var at) || time.GetUtcNow() - at >= OneLook;
    }
}
