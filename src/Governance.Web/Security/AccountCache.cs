using System.Collections.Concurrent;
using System.Data.Common;
using Governance.Application.Platform;

namespace Governance.Web.Security;

/// <summary>
/// Keeps the state of each account for at most three seconds, so that a burst of commands reads it once and a withdrawn
/// right still works at most that long (budget T12: 5 s).
/// </summary>
public sealed class AccountCache(IAccountReader reader, TimeProvider time)
{
    /// <summary>How old a state may be.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(3);

    // While the database is away nobody can change rights either; the old state lets a page say 'not saved' and stay open.
    private static readonly TimeSpan MaximumAgeWithoutDatabase = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, Entry> _entries = new();

    /// <summary>
    /// The state of the account behind a sign-in, or null when the account is gone, locked by an administrator, or the sign-in is
    /// older than the last change of its security stamp.
    /// </summary>
    public async Task<AccountState?> FindAsync(SignInTicket ticket, CancellationToken ct = default)
    {
        var state = await ReadAsync(ticket.UserId, MaximumAge, ct);
        // A fresh sign-in may be newer than the kept state: look once more before sending somebody away.
        if (state is not null && state.SecurityStamp != ticket.SecurityStamp)
            state = await ReadAsync(ticket.UserId, TimeSpan.Zero, ct);
        return state is { IsSuspended: false } && state.SecurityStamp == ticket.SecurityStamp ? state : null;
    }

    /// <summary>Drops what is kept of an account that was just changed here.</summary>
    public void Forget(Guid userId) => _entries.TryRemove(userId, out _);

    private async Task<AccountState?> ReadAsync(Guid userId, TimeSpan maximumAge, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var known = _entries.GetValueOrDefault(userId);
        if (known is not null && now - known.ReadAt < maximumAge)
            return known.State;
        try
        {
            var state = await reader.FindAsync(userId, ct);
            _entries[userId] = new Entry(state, now);
            return state;
        }
        catch (Exception fault) when (known is not null && now - known.ReadAt < MaximumAgeWithoutDatabase && IsDatabaseFault(fault))
        {
            return known.State;
        }
    }

    private static bool IsDatabaseFault(Exception fault) =>
        fault is DbException || fault.InnerException is DbException;

    private sealed record Entry(AccountState? State, DateTimeOffset ReadAt);
}
