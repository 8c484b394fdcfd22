using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Submissions;

namespace Governance.Application.Submissions;

/// <summary>What a repeat is compared with, and answered from.</summary>
public sealed record ReceivedBefore(
    SubmissionNumber Number, string Fingerprint, ProtectedText? ContactName, ProtectedText? ContactPhone, DateTimeOffset ReceivedAt,
    DateTimeOffset DueAt, bool OpenedAtOnce, CaseNumber? CaseNumber)
{
    /// <summary>True for one that only its circle may know of.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Who was hurt, as the protected form says, encrypted, to compare.</summary>
    public ProtectedText? Hurt { get; init; }

    /// <summary>Who did it, as the protected form says, encrypted, to compare.</summary>
    public ProtectedText? Doers { get; init; }
}

/// <summary>Loads and stores whole submissions.</summary>
public interface ISubmissionRepository
{
    /// <summary>The submission with its history, or null.</summary>
    Task<Submission?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>What the source sent under that number before, or null; until the end of the transaction nobody else gets an answer for it.</summary>
    Task<ReceivedBefore?> FindReceivedAsync(string sourceKey, string sourceNumber, CancellationToken ct);

    /// <summary>What the protected form asked, of the submission this case was made of; null for every other case.</summary>
    Task<SubmissionIncident?> FindIncidentAsync(CaseNumber made, CancellationToken ct);

    /// <summary>
    /// Open submissions of these categories that are not restricted as they should be, and restricted ones whose circle has no account in use, at
    /// most so many.
    /// </summary>
    Task<IReadOnlyList<Guid>> FindUnseatedAsync(IReadOnlyList<string> categories, int most, CancellationToken ct);

    /// <summary>Adds a new one.</summary>
    void Add(Submission added);
}
