using Governance.Application.Deadlines;
using Governance.Domain.Cases;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Deadlines;

/// <summary>Reads every open case, in pieces, to count its deadlines again.</summary>
public sealed class OpenCases(IDbContextFactory<GovernanceDbContext> contexts) : IOpenCases
{
    private const int PieceSize = 1000;

    /// <inheritdoc />
    public async IAsyncEnumerable<IReadOnlyList<Case>> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var piece in (await KeysAsync(ct)).Chunk(PieceSize))
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            yield return await Whole(context.Set<Case>()).AsNoTracking().Where(c => piece.Contains(c.Id)).ToListAsync(ct);
        }
    }

    /// <summary>Cases with everything their clocks are counted from; one statement for each kind, so that no row is sent twice.</summary>
    internal static IQueryable<Case> Whole(IQueryable<Case> cases) => cases
        .Include(c => c.Steps.OrderBy(s => s.Sequence)).Include(c => c.Parties.OrderBy(p => p.Position)).Include(c => c.TimeRequests.OrderBy(r => r.AskedAt))
        .Include(c => c.Supervisions.OrderBy(s => s.IssuedAt))
        .AsSplitQuery();

    // Keys first: they come off a small index, and a case that moves meanwhile is neither lost nor read twice.
    private async Task<List<Guid>> KeysAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<Case>().Where(CaseFilter.IsOpen).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
    }
}
