using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Clients;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Webhooks;

namespace Governance.Application.Webhooks;

/// <summary>What administrators see of the messages to other systems, and sending them again.</summary>
public sealed class WebhookService(IUnitOfWorkFactory units, IWebhookQueries queries, IReferenceData reference, TimeProvider time)
{
    /// <summary>Messages shown.</summary>
    public const int Shown = 100;

    private const int AtOnce = 1000;

    /// <summary>The newest messages of a client.</summary>
    public async Task<Result<IReadOnlyList<WebhookRow>>> ListAsync(Actor actor, Guid clientId, CancellationToken ct = default) =>
        May(actor) ? Result<IReadOnlyList<WebhookRow>>.Ok(await queries.ListAsync(clientId, Shown, ct)) : new PlatformErrors.NotPermitted();

    /// <summary>重发: sends messages that failed again, one or all of a client.</summary>
    /// <returns>How many are on their way.</returns>
    public Task<Result<int>> SendAgainAsync(Actor actor, Guid clientId, Guid? id, CancellationToken ct = default) =>
        units.ExecuteAsync<int>(async unit =>
        {
            if (!May(actor))
                return new PlatformErrors.NotPermitted();
            if (await unit.Clients.FindAsync(clientId, ct) is not { } client)
                return new ClientErrors.NotFound();
            var failed = await unit.Webhooks.FindFailedAsync(clientId, id, AtOnce, ct);
            var count = failed.Count(f => f.SendAgain(time.GetUtcNow()));
            if (count == 0)
                return new WebhookErrors.NothingToSend();
            unit.Audit(actor, new AuditRecord("client.send-again", "client", client.Name, reference.Pack.Profile.AreaCode, $"重发通知 {count} 条"));
            return count;
        }, ct);

    private bool May(Actor actor) => actor.May(Permission.ManageClients, reference.Pack.Profile.AreaCode);
}
