using System.Security.Cryptography;
using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Application.Submissions;
using Governance.Domain.Attachments;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;

namespace Governance.Application.Attachments;

/// <summary>
/// Adds files to records and takes them off. The bytes are on the disk before their row is saved, so that no row is without its file; what a
/// refusal or a crash leaves over has no row and goes (<see cref="AttachmentSettling"/>).
/// </summary>
public sealed class AttachmentService(
    IUnitOfWorkFactory units, IAttachmentStore store, SubmissionReadService submissions, IReferenceData reference, IPersonalDataProtector protector,
    TimeProvider time)
{
    /// <summary>上传材料: adds a file to a case. The same content sent again is the same file.</summary>
    /// <returns>Key of the file.</returns>
    public Task<Result<Guid>> AddToCaseAsync(Actor actor, Guid caseId, NewFile file, CancellationToken ct = default) =>
        KeepAsync(file, async (unit, inspected, id, sha256) =>
        {
            var found = await FindCaseAsync(unit, actor, caseId, ct);
            if (found is null)
                return new CaseErrors.NotFound();
            if (AttachmentRule.RefusesToAdd(actor, found.State) is { } refusal)
                return Result<Guid>.Refused([refusal]);
            var added = await AddAsync(
                unit, AttachmentOwner.Case, caseId, inspected, (id, sha256), AttachmentVocabulary.StageOf(found.State), actor, Attachment.MostOfOwner, ct);
            if (added is { IsOk: true } && added.Value == id)
                unit.Audit(actor, new AuditRecord(AuditActions.AddAttachment, "case", found.Number.Value, found.Place, Describe(inspected.Kind, inspected.Content.Length)));
            return added;
        }, ct);

    /// <summary>
    /// A citizen's photo to what the citizen sent in, as long as nobody has decided on it. Number and phone tail are checked as on the look-up,
    /// with the same answer for whatever does not fit.
    /// </summary>
    public async Task<Result<Guid>> AddFromSenderAsync(string? number, string? phoneTail, NewFile file, CancellationToken ct = default)
    {
        var seen = await submissions.LookUpAsync(number, phoneTail, ct);
        if (!seen.IsOk)
            return Result<Guid>.Refused(seen.Errors);
        var sender = SystemActor.Named(SubmissionService.SenderName, reference.Pack) with { BodyCode = "", BodyName = SubmissionSource.Web.Name };
        return await KeepAsync(file, async (unit, inspected, id, sha256) =>
        {
            if (!inspected.Kind.IsPicture())
                return new AttachmentErrors.OnlyPhotos();
            if (await unit.Attachments.FindSubmissionAsync(seen.Value.Number, ct) is not { } found)
                return new SubmissionErrors.LookupFailed();
            if (!found.State.IsOpen())
                return new AttachmentErrors.Decided();
            var added = await AddAsync(
                unit, AttachmentOwner.Submission, found.Id, inspected, (id, sha256), AttachmentStage.Register, sender, Attachment.MostOfSubmission, ct);
            if (added is { IsOk: true } && added.Value == id)
                unit.Audit(sender, new AuditRecord(
                    AuditActions.AddAttachment, "submission", found.Number.Value, found.Area, Describe(inspected.Kind, inspected.Content.Length)));
            return added;
        }, ct);
    }

    /// <summary>移除: takes a file off its case for a reason.</summary>
    public Task<Result<Guid>> RemoveAsync(Actor actor, RemoveAttachment command, CancellationToken ct = default) =>
        units.ExecuteAsync<Guid>(async unit =>
        {
            var file = await unit.Attachments.FindAsync(command.Id, ct);
            var found = file is { Owner: AttachmentOwner.Case } ? await FindCaseAsync(unit, actor, file.OwnerId, ct) : null;
            if (file is null || found is null)
                return new AttachmentErrors.NotFound();
            if (found.State == CaseState.Archived)
                return new AttachmentErrors.Archived();
            if (!AttachmentRule.MayRemove(actor, found.State, found.Place, file.AddedById))
                return new PlatformErrors.NotPermitted();
            var wasThere = file.RemovedAt is null;
            var removed = file.Remove(actor, command.Reason, time.GetUtcNow());
            if (removed.IsOk && wasThere)
                unit.Audit(actor, new AuditRecord(AuditActions.RemoveAttachment, "case", found.Number.Value, found.Place, Describe(file.Kind, file.Size)));
            return removed.IsOk ? file.Id : Result<Guid>.Refused(removed.Errors);
        }, ct);

    /// <summary>What the trail says of a file: never its name, which may name a person.</summary>
    public static string Describe(AttachmentKind kind, int size) => $"{kind.DisplayName()}，{AttachmentSize.Text(size)}";

    // Inspected and written once, outside the transaction: the transaction may run twice.
    private async Task<Result<Guid>> KeepAsync(
        NewFile file, Func<IUnitOfWork, InspectedFile, Guid, string, Task<Result<Guid>>> add, CancellationToken ct)
    {
        var inspected = FileInspection.Inspect(file.Name, file.Content);
        if (!inspected.IsOk)
            return Result<Guid>.Refused(inspected.Errors);
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(inspected.Value.Content.Span));
        if (!await store.KeepAsync(id, inspected.Value.Content, ct))
            return new AttachmentErrors.FolderUnavailable();
        var added = await units.ExecuteAsync(unit => add(unit, inspected.Value, id, sha256), ct);
        if (added is { IsOk: true } && added.Value == id)
            store.Settle(id);
        // Whether a row was saved before the database went away, nobody knows: the timed step looks later.
        else if (added.IsOk || added.Error is not PlatformErrors.StorageUnavailable)
            store.Discard(id);
        return added;
    }

    private async Task<Result<Guid>> AddAsync(
        IUnitOfWork unit, AttachmentOwner owner, Guid ownerId, InspectedFile inspected, (Guid Id, string Sha256) kept, AttachmentStage stage, Actor actor,
        int most, CancellationToken ct)
    {
        await unit.Attachments.LockOwnerAsync(ownerId, ct);
        if (await unit.Attachments.FindSameAsync(owner, ownerId, kept.Sha256, ct) is { } same)
            return same;
        if (await unit.Attachments.CountAsync(owner, ownerId, ct) >= most)
            return new AttachmentErrors.TooMany(most);
        unit.Attachments.Add(Attachment.Add(
            kept.Id, owner, ownerId, protector.Protect(inspected.Name)!, inspected, kept.Sha256, stage, actor, time.GetUtcNow()));
        return kept.Id;
    }

    private static async Task<AttachmentCase?> FindCaseAsync(IUnitOfWork unit, Actor actor, Guid caseId, CancellationToken ct) =>
        await unit.Cases.FindAsync(caseId, ct) is { } found && CaseVisibility.Of(actor).Allows(found)
            ? new AttachmentCase(found.Id, found.Number, found.State, found.Place)
            : null;
}
