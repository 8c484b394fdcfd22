using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;

namespace Governance.Application.Attachments;

/// <summary>Flat reads of files. Every query takes what the person may know of.</summary>
public interface IAttachmentQueries
{
    /// <summary>
    /// The files of a case the person may know of, and of the submissions it was made of or that were merged into it, the newest first, removed
    /// ones last.
    /// </summary>
    Task<IReadOnlyList<AttachmentRow>> ListAsync(CaseVisibility visibility, Guid caseId, CaseNumber number, CancellationToken ct);

    /// <summary>
    /// The files of a submission that has become no case: of an ordinary one in the area the person reviews, of a restricted one whose circle the
    /// account is in.
    /// </summary>
    Task<IReadOnlyList<AttachmentRow>> ListOfSubmissionAsync(AreaCode? reviewed, Guid account, Guid submissionId, CancellationToken ct);

    /// <summary>
    /// A file that is not removed, or null: of a case the person may know of, of a submission of such a case, or of one without a case that
    /// lies in the area the person reviews or whose circle the person is in.
    /// </summary>
    Task<AttachmentFound?> FindAsync(CaseVisibility visibility, AreaCode? reviewed, Guid id, CancellationToken ct);
}
