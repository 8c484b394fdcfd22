using Governance.Application.Platform;
using Governance.Domain.Submissions;

namespace Governance.Application.Submissions;

/// <summary>What the audit trail keeps of a step.</summary>
public static class SubmissionAudit
{
    /// <summary>The entry of a step.</summary>
    /// <param name="subject">The submission.</param>
    /// <param name="kind">The step.</param>
    /// <param name="detail">What changed; may be empty.</param>
    public static AuditRecord Of(Submission subject, SubmissionStepKind kind, string detail) =>
        new($"submission.{kind.ToString().ToLowerInvariant()}", "submission", subject.Number.Value, subject.Area, detail);
}
