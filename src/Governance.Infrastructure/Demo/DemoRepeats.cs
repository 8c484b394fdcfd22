using Governance.Application.Repeats;
using Governance.Domain.Cases;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Demo;

/// <summary>Merges every second of the neighbours' reports into the first one; the others are left for who tries the portal.</summary>
internal sealed class DemoRepeats(IDbContextFactory<GovernanceDbContext> contexts, RepeatService repeats)
{
    /// <summary>Does so in the name of the office that runs the first one.</summary>
    public async Task MergeSomeAsync(DemoCast cast, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var twins = await context.Set<Case>().Where(c => c.Title.StartsWith(DemoCases.TwinPrefix)).OrderBy(c => c.Number)
            .Select(c => new { c.Number, c.Title, c.Place }).ToListAsync(ct);
        foreach (var twin in twins.Where((_, i) => i % 2 == 0))
        {
            var title = twin.Title[DemoCases.TwinPrefix.Length..];
            var first = await context.Set<Case>().Where(c => c.Title == title && c.Place == twin.Place)
                .Select(c => new { c.Number, c.ManagingBodyCode, c.State }).FirstOrDefaultAsync(ct);
            // A case that was answered meanwhile takes nobody in.
            if (first is not null && first.State.IsOpen())
                await repeats.MergeAsync(cast.Manager(first.ManagingBodyCode), new MergeCases(first.Number, [twin.Number], "同一地点同一件事"), ct);
        }
    }
}
