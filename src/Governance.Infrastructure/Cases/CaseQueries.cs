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

    private readonly HotRead<CaseRow> _rows = new(WriteRows);
    private readonly HotRead<int> _counts = new((context, asked) =>
        Order(asked.List.Sort).Counted(Matching(context, asked)).GroupBy(_ => 1).Select(g => g.Count()));
    private readonly HotRead<WorkbenchFigures> _figures = new(WriteFigures);
    private readonly HotRead<BesidesCount> _besides = new(WriteBesides);
    private readonly HotRead<CaseDetailRecord> _details = new((context, asked) => Numbered(context, asked).AsSingleQuery().Select(CaseRows.ToDetail));
    private readonly HotRead<CaseHead> _heads = new((context, asked) => Numbered(context, asked).Select(CaseRows.ToHead));

    /// <inheritdoc />
    public Task<Page<CaseRow>> ListAsync(
        CaseVisibility visibility, CaseListCriteria criteria, ListOwner owner, CaseMoments moments, PageRequest page, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var asked = new CaseQuestion(visibility)
            {
                Owner = owner, Moments = moments, List = criteria, Page = Order(criteria.Sort).Readable(page),
                TakesPartIn = await TakesPartInAsync(context, visibility, criteria, ct),
            };
            var rows = await _rows.Read(context, asked).ToListAsync(ct);
            // Counting all that a common word finds would cost a hundred times the page.
            int? total = page.WithTotal && !CaseSearch.GoesByMonth(criteria) ? await _counts.FindAsync(context, asked, ct) : null;
            return Keyset<Case>.PageOf(
                rows, asked.Page, row => PageCursor.Of(criteria.Sort == CaseSort.DueFirst ? row.DueAt : row.RegisteredAt, row.Id), total);
        });

    /// <inheritdoc />
    public async IAsyncEnumerable<CaseExportRow> ExportAsync(
        CaseVisibility visibility, CaseListCriteria criteria, ListOwner owner, CaseMoments moments, int bound,
        [EnumeratorCancellation] CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var asked = new CaseQuestion(visibility)
        {
            Owner = owner, Moments = moments, List = criteria,
            TakesPartIn = await StorageFaults.GuardOnceAsync(() => TakesPartInAsync(context, visibility, criteria, ct)),
        };
        // A file goes on to where no circle holds: not even the own restricted cases are in it.
        var ordinary = Matching(context, asked).Where(c => !c.IsRestricted);
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
            return await _figures.FindAsync(context, new CaseQuestion(visibility) { Owner = owner, Moments = moments }, ct)
                ?? new WorkbenchFigures(0, 0, 0, 0, 0, 0, 0);
        });

    /// <inheritdoc />
    public Task<(int OpenTasks, int FollowUpsOverdue)> CountBesidesAsync(CaseVisibility visibility, Actor actor, DateOnly today, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var (tasks, followUps) = (0, 0);
            var question = new CaseQuestion(visibility) { Owner = new ListOwner(actor.BodyCode, default), Today = today };
            await foreach (var (isTask, count) in _besides.Read(context, question).WithCancellation(ct))
                (tasks, followUps) = isTask ? (count, followUps) : (tasks, count);
            return (tasks, followUps);
        });

    /// <inheritdoc />
    public Task<CaseDetailRecord?> FindAsync(CaseVisibility visibility, CaseNumber number, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await _details.FindAsync(context, new CaseQuestion(visibility) { Number = number }, ct);
        });

    /// <inheritdoc />
    public Task<CaseHead?> FindHeadAsync(CaseVisibility visibility, CaseNumber number, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await _heads.FindAsync(context, new CaseQuestion(visibility) { Number = number }, ct);
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

    private static IQueryable<CaseRow> WriteRows(GovernanceDbContext context, CaseQuestion asked)
    {
        var cut = Order(asked.List.Sort).Cut(Matching(context, asked), asked.Page);
        return (CaseSearch.GoesByMonth(asked.List) ? MonthByMonth.Read(context, cut, asked.List, asked.Page, asked.Page.Size + 1) : cut).Select(CaseRows.ToRow);
    }

    private static IQueryable<WorkbenchFigures> WriteFigures(GovernanceDbContext context, CaseQuestion asked)
    {
        var (owner, moments) = (asked.Owner.BodyCode, asked.Moments);
        return context.Set<Case>().VisibleTo(asked.Visibility).WaitingFor(owner).GroupBy(_ => 1)
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
                g.Count(c => c.UrgedAt != null))
            {
                TimeAsked = g.Count(c => c.TimeAskedAt != null && c.ManagingBodyCode == owner),
                Supervised = g.Count(c => c.Supervision != null),
                Waiting = g.Count(),
            });
    }

    // As the lists behind them: 协办任务 and 我的包案.
    private static IQueryable<BesidesCount> WriteBesides(GovernanceDbContext context, CaseQuestion asked)
    {
        var (owner, account, today) = (asked.Owner.BodyCode, asked.Visibility.Account, asked.Today);
        var visible = context.Set<Case>().VisibleTo(asked.Visibility);
        var tasks = context.Set<SubTask>().Where(t => t.BodyCode == owner && t.EndedAt == null && visible.Any(c => c.Id == t.CaseId));
        var followUps = visible.Where(c => c.ChargeLeaderId == account && c.ChargeDueOn < today).Where(CaseFilter.IsOpen);
        return tasks.Select(_ => true).Concat(followUps.Select(_ => false)).GroupBy(isTask => isTask).Select(g => new BesidesCount(g.Key, g.Count()));
    }

    private static IQueryable<Case> Numbered(GovernanceDbContext context, CaseQuestion asked)
    {
        var number = asked.Number;
        return context.Set<Case>().AsNoTracking().VisibleTo(asked.Visibility).Where(c => c.Number == number);
    }

    private static Keyset<Case> Order(CaseSort sort) => sort == CaseSort.DueFirst ? DueFirst : NewestFirst;

    /// <summary>
    /// The cases a department takes part in without leading them, asked for first: with their keys the list can still be read off its
    /// indexes, while a condition on another table would read every case. Who reads an area has them there, or under 我的案件.
    /// </summary>
    private static async Task<List<Guid>> TakesPartInAsync(
        GovernanceDbContext context, CaseVisibility visibility, CaseListCriteria criteria, CancellationToken ct) =>
        visibility is { Area: null, PartyBodyCode: { } body } && criteria.View != CaseView.Mine
            ? await context.Set<LeadParty>().Where(p => p.BodyCode == body && p.Role != LeadPartyRole.Former).Select(p => p.CaseId).ToListAsync(ct)
            : [];

    private static IQueryable<Case> Matching(GovernanceDbContext context, CaseQuestion asked)
    {
        var (visibility, criteria) = (asked.Visibility, asked.List);
        var found = CaseSearch.GoesByMonth(criteria)
            ? CaseSearch.CasesOfMonth(context, criteria.Text, IsNarrow(visibility, criteria))
            : CaseSearch.Cases(context, criteria.Text);
        return Visible(found.AsNoTracking(), visibility, asked.TakesPartIn, criteria).Matching(criteria, asked.Owner, asked.Moments);
    }

    private static bool IsNarrow(CaseVisibility visibility, CaseListCriteria criteria) =>
        visibility.Area is not { Level: DivisionLevel.City } || criteria.Area is { Level: > DivisionLevel.City };

    private static IQueryable<Case> Visible(
        IQueryable<Case> cases, CaseVisibility visibility, List<Guid> takesPartIn, CaseListCriteria criteria) =>
        criteria.View == CaseView.Mine ? cases.VisibleTo(visibility) : cases.VisibleTo(visibility, takesPartIn);

    private sealed record BesidesCount(bool IsTask, int Count);
}
