using Governance.Application.Cases;

namespace Governance.Application.Attachments;

/// <summary>Flat reads of files. Every query takes what the person may know of.</summary>
public interface IAttachmentQueries
{
    /// <summary>The files of a case the person may know of, the newest first, removed ones last.</summary>
    Task<IReadOnlyList<AttachmentRow>> ListAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct);

    /// <summary>A file that is not removed, of a case the person may know of, or null.</summary>
    Task<AttachmentFound?> FindAsync(CaseVisibility visibility, Guid id, CancellationToken ct);
}
