using Governance.Application.Notifications;
using Governance.Application.Outbox;
using Governance.Application.Webhooks;
using Governance.Domain.Platform;
using Governance.Infrastructure.Notifications;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Governance.Infrastructure.Webhooks;

namespace Governance.Infrastructure.Outbox;

internal sealed class OutboxUnit(GovernanceDbContext context) : IOutboxUnit
{
    private readonly NotificationStore _notifications = new(context);

    public INotificationStore Notifications => _notifications;

    public IWebhookStore Webhooks { get; } = new WebhookStore(context);

    public Task<IReadOnlyList<Actor>> FindPeopleAsync(IReadOnlyCollection<string> bodyCodes, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        PeopleQueries.FindAsync(context, bodyCodes, ids, ct);

    /// <summary>The last statement of the transaction.</summary>
    public Task FinishAsync(CancellationToken ct) => _notifications.AnnounceAsync(ct);
}
