using Governance.Application.SavedFilters;
using Governance.Domain.SavedFilters;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.SavedFilters;

internal sealed class SavedFilterRepository(GovernanceDbContext context) : ISavedFilterRepository
{
    public async Task<IReadOnlyList<SavedFilter>> FindOfAsync(Guid owner, CancellationToken ct) =>
        await context.Set<SavedFilter>().Where(f => f.OwnerId == owner).OrderBy(f => f.CreatedAt).ToListAsync(ct);

    public void Add(SavedFilter added) => context.Add(added);

    public void Remove(SavedFilter removed) => context.Remove(removed);
}

/// <summary>Reads filters.</summary>
public sealed class SavedFilterQueries(IDbContextFactory<GovernanceDbContext> contexts) : ISavedFilterQueries
{
    /// <inheritdoc />
    public Task<IReadOnlyList<SavedFilterRecord>> ListAsync(Guid owner, string bodyCode, int most, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<SavedFilterRecord>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<SavedFilter>().AsNoTracking()
                .Where(f => f.OwnerId == owner || (f.IsShared && f.BodyCode == bodyCode))
                .OrderByDescending(f => f.OwnerId == owner).ThenBy(f => f.CreatedAt).Take(most)
                .Select(f => new SavedFilterRecord(f.Id, f.OwnerId, f.OwnerName, f.Name, f.Query, f.IsShared, f.IsDefault)).ToListAsync(ct);
        });
}
