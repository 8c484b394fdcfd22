using Governance.Application.Platform;
using Governance.Domain.Platform;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Platform;

/// <summary>Finds people by what they work for.</summary>
public sealed class PeopleQueries(IDbContextFactory<GovernanceDbContext> contexts) : IPeopleQueries
{
    /// <inheritdoc />
    public Task<IReadOnlyList<Actor>> FindAsync(IReadOnlyCollection<string> bodyCodes, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await FindAsync(context, bodyCodes, ids, ct);
        });

    /// <summary>The same inside somebody's transaction.</summary>
    internal static async Task<IReadOnlyList<Actor>> FindAsync(
        GovernanceDbContext context, IReadOnlyCollection<string> bodyCodes, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        bodyCodes.Count + ids.Count == 0
            ? []
            : await context.Users.AsNoTracking()
                .Where(u => bodyCodes.Contains(u.BodyCode) || ids.Contains(u.Id))
                .Where(u => u.LockoutEnd == null || u.LockoutEnd < PortalUser.SuspendedUntil)
                .OrderBy(u => u.Id)
                .Select(u => new Actor(u.Id, u.UserName!, u.DisplayName, u.Role, u.BodyCode, u.BodyName, u.ScopeCode))
                .ToListAsync(ct);
}
