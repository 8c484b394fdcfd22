using System.Collections.Concurrent;
using Governance.Domain.Clients;
using Governance.Domain.Common;

namespace Governance.Application.Clients;

/// <summary>
/// Tells which client a key belongs to. What was read is kept for at most three seconds, so that a burst of deliveries reads it once and a
/// stopped client is refused in time (T12: 5 s). Only keys that exist are kept: guessing fills no memory.
/// </summary>
public sealed class ClientKeys(IClientQueries queries, TimeProvider time)
{
    /// <summary>How old an answer may be.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(3);

    // Compared with when there is no such key, so that the time of the answer does not tell which public parts exist.
    private const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    private readonly ConcurrentDictionary<string, (ClientIdentity Identity, DateTimeOffset At)> _kept = new();

    /// <summary>The client, or the one refusal for whatever is wrong with the key.</summary>
    public async Task<Result<ClientIdentity>> FindAsync(string? key, CancellationToken ct = default)
    {
        if (!ClientSecrets.TryRead(key, out var id, out var secret))
            return new ClientErrors.BadKey();
        var found = await ReadAsync(id, ct);
        var fits = ClientSecrets.Fits(secret, found?.KeyHash ?? NoHash);
        return fits && found is not null && found.WorksAt(time.GetUtcNow()) ? found : new ClientErrors.BadKey();
    }

    private async Task<ClientIdentity?> ReadAsync(string id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (_kept.TryGetValue(id, out var kept) && now - kept.At < MaximumAge)
            return kept.Identity;
        var found = await queries.FindByKeyAsync(id, ct);
        if (found is null)
            _kept.TryRemove(id, out _);
        else
            _kept[id] = (found, now);
        return found;
    }
}
