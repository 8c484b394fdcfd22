using Governance.Application.Platform;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Platform;

internal sealed class UserQueries(IDbContextFactory<GovernanceDbContext> contexts, TimeProvider time) : IUserQueries
{
    private static readonly Keyset<PortalUser> ByAccount = Keyset.Rising<PortalUser>(u => u.NormalizedUserName!, u => u.Id);

    public async Task<Page<UserRow>> ListAsync(AreaCode scope, UserListCriteria criteria, PageRequest page, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await ByAccount.ReadAsync(
            Filter(context.Users.AsNoTracking(), scope, criteria), page,
            cut => cut.Select(u => new UserRow(
                u.Id, u.UserName!, u.DisplayName, u.Role, u.BodyName, u.ScopeCode, u.LockoutEnd >= PortalUser.SuspendedUntil, u.MustChangePassword)),
            row => new PageCursor(row.Account.ToUpperInvariant(), row.Id), counts: true, ct);
    }

    public async Task<UserDetail?> FindAsync(Guid id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Users.AsNoTracking()
            .Where(u => u.Id == id)
            .Select(u => new UserDetail(
                u.Id, u.ConcurrencyStamp!, new AccountFacts(u.UserName!, u.DisplayName, u.Role, u.BodyCode, u.ScopeCode), u.BodyName,
                u.LockoutEnd >= PortalUser.SuspendedUntil, u.LockoutEnd > now, u.MustChangePassword, u.CreatedAt))
            .FirstOrDefaultAsync(ct);
    }

    private static IQueryable<PortalUser> Filter(IQueryable<PortalUser> users, AreaCode scope, UserListCriteria criteria)
    {
        // The column sorts by code ("C"), so that a prefix is a range of its index.
        var inside = scope.Significant + "%";
        users = users.Where(u => EF.Functions.Like((string)(object)u.ScopeCode, inside));
        if (criteria.Role is { } role)
            users = users.Where(u => u.Role == role);
        if (criteria.Text?.Trim() is { Length: > 0 } text)
        {
            var account = text.ToUpperInvariant();
            users = users.Where(u => u.DisplayName.Contains(text) || u.NormalizedUserName!.Contains(account));
        }
        return users;
    }
}
