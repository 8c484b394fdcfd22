namespace Governance.Domain.Clients;

/// <summary>A key of a client. Only its hash is kept; the key itself is shown once.</summary>
public sealed class ClientKey
{
    /// <summary>Length of a key's public part.</summary>
    public const int IdLength = 12;

    /// <summary>Length of the hash: SHA-256 in hexadecimal digits.</summary>
    public const int HashLength = 64;

    private ClientKey()
    {
    }

    /// <summary>Public part, by which the key is found.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>Hash of the secret part.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it stops working, UTC; null while no newer key replaces it.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    internal static ClientKey Create(Guid clientId, string id, string hash, DateTimeOffset at) =>
        new() { Id = id, ClientId = clientId, Hash = hash, CreatedAt = at };

    /// <summary>True while the key works.</summary>
    public bool WorksAt(DateTimeOffset now) => EndsAt is not { } end || now < end;

    internal void EndAt(DateTimeOffset end) => EndsAt = EndsAt is { } before && before < end ? before : end;
}
