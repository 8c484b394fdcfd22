using Governance.Domain.Mediation;
using Governance.Domain.Organisation;

namespace Governance.Application.Mediation;

/// <summary>Loads and stores committees, mediators and lists of items.</summary>
public interface IMediationRepository
{
    /// <summary>A committee, or null.</summary>
    Task<MediationCommittee?> FindCommitteeAsync(Guid id, CancellationToken ct);

    /// <summary>A mediator with leaves, or null.</summary>
    Task<Mediator?> FindMediatorAsync(Guid id, CancellationToken ct);

    /// <summary>How many mediators in office a committee or studio has.</summary>
    Task<int> CountInOfficeAsync(Guid committeeId, CancellationToken ct);

    /// <summary>True when another active committee of the area has that name.</summary>
    Task<bool> IsCommitteeNameTakenAsync(string name, AreaCode area, Guid? except, CancellationToken ct);

    /// <summary>True when another mediator in office of the committee has that name.</summary>
    Task<bool> IsMediatorNameTakenAsync(string name, Guid committeeId, Guid? except, CancellationToken ct);

    /// <summary>A list with its items, or null.</summary>
    Task<MediationItemList?> FindListAsync(Guid id, CancellationToken ct);

    /// <summary>The last published list of an area with its items, or null.</summary>
    Task<MediationItemList?> FindLastPublishedAsync(AreaCode area, CancellationToken ct);

    /// <summary>True when the area has a list that is not published yet.</summary>
    Task<bool> HasListUnderWayAsync(AreaCode area, CancellationToken ct);

    /// <summary>Adds a committee.</summary>
    void Add(MediationCommittee added);

    /// <summary>Adds a mediator.</summary>
    void Add(Mediator added);

    /// <summary>Adds a list.</summary>
    void Add(MediationItemList added);

    /// <summary>Adds a line of history.</summary>
    void Add(MediationChange added);

    /// <summary>Takes a list and its items away: a draft that was thrown away.</summary>
    void Remove(MediationItemList removed);
}
