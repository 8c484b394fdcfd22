using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;

namespace Governance.Application.Mediation;

/// <summary>A mediator's page as it is stored, the phone encrypted.</summary>
/// <param name="Detail">The page.</param>
/// <param name="Phone">The phone, or null.</param>
public sealed record StoredMediator(MediatorDetail Detail, ProtectedText? Phone);

/// <summary>A mediator who may be asked, as stored.</summary>
/// <param name="Candidate">Who, with work in hand and done.</param>
/// <param name="Phone">The phone, or null.</param>
public sealed record StoredCandidate(MediatorCandidate Candidate, ProtectedText? Phone);

/// <summary>Reads the register.</summary>
public interface IMediationQueries
{
    /// <summary>A page of committees.</summary>
    Task<Page<CommitteeRow>> ListCommitteesAsync(MediationScope scope, CommitteeCriteria criteria, PageRequest page, CancellationToken ct);

    /// <summary>A page of mediators.</summary>
    Task<Page<MediatorRow>> ListMediatorsAsync(MediationScope scope, MediatorCriteria criteria, DateOnly today, PageRequest page, CancellationToken ct);

    /// <summary>A committee with its history, or null.</summary>
    Task<CommitteeDetail?> FindCommitteeAsync(Guid id, CancellationToken ct);

    /// <summary>A mediator with leaves and history, or null.</summary>
    Task<StoredMediator?> FindMediatorAsync(Guid id, CancellationToken ct);

    /// <summary>The committees that work in a division, those of the divisions above it included; for the public.</summary>
    Task<IReadOnlyList<PublicCommittee>> ListPublicAsync(AreaCode area, int most, CancellationToken ct);

    /// <summary>
    /// Mediators in office of active committees who serve the place or, with a text, those of the county and the city whose name or committee
    /// holds it, each with work in hand and done; one statement.
    /// </summary>
    /// <param name="place">Where the matter happened.</param>
    /// <param name="text">Part of a name, or null.</param>
    /// <param name="today">Today.</param>
    /// <param name="since">Procedures that ended before do not count.</param>
    /// <param name="most">Most rows.</param>
    /// <param name="ct">Stops it.</param>
    Task<IReadOnlyList<StoredCandidate>> FindCandidatesAsync(
        AreaCode place, string? text, DateOnly today, DateTimeOffset since, int most, CancellationToken ct);

    /// <summary>Who a case is about, one statement; null when there is no such case.</summary>
    Task<StoredCasePeople?> PeopleOfAsync(Guid caseId, CancellationToken ct);
}

/// <summary>What mediators have in hand and did, counted from procedures. Those of restricted cases are in no count.</summary>
public interface IMediatorRecords
{
    /// <summary>The record of each of them; who is not among the keys has none.</summary>
    /// <param name="mediators">Keys of mediators.</param>
    /// <param name="since">Procedures that ended before do not count.</param>
    /// <param name="ct">Stops it.</param>
    Task<IReadOnlyDictionary<Guid, MediatorRecord>> OfAsync(IReadOnlyCollection<Guid> mediators, DateTimeOffset since, CancellationToken ct);
}
