using System.Linq.Expressions;
using Governance.Application.Platform;
using Governance.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Platform;

internal sealed class UserRepository(GovernanceDbContext context, TimeProvider time) : IUserRepository
{
    // The same hash that the sign-in manager reads.
    private static readonly PasswordHasher<PortalUser> Hasher = new();

    public Task<bool> ExistsAsync(string account, CancellationToken ct)
    {
        var normal = account.ToUpperInvariant();
        return context.Users.AnyAsync(u => u.NormalizedUserName == normal, ct);
    }

    public async Task<IStoredAccount?> FindAsync(Guid id, CancellationToken ct) =>
        await context.Users.FirstOrDefaultAsync(u => u.Id == id, ct) is { } user ? new StoredAccount(user) : null;

    /// <summary>Accounts that no administrator has locked.</summary>
    public static readonly Expression<Func<PortalUser, bool>> InUse = u => u.LockoutEnd == null || u.LockoutEnd < PortalUser.SuspendedUntil;

    public async Task<IReadOnlyList<Colleague>> FindColleaguesAsync(string bodyCode, CancellationToken ct) =>
        await context.Users.AsNoTracking().Where(InUse).Where(u => u.BodyCode == bodyCode).OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new Colleague(u.Id, u.DisplayName, u.Role, u.BodyCode, u.BodyName)).ToListAsync(ct);

    public Task<Colleague?> FindColleagueAsync(Guid id, CancellationToken ct) =>
        context.Users.AsNoTracking().Where(InUse).Where(u => u.Id == id)
            .Select(u => new Colleague(u.Id, u.DisplayName, u.Role, u.BodyCode, u.BodyName)).SingleOrDefaultAsync(ct);

    public Guid Add(AccountFacts facts, string bodyName, string password, bool mustChangePassword)
    {
        var now = time.GetUtcNow();
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = facts.Account,
            NormalizedUserName = facts.Account.ToUpperInvariant(),
            LockoutEnabled = true,
            CreatedAt = now,
        };
        var stored = new StoredAccount(user);
        stored.Change(facts, bodyName);
        stored.SetPassword(password, mustChangePassword);
        context.Add(user);
        return user.Id;
    }

    private sealed class StoredAccount(PortalUser user) : IStoredAccount
    {
        public AccountFacts Facts => new(user.UserName!, user.DisplayName, user.Role, user.BodyCode, user.ScopeCode);

        public string Version => user.ConcurrencyStamp ?? "";

        public bool IsSuspended => PortalUser.MeansSuspended(user.LockoutEnd);

        public bool IsLockedOut(DateTimeOffset now) => user.LockoutEnd > now;

        public bool TryPassword(string password, DateTimeOffset now)
        {
            if (user.PasswordHash is { } hash && Hasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed)
                return true;
            Touch();
            if (++user.AccessFailedCount >= PasswordRules.FailuresUntilLock)
            {
                user.AccessFailedCount = 0;
                user.LockoutEnd = now.AddMinutes(PasswordRules.LockMinutes);
            }
            return false;
        }

        public void Change(AccountFacts facts, string bodyName)
        {
            user.DisplayName = facts.DisplayName;
            user.Role = facts.Role;
            user.BodyCode = facts.BodyCode;
            user.BodyName = bodyName;
            user.ScopeCode = facts.Scope;
            EndSignIns();
        }

        public void SetPassword(string password, bool mustChange)
        {
            user.PasswordHash = Hasher.HashPassword(user, password);
            user.MustChangePassword = mustChange;
            user.AccessFailedCount = 0;
            if (!IsSuspended)
                user.LockoutEnd = null;
            EndSignIns();
        }

        public void Suspend()
        {
            user.LockoutEnd = PortalUser.SuspendedUntil;
            EndSignIns();
        }

        public void Release()
        {
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            Touch();
        }

        public void EndSignIns()
        {
            user.SecurityStamp = Guid.NewGuid().ToString("N");
            Touch();
        }

        private void Touch() => user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }
}
