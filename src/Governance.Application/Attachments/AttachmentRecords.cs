using Governance.Domain.Attachments;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Submissions;

namespace Governance.Application.Attachments;

/// <summary>A file somebody sends.</summary>
/// <param name="Name">Name as the sender calls it.</param>
/// <param name="Content">Its bytes.</param>
public sealed record NewFile(string? Name, ReadOnlyMemory<byte> Content);

/// <summary>移除 of a file.</summary>
/// <param name="Id">The file.</param>
/// <param name="Reason">Why.</param>
public sealed record RemoveAttachment(Guid Id, string Reason);

/// <summary>A file as stored; its name is still encrypted.</summary>
public sealed record AttachmentRow(
    Guid Id, AttachmentOwner Owner, ProtectedText Name, AttachmentKind Kind, int Size, AttachmentStage Stage, DateTimeOffset AddedAt, Guid AddedById, string AddedByName,
    string AddedByBody, DateTimeOffset? RemovedAt, string? RemovedByName, string? RemovedReason);

/// <summary>A file on the page of its record.</summary>
/// <param name="Row">The file.</param>
/// <param name="Name">Its name.</param>
/// <param name="MayRemove">True when this person may take it off.</param>
public sealed record AttachmentItem(AttachmentRow Row, string Name, bool MayRemove)
{
    /// <summary>E.g. <c>1.2 MB</c> or <c>340 KB</c>.</summary>
    public string SizeText => AttachmentSize.Text(Row.Size);
}

/// <summary>The files of a case.</summary>
/// <param name="Items">The files, the newest first, removed ones last.</param>
/// <param name="MayAdd">True when this person may add files.</param>
public sealed record AttachmentList(IReadOnlyList<AttachmentItem> Items, bool MayAdd)
{
    /// <summary>How many more the case takes.</summary>
    public int Room => Attachment.MostOfOwner - Items.Count(i => i.Row.RemovedAt is null);
}

/// <summary>What is looked up when a file is opened.</summary>
public sealed record AttachmentFound(
    Guid Id, Guid OwnerId, ProtectedText Name, AttachmentKind Kind, int Size, string Sha256, string SubjectKind, string Subject, AreaCode Place);

/// <summary>A file that may be given out.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Its fingerprint.</param>
public sealed record OpenedAttachment(Guid Id, string Name, AttachmentKind Kind, int Size, string Sha256);

/// <summary>The submission a citizen adds a photo to.</summary>
public sealed record AttachmentSubmission(Guid Id, SubmissionNumber Number, SubmissionState State, AreaCode Area);

/// <summary>The case a file is added to, or taken off.</summary>
public sealed record AttachmentCase(Guid Id, CaseNumber Number, CaseState State, AreaCode Place);
