using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>What decides whether a signed-in account may go on, read afresh every few seconds.</summary>
/// <param name="Actor">The person with rights and scope.</param>
/// <param name="SecurityStamp">Changes with every change of password, rights or lock: an older sign-in ends.</param>
/// <param name="IsSuspended">An administrator locked the account. The short lock after wrong passwords does not count: it
/// stops new sign-ins only, or anybody could throw a colleague out by typing wrong passwords.</param>
/// <param name="MustChangePassword">The initial password still stands.</param>
public sealed record AccountState(Actor Actor, string SecurityStamp, bool IsSuspended, bool MustChangePassword);

/// <summary>Reads the state of one account.</summary>
public interface IAccountReader
{
    /// <summary>The account as it is now, or null when it does not exist.</summary>
    Task<AccountState?> FindAsync(Guid userId, CancellationToken ct = default);
}
