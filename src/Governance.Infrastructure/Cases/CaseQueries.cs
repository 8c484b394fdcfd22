using System.Runtime.CompilerServices;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Deadlines;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.SubTasks;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Cases;

/// <summary>Flat reads of cases; each opens a short context of its own.</summary>
public sealed class CaseQueries(IDbContextFactory<GovernanceDbContext> contexts) : ICaseQueries
{
    private static readonly Keyset<Case> DueFirst = Keyset.Rising<Case>(c => c.DueAt, c => c.Id);
    private static readonly Keyset<Case> NewestFirst = Keyset.Falling<Case>(c => c.RegisteredAt, c => c.Id);

    /// <inheritdoc />
    public Task<Page<CaseRow>> ListAsync(
        CaseVisibility visibility, CaseListCriteria criteria, ListOwner owner, CaseMoments moments, PageRequest page, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var byMonth = CaseSearch.GoesByMonth(criteria);
            var takesPartIn = await TakesPartInAsync(context, visibility, criteria, ct);
            var matching = Matching(context, visibility, takesPartIn, criteria, owner, moments);
            // Counting all that a common word finds would cost a hundred times the page.
            return await Order(criteria.Sort).ReadAsync(
                matching, page,
                cut => (byMonth ? MonthByMonth.Read(context, cut, criteria, Order(criteria.Sort).Readable(page), page.Size + 1) : cut).Select(CaseRows.ToRow),
                row => PageCursor.Of(criteria.Sort == CaseSort.DueFirst ? row.DueAt : row.RegisteredAt, row.Id), counts: !byMonth && page.WithTotal, ct);
        });

    /// <inheritdoc />
    public async IAsyncEnumerable<CaseExportRow> ExportAsync(
        CaseVisibility visibility, CaseListCriteria criteria, ListOwner owner, CaseMoments moments, int bound,
        [EnumeratorCancellation] CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var takesPartIn = await StorageFaults.GuardOnceAsync(() => TakesPartInAsync(context, visibility, criteria, ct));
        // A file goes on to where no circle holds: not even the own restricted cases are in it.
        var ordinary = Matching(context, visibility, takesPartIn, criteria, owner, moments).Where(c => !c.IsRestricted);
        var ordered = Order(criteria.Sort).Order(ordinary).Take(bound);
        var whole = CaseSearch.GoesByMonth(criteria) ? MonthByMonth.Read(context, ordered, criteria, new PageRequest(), bound) : ordered;
        var rows = whole
            .Select(c => new CaseExportRow(
                c.Number, c.Title, c.Description, c.State, c.Urgency, c.CategoryCode, c.Channel, c.Place, c.PlaceDetail,
                c.LeadBodyName, c.RegisteredAt, c.DueAt, c.ClosedAt, c.Answer));
        await using var reader = rows.AsAsyncEnumerable().GetAsyncEnumerator(ct);
        while (await StorageFaults.GuardOnceAsync(async () => await reader.MoveNextAsync()))
            yield return reader.Current;
    }

    /// <inheritdoc />
    public Task<WorkbenchFigures> CountWorkAsync(CaseVisibility visibility, ListOwner owner, CaseMoments moments, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Case>().VisibleTo(visibility).WaitingFor(owner.BodyCode).GroupBy(_ => 1)
                .Select(g => new WorkbenchFigures(
                    g.Count(c => c.DueAt >= moments.Now && c.DueAt < moments.TodayEnds),
                    g.Count(c => c.DueAt >= moments.Now && c.DueAt <= moments.SoonUntil),
                    g.Count(c => c.DueAt < moments.Now),
                    g.Count(c => c.State == CaseState.Registered),
                    g.Count(c => c.State == CaseState.Accepted),
                    g.Count(c => c.State == CaseState.Dispatched),
                    g.Count(c => c.State == CaseState.Verifying),
                    g.Count(c => c.State == CaseState.Consulting),
                    g.Count(c => c.State == CaseState.Deciding),
                    g.Count(c => c.UrgedAt != null)) { TimeAsked = g.Count(c => c.TimeAskedAt != null && c.ManagingBodyCode == owner.BodyCode), Supervised = g.Count(c => c.Supervision != null), Waiting = g.Count() })
                .SingleOrDefaultAsync(ct) ?? new WorkbenchFigures(0, 0, 0, 0, 0, 0, 0);
        });

    /// <inheritdoc />
    public Task<(int OpenTasks, int FollowUpsOverdue)> CountBesidesAsync(CaseVisibility visibility, Actor actor, DateOnly today, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            // As the lists behind them: 协办任务 and 我的包案.
            var visible = context.Set<Case>().VisibleTo(visibility);
            var tasks = context.Set<SubTask>().Where(t => t.BodyCode == actor.BodyCode && t.EndedAt == null && visible.Any(c => c.Id == t.CaseId));
            var followUps = visible.Where(c => c.ChargeLeaderId == actor.UserId && c.ChargeDueOn < today).Where(CaseFilter.IsOpen);
            var counted = await tasks.Select(_ => true).Concat(followUps.Select(_ => false)).GroupBy(isTask => isTask)
                .Select(g => new { IsTask = g.Key, Count = g.Count() }).ToListAsync(ct);
            return (counted.Where(c => c.IsTask).Sum(c => c.Count), counted.Where(c => !c.IsTask).Sum(c => c.Count));
        });

    /// <inheritdoc />
    public Task<CaseDetailRecord?> FindAsync(CaseVisibility visibility, CaseNumber number, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Case>().AsNoTracking().AsSingleQuery().VisibleTo(visibility).Where(c => c.Number == number)
                .Select(CaseRows.ToDetail)
                .SingleOrDefaultAsync(ct);
        });

    /// <inheritdoc />
    public Task<CaseHead?> FindHeadAsync(CaseVisibility visibility, CaseNumber number, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Case>().AsNoTracking().VisibleTo(visibility).Where(c => c.Number == number)
                .Select(CaseRows.ToHead)
                .SingleOrDefaultAsync(ct);
        });

    /// <inheritdoc />
    public Task<CaseLookupRecord?> LookUpAsync(CaseNumber number, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            // A repeat has no state and no deadline of its own: its reporter is told those of the lead, and nothing else of it.
            return await (
                from c in context.Set<Case>()
                where c.Number == number
                from matter in context.Set<Case>().Where(lead => lead.Id == (c.MergedIntoId ?? c.Id))
                select new CaseLookupRecord(
                    c.Id, c.Number, matter.State, c.CategoryCode, c.Place, c.RegisteredAt, matter.DueAt, matter.ClosedAt, matter.LeadBodyName,
                    matter.Answer, c.ReporterPhone, c.Satisfaction) {
                    IsMerged = c.MergedIntoId != null, IsRestricted = c.IsRestricted || matter.IsRestricted, PausedUntil = matter.PausedUntil,
                    PauseReasonKey = matter.PausedUntil == null ? null : matter.TimeRequests
                        .Where(r => r.Kind == TimeRequestKind.Pause && r.State == TimeRequestState.Granted && r.Until == matter.PausedUntil)
                        .OrderByDescending(r => r.AskedAt).Select(r => r.RuleId).FirstOrDefault(),
                })
                .SingleOrDefaultAsync(ct);
        });

    private static Keyset<Case> Order(CaseSort sort) => sort == CaseSort.DueFirst ? DueFirst : NewestFirst;

    /// <summary>
    /// The cases a department takes part in without leading them, asked for first: with their keys the list can still be read off its
    /// indexes, while a condition on another table would read every case. Who reads an area has them there, or under 我的案件.
    /// </summary>
    private static async Task<IReadOnlyList<Guid>> TakesPartInAsync(
        GovernanceDbContext context, CaseVisibility visibility, CaseListCriteria criteria, CancellationToken ct) =>
        visibility is { Area: null, PartyBodyCode: { } body } && criteria.View != CaseView.Mine
            ? await context.Set<LeadParty>().Where(p => p.BodyCode == body && p.Role != LeadPartyRole.Former).Select(p => p.CaseId).ToListAsync(ct)
            : [];

    private static IQueryable<Case> Matching(
        GovernanceDbContext context, CaseVisibility visibility, IReadOnlyList<Guid> takesPartIn, CaseListCriteria criteria, ListOwner owner, CaseMoments moments) =>
        Visible(
            (CaseSearch.GoesByMonth(criteria) ? CaseSearch.CasesOfMonth(context, criteria.Text, IsNarrow(visibility, criteria)) : CaseSearch.Cases(context, criteria.Text)).AsNoTracking(),
            visibility, takesPartIn, criteria).Matching(criteria, owner, moments);

    private static bool IsNarrow(CaseVisibility visibility, CaseListCriteria criteria) =>
        visibility.Area is not { Level: DivisionLevel.City } || criteria.Area is { Level: > DivisionLevel.City };

    private static IQueryable<Case> Visible(
        IQueryable<Case> cases, CaseVisibility visibility, IReadOnlyList<Guid> takesPartIn, CaseListCriteria criteria) =>
        criteria.View == CaseView.Mine ? cases.VisibleTo(visibility) : cases.VisibleTo(visibility, takesPartIn);
}
