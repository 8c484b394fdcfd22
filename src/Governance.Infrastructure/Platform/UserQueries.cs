using Governance.Application.Platform;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Platform;

internal sealed class UserQueries(IDbContextFactory<GovernanceDbContext> contexts, TimeProvider time) : IUserQueries
{
    private const int PageSize = 50;

    public async Task<UserPage> ListAsync(AreaCode scope, UserListCriteria criteria, string? after, string? before, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var fitting = Filter(context.Users.AsNoTracking(), scope, criteria);
        var total = await fitting.CountAsync(ct);
        // One row more than shown tells whether there is a further page.
        var page = before is null
            ? fitting.Where(u => after == null || u.NormalizedUserName!.CompareTo(after) > 0).OrderBy(u => u.NormalizedUserName)
            : fitting.Where(u => u.NormalizedUserName!.CompareTo(before) < 0).OrderByDescending(u => u.NormalizedUserName);
        var rows = await page.Take(PageSize + 1)
            .Select(u => new UserRow(
                u.Id, u.UserName!, u.DisplayName, u.Role, u.BodyName, u.ScopeCode, u.LockoutEnd >= PortalUser.SuspendedUntil, u.MustChangePassword))
            .ToListAsync(ct);
        var more = rows.Count > PageSize;
        if (more)
            rows.RemoveAt(PageSize);
        if (before is not null)
            rows.Reverse();
        var hasPrevious = before is null ? after is not null : more;
        var hasNext = before is not null || more;
        return new UserPage(
            rows, total,
            hasPrevious && rows.Count > 0 ? rows[0].Account.ToUpperInvariant() : null,
            hasNext && rows.Count > 0 ? rows[^1].Account.ToUpperInvariant() : null);
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
