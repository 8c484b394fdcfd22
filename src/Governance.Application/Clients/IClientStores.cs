using Governance.Domain.Clients;

namespace Governance.Application.Clients;

/// <summary>Loads and stores whole clients.</summary>
public interface IClientRepository
{
    /// <summary>The client with its keys, or null.</summary>
    Task<ApiClient?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>True when a working client other than this one has the name.</summary>
    Task<bool> IsNameTakenAsync(string name, Guid? except, CancellationToken ct);

    /// <summary>Adds a new one.</summary>
    void Add(ApiClient added);
}

/// <summary>Flat reads of clients.</summary>
public interface IClientQueries
{
    /// <summary>All clients, the working ones first.</summary>
    Task<IReadOnlyList<ClientRow>> ListAsync(CancellationToken ct);

    /// <summary>A client with its latest calls, or null.</summary>
    Task<ClientDetail?> FindAsync(Guid id, int calls, CancellationToken ct);

    /// <summary>Who holds the key of that public part, or null.</summary>
    Task<ClientIdentity?> FindByKeyAsync(string keyId, CancellationToken ct);
}

/// <summary>Keeps the calls of clients.</summary>
public interface IClientCallStore
{
    /// <summary>Adds calls.</summary>
    Task AddAsync(IReadOnlyList<(Guid ClientId, ClientCall Call)> calls, CancellationToken ct);

    /// <summary>Removes calls before a moment.</summary>
    Task RemoveBeforeAsync(DateTimeOffset before, CancellationToken ct);
}
