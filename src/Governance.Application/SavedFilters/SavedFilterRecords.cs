using Governance.Domain.Common;
using Governance.Domain.SavedFilters;

namespace Governance.Application.SavedFilters;

/// <summary>A filter a person may use.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Query">Query string of the list, starting with <c>?</c>.</param>
/// <param name="IsOwn">True for the person's own.</param>
/// <param name="IsShared">True when colleagues see it.</param>
/// <param name="IsDefault">True for the own one that the list opens with.</param>
/// <param name="OwnerName">Who keeps it.</param>
public sealed record SavedFilterRow(Guid Id, string Name, string Query, bool IsOwn, bool IsShared, bool IsDefault, string OwnerName);

/// <summary>A filter as stored; the query is still encrypted.</summary>
public sealed record SavedFilterRecord(Guid Id, Guid OwnerId, string OwnerName, string Name, ProtectedText Query, bool IsShared, bool IsDefault);

/// <summary>Loads and stores filters.</summary>
public interface ISavedFilterRepository
{
    /// <summary>What a person keeps.</summary>
    Task<IReadOnlyList<SavedFilter>> FindOfAsync(Guid owner, CancellationToken ct);

    /// <summary>Adds one.</summary>
    void Add(SavedFilter added);

    /// <summary>Removes one.</summary>
    void Remove(SavedFilter removed);
}

/// <summary>Reads filters.</summary>
public interface ISavedFilterQueries
{
    /// <summary>What a person keeps, and what colleagues of the body share, oldest first, at most so many.</summary>
    Task<IReadOnlyList<SavedFilterRecord>> ListAsync(Guid owner, string bodyCode, int most, CancellationToken ct);
}
