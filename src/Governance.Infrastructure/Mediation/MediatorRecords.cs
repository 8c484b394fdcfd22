using Governance.Application.Mediation;
using Governance.Domain.Cases;
using Governance.Domain.Mediation;
using Governance.Domain.Procedures;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Mediation;

/// <summary>A mediator with the counts of a record, while a query is made.</summary>
internal sealed class CountedMediator
{
    public Mediator Mediator { get; init; } = null!;

    public int Running { get; init; }

    public int Ended { get; init; }

    public int Agreed { get; init; }
}

/// <summary>Counts the procedures that mediators have in hand and those they ended.</summary>
internal sealed class MediatorRecords(IDbContextFactory<GovernanceDbContext> contexts) : IMediatorRecords
{
    public async Task<IReadOnlyDictionary<Guid, MediatorRecord>> OfAsync(
        IReadOnlyCollection<Guid> mediators, DateTimeOffset since, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await Counted(context, since).Where(c => mediators.Contains(c.Mediator.Id))
            .Select(c => new { c.Mediator.Id, c.Running, c.Ended, c.Agreed })
            .ToDictionaryAsync(c => c.Id, c => new MediatorRecord(c.Running, c.Ended, c.Agreed), ct);
    }

    /// <summary>The one place that says what counts: of restricted cases nothing does, so that no count tells of them.</summary>
    internal static IQueryable<CountedMediator> Counted(GovernanceDbContext context, DateTimeOffset since)
    {
        var led = context.Set<Procedure>().Where(p => p.MediatorId != null && !context.Set<Case>().Any(c => c.Id == p.CaseId && c.IsRestricted));
        return context.Set<Mediator>().AsNoTracking().Select(m => new CountedMediator
        {
            Mediator = m,
            Running = led.Count(p => p.MediatorId == m.Id && p.EndedAt == null),
            Ended = led.Count(p => p.MediatorId == m.Id && p.EndedAt >= since),
            Agreed = led.Count(p => p.MediatorId == m.Id && p.EndedAt >= since && p.Result == ProcedureResult.Success),
        });
    }
}
