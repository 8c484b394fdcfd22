using Governance.Application.Platform;
using Governance.Domain.Clients;
using Governance.Domain.Webhooks;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Webhooks;

/// <summary>
/// Takes messages that are due, tries them and writes down what became of them. Several may run side by side; the messages of a case to a
/// client go one after the other. A process that dies in between leaves its messages to the next one a minute later, so a receiver may get
/// a message twice, with the same key.
/// </summary>
public sealed class WebhookDispatch(
    IDbContextFactory<GovernanceDbContext> contexts, WebhookSender sender, IPersonalDataProtector protector, TimeProvider time)
{
    private const int AtOnce = 50;
    private const int SideBySide = 8;
    private const int ClearedAtOnce = 5000;

    // Longer than any try takes.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Tries what is due.</summary>
    /// <returns>How many messages were tried.</returns>
    public async Task<int> RunAsync(CancellationToken ct = default)
    {
        var tried = 0;
        while (await TakeAsync(ct) is { Count: > 0 } taken)
        {
            await Parallel.ForEachAsync(taken, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = ct }, async (one, token) =>
                await TryAsync(one, token));
            tried += taken.Count;
        }
        return tried;
    }

    /// <summary>Removes messages that ended long ago.</summary>
    public async Task ClearAsync(CancellationToken ct = default)
    {
        var before = time.GetUtcNow() - Kept;
        await using var context = await contexts.CreateDbContextAsync(ct);
        while (await context.Set<WebhookDelivery>()
            .Where(d => context.Set<WebhookDelivery>().Where(o => o.EndedAt < before).OrderBy(o => o.EndedAt).Take(ClearedAtOnce).Select(o => o.Id).Contains(d.Id))
            .ExecuteDeleteAsync(ct) == ClearedAtOnce)
        {
        }
    }

    private async Task<IReadOnlyList<WebhookDelivery>> TakeAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await context.Database.BeginTransactionAsync(ct);
        var now = time.GetUtcNow();
        var taken = await context.Set<WebhookDelivery>().FromSql(
            $"""
             select d.* from webhook_deliveries d
             where d.state = 'Pending' and d.due_at <= {now} and not exists (
               select from webhook_deliveries e
               where e.client_id = d.client_id and e.case_id = d.case_id and e.state = 'Pending' and e.sequence < d.sequence)
             order by d.due_at limit {AtOnce} for update of d skip locked
             """).ToListAsync(ct);
        foreach (var one in taken)
            one.Begin(now + Lease);
        await context.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return taken;
    }

    private async Task TryAsync(WebhookDelivery taken, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var client = await context.Set<ApiClient>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == taken.ClientId, ct);
        var outcome = client is { RevokedAt: null, WebhookAddress.Length: > 0 } && protector.Reveal(client.WebhookSecret) is { } secret
            ? await sender.SendAsync(taken, client.WebhookAddress, secret, ct)
            : new WebhookOutcome("接口客户已停用或没有通知地址", IsFinal: true);
        var now = time.GetUtcNow();
        context.Attach(taken);
        if (outcome.Reason is null)
            taken.Deliver(now);
        else
            taken.Fail(outcome.Reason, outcome.IsFinal, Random.Shared.NextDouble(), now);
        await context.SaveChangesAsync(ct);
    }
}
