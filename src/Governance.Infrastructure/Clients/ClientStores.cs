using Governance.Application.Clients;
using Governance.Domain.Clients;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Clients;

internal sealed class ClientRepository(GovernanceDbContext context) : IClientRepository
{
    public Task<ApiClient?> FindAsync(Guid id, CancellationToken ct) =>
        context.Set<ApiClient>().Include(c => c.Keys.OrderBy(k => k.CreatedAt)).AsSingleQuery().SingleOrDefaultAsync(c => c.Id == id, ct);

    public Task<bool> IsNameTakenAsync(string name, Guid? except, CancellationToken ct) =>
        context.Set<ApiClient>().AnyAsync(c => c.Name == name && c.RevokedAt == null && c.Id != except, ct);

    public void Add(ApiClient added) => context.Add(added);

    /// <summary>A new or ended key changes its client: the row is written too, so that two people who save it meet on its version.</summary>
    public static void TouchWhatGotKeys(GovernanceDbContext context)
    {
        var changed = context.ChangeTracker.Entries<ClientKey>().Where(e => e.State is EntityState.Added or EntityState.Modified)
            .Select(e => e.Entity.ClientId).ToHashSet();
        foreach (var entry in context.ChangeTracker.Entries<ApiClient>().Where(e => e.State == EntityState.Unchanged && changed.Contains(e.Entity.Id)))
            entry.Property(c => c.PerMinute).IsModified = true;
    }
}

/// <summary>Flat reads of clients; each opens a short context of its own.</summary>
public sealed class ClientQueries(IDbContextFactory<GovernanceDbContext> contexts) : IClientQueries
{
    private const int Most = 500;

    /// <inheritdoc />
    public Task<IReadOnlyList<ClientRow>> ListAsync(CancellationToken ct) => StorageFaults.GuardAsync<IReadOnlyList<ClientRow>>(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<ApiClient>().AsNoTracking().OrderBy(c => c.RevokedAt != null).ThenBy(c => c.Name).Take(Most)
            .Select(c => new ClientRow(
                c.Id, c.Name, c.Channels, c.Areas, c.OpensCases, c.PerMinute, c.CreatedAt, c.RevokedAt,
                context.Set<ClientCallRow>().Where(call => call.ClientId == c.Id).Max(call => (DateTimeOffset?)call.At)))
            .ToListAsync(ct);
    });

    /// <inheritdoc />
    public Task<ClientDetail?> FindAsync(Guid id, int calls, CancellationToken ct) => StorageFaults.GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var found = await context.Set<ApiClient>().AsNoTracking().Include(c => c.Keys.OrderByDescending(k => k.CreatedAt)).AsSingleQuery()
            .SingleOrDefaultAsync(c => c.Id == id, ct);
        if (found is null)
            return null;
        var latest = await context.Set<ClientCallRow>().Where(c => c.ClientId == id).OrderByDescending(c => c.At).Take(calls)
            .Select(c => new ClientCall(c.At, c.Operation, c.Status, c.Rows, c.Milliseconds, c.Address)).ToListAsync(ct);
        return new ClientDetail(
            found.Id, found.Version,
            new ClientFacts(found.Name, found.Channels, found.Areas, found.OpensCases, found.PerMinute, found.WebhookAddress),
            found.WebhookSecret is not null, found.CreatedAt, found.RevokedAt,
            [.. found.Keys.Select(k => new ClientKeyRow(k.Id, k.CreatedAt, k.EndsAt))], latest);
    });

    /// <inheritdoc />
    public Task<ClientIdentity?> FindByKeyAsync(string keyId, CancellationToken ct) => StorageFaults.GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<ClientKey>().Where(k => k.Id == keyId)
            .Join(context.Set<ApiClient>(), k => k.ClientId, c => c.Id, (k, c) => new ClientIdentity(
                c.Id, c.Name, c.Channels, c.Areas, c.OpensCases, c.PerMinute, k.Hash, k.EndsAt, c.RevokedAt))
            .SingleOrDefaultAsync(ct);
    });
}

/// <summary>Keeps the calls of clients.</summary>
public sealed class ClientCallStore(IDbContextFactory<GovernanceDbContext> contexts) : IClientCallStore
{
    /// <inheritdoc />
    public async Task AddAsync(IReadOnlyList<(Guid ClientId, ClientCall Call)> calls, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.AddRange(calls.Select(c => new ClientCallRow
        {
            Id = Guid.CreateVersion7(c.Call.At), ClientId = c.ClientId, At = c.Call.At, Operation = c.Call.Operation, Status = c.Call.Status,
            Rows = c.Call.Rows, Milliseconds = c.Call.Milliseconds, Address = c.Call.Address,
        }));
        await context.SaveChangesAsync(ct);
    }

    /// <inheritdoc />
    public async Task RemoveBeforeAsync(DateTimeOffset before, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        await context.Set<ClientCallRow>().Where(c => c.At < before).ExecuteDeleteAsync(ct);
    }
}
