using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Submissions;

namespace Governance.Application.Submissions;

/// <summary>What a repeat is compared with, and answered from.</summary>
public sealed record ReceivedBefore(
    SubmissionNumber Number, string Fingerprint, ProtectedText? ContactName, ProtectedText? ContactPhone, DateTimeOffset ReceivedAt,
    DateTimeOffset DueAt, bool OpenedAtOnce, CaseNumber? CaseNumber);

/// <summary>Loads and stores whole submissions.</summary>
public interface ISubmissionRepository
{
    /// <summary>The submission with its history, or null.</summary>
    Task<Submission?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>What the source sent under that number before, or null; until the end of the transaction nobody else gets an answer for it.</summary>
    Task<ReceivedBefore?> FindReceivedAsync(string sourceKey, string sourceNumber, CancellationToken ct);

    /// <summary>Adds a new one.</summary>
    void Add(Submission added);
}
