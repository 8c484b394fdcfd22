using Governance.Domain.Cases;
using Governance.Domain.Organisation;

namespace Governance.Application.Cases;

/// <summary>Loads and stores whole cases.</summary>
public interface ICaseRepository
{
    /// <summary>The case with its timeline, or null.</summary>
    Task<Case?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>The cases of these numbers with their timelines, in no order; numbers that do not exist are left out.</summary>
    Task<IReadOnlyList<Case>> FindManyAsync(IReadOnlyList<CaseNumber> numbers, CancellationToken ct);

    /// <summary>The cases that follow one of these (已并案), with their timelines.</summary>
    Task<IReadOnlyList<Case>> FindRepeatsAsync(IReadOnlyList<Guid> leads, CancellationToken ct);

    /// <summary>The case a form already made, or null.</summary>
    Task<CaseNumber?> FindNumberBySubmissionAsync(Guid submissionKey, CancellationToken ct);

    /// <summary>The next running number of a county in a year; the county's row stays locked until the commit.</summary>
    Task<long> NextSerialAsync(AreaCode place, int year, CancellationToken ct);

    /// <summary>Cases whose time for consulting is over, the longest over first, at most so many.</summary>
    Task<IReadOnlyList<Guid>> FindExpiredConsultationsAsync(DateTimeOffset now, int most, CancellationToken ct);

    /// <summary>Cases whose pause is over, the longest over first, at most so many.</summary>
    Task<IReadOnlyList<Guid>> FindExpiredPausesAsync(DateTimeOffset now, int most, CancellationToken ct);

    /// <summary>Cases that have reached a threshold, the longest ago first, at most so many.</summary>
    Task<IReadOnlyList<Guid>> FindWatchedAsync(DateTimeOffset now, int most, CancellationToken ct);

    /// <summary>Several whole cases.</summary>
    Task<IReadOnlyList<Case>> FindManyAsync(IReadOnlyList<Guid> ids, CancellationToken ct);
    /// <summary>Cases that were handed over and whose receipt is overdue, at most so many.</summary>
    Task<IReadOnlyList<Guid>> FindMissingReceiptsAsync(DateTimeOffset now, int most, CancellationToken ct);

    /// <summary>Cases of these categories that are not restricted as they should be, and withheld ones without a circle, at most so many.</summary>
    Task<IReadOnlyList<Guid>> FindUnrestrictedAsync(IReadOnlyList<string> categories, int most, CancellationToken ct);

    /// <summary>Adds a new case.</summary>
    void Add(Case added);
}
