using Governance.Application.Notifications;
using Governance.Application.Outbox;
using Governance.Domain.Platform;
using Governance.Infrastructure.Notifications;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Outbox;

internal sealed class OutboxUnit(GovernanceDbContext context) : IOutboxUnit
{
    private readonly NotificationStore _notifications = new(context);

    public INotificationStore Notifications => _notifications;

    public async Task<IReadOnlyList<Actor>> FindPeopleAsync(IReadOnlyCollection<string> bodyCodes, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        bodyCodes.Count + ids.Count == 0
            ? []
            : await context.Users.AsNoTracking()
                .Where(u => bodyCodes.Contains(u.BodyCode) || ids.Contains(u.Id))
                .Where(u => u.LockoutEnd == null || u.LockoutEnd < PortalUser.SuspendedUntil)
                .OrderBy(u => u.Id)
                .Select(u => new Actor(u.Id, u.UserName!, u.DisplayName, u.Role, u.BodyCode, u.BodyName, u.ScopeCode))
                .ToListAsync(ct);

    /// <summary>The last statement of the transaction.</summary>
    public Task FinishAsync(CancellationToken ct) => _notifications.AnnounceAsync(ct);
}
