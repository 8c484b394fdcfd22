using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>Accounts as the user service needs them; passwords stay with the identity library behind it.</summary>
public interface IUserRepository
{
    /// <summary>True when an account of that name exists, whatever its capitals.</summary>
    Task<bool> ExistsAsync(string account, CancellationToken ct);

    /// <summary>An account to change, or null.</summary>
    Task<IStoredAccount?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>The accounts in use of a body, by name.</summary>
    Task<IReadOnlyList<Colleague>> FindColleaguesAsync(string bodyCode, CancellationToken ct);

    /// <summary>An account in use, or null.</summary>
    Task<Colleague?> FindColleagueAsync(Guid id, CancellationToken ct);

    /// <summary>A new account with its first password; gives its key.</summary>
    Guid Add(AccountFacts facts, string bodyName, string password, bool mustChangePassword);
}

/// <summary>An account under change. Whatever decides on rights or sign-in ends the sign-ins that stand.</summary>
public interface IStoredAccount
{
    /// <summary>What it is now.</summary>
    AccountFacts Facts { get; }

    /// <summary>Changes with every change, to notice that somebody else was faster.</summary>
    string Version { get; }

    /// <summary>True when an administrator locked it.</summary>
    bool IsSuspended { get; }

    /// <summary>True while wrong passwords in a row keep it locked.</summary>
    bool IsLockedOut(DateTimeOffset now);

    /// <summary>Holds a password against the account's; a wrong one counts towards the lock.</summary>
    bool TryPassword(string password, DateTimeOffset now);

    /// <summary>Changes everything but the account's name.</summary>
    void Change(AccountFacts facts, string bodyName);

    /// <summary>Sets a password and lifts the lock after wrong ones.</summary>
    void SetPassword(string password, bool mustChange);

    /// <summary>Locks until <see cref="Release"/>.</summary>
    void Suspend();

    /// <summary>Lifts every lock.</summary>
    void Release();

    /// <summary>Ends every sign-in.</summary>
    void EndSignIns();
}

/// <summary>What an account is, without anything secret.</summary>
/// <param name="Account">Sign-in name.</param>
/// <param name="DisplayName">Name shown.</param>
/// <param name="Role">Role.</param>
/// <param name="BodyCode">Body.</param>
/// <param name="Scope">Division inside which the rights hold.</param>
public sealed record AccountFacts(string Account, string DisplayName, Role Role, string BodyCode, AreaCode Scope);
