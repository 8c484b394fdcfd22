using Governance.Domain.Attachments;
using Governance.Domain.Submissions;

namespace Governance.Application.Attachments;

/// <summary>Loads and stores what the database knows of files.</summary>
public interface IAttachmentRepository
{
    /// <summary>The file, or null.</summary>
    Task<Attachment?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>The submission of that number, as files need it, or null.</summary>
    Task<AttachmentSubmission?> FindSubmissionAsync(SubmissionNumber number, CancellationToken ct);

    /// <summary>Lets one transaction at a time add files to a record, so that counting them is right.</summary>
    Task LockOwnerAsync(Guid ownerId, CancellationToken ct);

    /// <summary>How many files the record holds; removed ones do not count.</summary>
    Task<int> CountAsync(AttachmentOwner owner, Guid ownerId, CancellationToken ct);

    /// <summary>The file of the record that has the same content, or null.</summary>
    Task<Guid?> FindSameAsync(AttachmentOwner owner, Guid ownerId, string sha256, CancellationToken ct);

    /// <summary>Adds a new file.</summary>
    void Add(Attachment added);
}
