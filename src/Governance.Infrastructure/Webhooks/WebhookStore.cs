using Governance.Application.Webhooks;
using Governance.Domain.Cases;
using Governance.Domain.Clients;
using Governance.Domain.Submissions;
using Governance.Domain.Webhooks;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Webhooks;

internal sealed class WebhookStore(GovernanceDbContext context) : IWebhookStore
{
    public async Task<IReadOnlyList<WebhookTarget>> FindTargetsAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var found = await context.Set<Case>().Where(c => caseIds.Contains(c.Id))
            .Join(context.Set<Submission>(), c => c.Number, s => s.CaseNumber, (c, s) => new { c.Id, s.SourceKey, s.SourceNumber }).ToListAsync(ct);
        var listening = await FindListeningAsync(found.Select(f => ApiClient.IdOfSource(f.SourceKey)).OfType<Guid>().ToHashSet(), ct);
        return [.. found.SelectMany(f => listening.Where(id => ApiClient.SourceKeyOf(id) == f.SourceKey).Select(id => new WebhookTarget(f.Id, id, f.SourceNumber)))
            // Merged into one case, several matters of a client are told under the first of their numbers.
            .DistinctBy(t => (t.CaseId, t.ClientId))];
    }

    public async Task<IReadOnlyList<Guid>> FindListeningAsync(IReadOnlyCollection<Guid> clientIds, CancellationToken ct) => clientIds.Count == 0
        ? []
        : await context.Set<ApiClient>().Where(c => clientIds.Contains(c.Id) && c.RevokedAt == null && c.WebhookAddress != "").Select(c => c.Id).ToListAsync(ct);

    public async Task AddAsync(IReadOnlyCollection<WebhookDelivery> added, CancellationToken ct)
    {
        context.AddRange(added);
        await context.SaveChangesAsync(ct);
    }
}

internal sealed class WebhookRepository(GovernanceDbContext context) : IWebhookRepository
{
    public async Task<IReadOnlyList<WebhookDelivery>> FindFailedAsync(Guid clientId, Guid? id, int most, CancellationToken ct) =>
        await context.Set<WebhookDelivery>().Where(d => d.ClientId == clientId && d.State == WebhookState.Failed && (id == null || d.Id == id))
            .OrderBy(d => d.CreatedAt).Take(most).ToListAsync(ct);
}

/// <summary>Reads messages.</summary>
public sealed class WebhookQueries(IDbContextFactory<GovernanceDbContext> contexts) : IWebhookQueries
{
    /// <inheritdoc />
    public Task<IReadOnlyList<WebhookRow>> ListAsync(Guid clientId, int most, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<WebhookRow>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<WebhookDelivery>().AsNoTracking().Where(d => d.ClientId == clientId)
                .OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Take(most)
                .Select(d => new WebhookRow(d.Id, d.Number, d.SubjectState, d.State, d.Attempts, d.CreatedAt, d.DueAt, d.EndedAt, d.Reason)).ToListAsync(ct);
        });
}
