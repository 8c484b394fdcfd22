using Governance.Application.Cases;
using Governance.Application.Notifications;
using Governance.Application.Platform;
using Governance.Domain.Platform;
using Governance.Infrastructure.Outbox;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;

namespace Governance.IntegrationTests.Notifications;

/// <summary>Accounts for the people of the tests, and what they are told.</summary>
internal static class NotificationDesk
{
    /// <summary>A colleague of the common handler.</summary>
    public static readonly Actor SecondHandler = People.Person(Role.DepartmentHandler, People.Housing, People.County, "韩梅");

    /// <summary>The people who have accounts in these tests.</summary>
    public static IReadOnlyList<Actor> All { get; } =
    [
        People.Clerk, People.SecondClerk, People.Centre, People.CityCentre, People.Handler, SecondHandler, People.UrbanHandler, People.GridMember,
        People.Leader, People.Auditor, People.ClerkElsewhere,
    ];

    /// <summary>Makes the accounts that are missing.</summary>
    public static async Task WithPeopleAsync(this PortalServices portal, params Actor[] more)
    {
        await using var context = await portal.Get<IDbContextFactory<GovernanceDbContext>>().CreateDbContextAsync();
        foreach (var person in All.Concat(more))
            if (!await context.Users.AnyAsync(u => u.Id == person.UserId))
                context.Users.Add(new PortalUser
                {
                    Id = person.UserId, UserName = $"u{person.UserId:N}", NormalizedUserName = $"U{person.UserId:N}".ToUpperInvariant(), DisplayName = person.DisplayName,
                    Role = person.Role, BodyCode = person.BodyCode, BodyName = person.BodyName, ScopeCode = person.Scope, SecurityStamp = "x",
                    CreatedAt = portal.Clock.Now,
                });
        await context.SaveChangesAsync();
    }

    /// <summary>Hands on what is in the outbox.</summary>
    public static Task<int> DrainAsync(this PortalServices portal) => portal.Get<OutboxDrain>().RunAsync();

    /// <summary>What a person has not read, newest first.</summary>
    public static async Task<IReadOnlyList<NotificationRow>> UnreadAsync(this PortalServices portal, Actor person) =>
        (await portal.Get<NotificationService>().ListAsync(person, true, new PageRequest())).Value.Rows;

    /// <summary>The number on a person's bell.</summary>
    public static async Task<int> BellAsync(this PortalServices portal, Actor person) =>
        (await portal.Get<INotificationQueries>().CountUnreadAsync([person.UserId], CancellationToken.None)).GetValueOrDefault(person.UserId);
}
