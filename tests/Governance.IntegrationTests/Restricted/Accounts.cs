using Governance.Domain.Platform;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Governance.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;

namespace Governance.IntegrationTests.Restricted;

/// <summary>Accounts for people of the tests: a circle are accounts.</summary>
internal static class Accounts
{
    public static async Task AddAccountAsync(this PortalServices portal, Actor person)
    {
        await using var context = await portal.Get<IDbContextFactory<GovernanceDbContext>>().CreateDbContextAsync();
        if (await context.Users.AnyAsync(u => u.Id == person.UserId))
            return;
        context.Add(new PortalUser
        {
            Id = person.UserId, UserName = person.UserId.ToString("N"), NormalizedUserName = person.UserId.ToString("N").ToUpperInvariant(),
            DisplayName = person.DisplayName, Role = person.Role, BodyCode = person.BodyCode, BodyName = person.BodyName, ScopeCode = person.Scope,
            CreatedAt = portal.Clock.Now,
        });
        await context.SaveChangesAsync();
    }
}
