using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Procedures;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Procedures;

/// <summary>Flat reads of procedures; each opens a short context of its own, and there is no way to a procedure but through its case.</summary>
public sealed class ProcedureQueries(IDbContextFactory<GovernanceDbContext> contexts) : IProcedureQueries
{
    private const int WordsLength = 40;

    private static readonly Keyset<OfCase> DueFirst =
        Keyset.Rising<OfCase>(x => EF.Property<DateTimeOffset>(x.Procedure, ProcedureConfiguration.DueOrder), x => x.Procedure.Id);

    private static readonly Keyset<OfCase> ConfirmedSoonestFirst = Keyset.Rising<OfCase>(x => x.Procedure.ConfirmUntil!.Value, x => x.Procedure.Id);
    private static readonly Keyset<OfCase> EndedLastFirst = Keyset.Falling<OfCase>(x => x.Procedure.EndedAt!.Value, x => x.Procedure.Id);

    private static readonly ProcedureNature[] Mediations = [.. Enum.GetValues<ProcedureNature>().Where(n => n.Way() == ProcedureWay.Mediation)];

    /// <inheritdoc />
    public Task<IReadOnlyList<ProcedureRecord>> OfCaseAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<ProcedureRecord>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var visible = context.Set<Case>().VisibleTo(visibility).Where(c => c.Id == caseId);
            return await context.Set<Procedure>().AsNoTracking().AsSingleQuery()
                .Where(p => p.CaseId == caseId && visible.Any())
                .OrderBy(p => p.EndedAt != null).ThenByDescending(p => p.EndedAt).ThenByDescending(p => p.Id)
                .Select(p => new ProcedureRecord(
                    p.Id, p.Version, p.KindCode, p.KindName, p.Nature, p.StepCode, p.StepName, p.BodyName, p.Mediator, p.Act, p.Amount, p.OpenedAt,
                    p.EndedOn, p.OutcomeCode, p.OutcomeName, p.Result, p.IsFinal, p.Terms, p.LimitId, p.DueAt, p.IsExtended, p.ConfirmUntil,
                    p.ConfirmAppliedOn, p.ConfirmCourt, p.ConfirmDueAt, p.Confirmation,
                    p.Entries.OrderBy(e => e.Sequence).Select(e => new ProcedureEntryRecord(
                        e.Sequence, e.Kind, e.Title, e.On, e.At, e.ActorName, e.BodyName, e.Note, e.DueAt)).ToList(),
                    p.HandOvers.OrderBy(h => h.Sequence).Select(h => new HandOverRecord(
                        h.Sequence, h.Direction, h.BodyName, h.Reference, h.Reason, h.On, h.ReceivedOn, h.ReceivedBy)).ToList())
                {
                    MediatorId = p.MediatorId,
                    Item = p.ItemListId == null ? null : new ProcedureItem(p.ItemListId.Value, p.ItemNumber!.Value, p.ItemMatter, p.ItemLaw),
                })
                .ToListAsync(ct);
        });

    /// <inheritdoc />
    public Task<Page<ProcedureRow>> ListAsync(
        CaseVisibility visibility, ProcedureListCriteria criteria, string bodyCode, DateTimeOffset now, PageRequest page, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var cases = context.Set<Case>().AsNoTracking().VisibleTo(visibility);
            if (criteria.Area is { } area)
                cases = cases.Where(CaseFilter.Inside(area));
            if (criteria.Mine)
                cases = cases.Where(c => c.LeadBodyCode == bodyCode || c.ManagingBodyCode == bodyCode);
            var pairs = Matching(context.Set<Procedure>().AsNoTracking(), criteria, now)
                .Join(cases, p => p.CaseId, c => c.Id, (p, c) => new OfCase { Procedure = p, Case = c });
            return await Order(criteria.Standing).ReadAsync(
                pairs, page,
                cut => cut.Select(x => new ProcedureRow(
                    x.Procedure.Id, x.Case.Number, x.Case.Title, x.Case.Place, x.Case.LeadBodyName, x.Procedure.KindName, x.Procedure.StepName,
                    x.Procedure.BodyName, x.Procedure.Mediator, x.Procedure.OpenedAt, x.Procedure.LimitId, x.Procedure.DueAt, x.Procedure.ConfirmUntil,
                    x.Procedure.EndedAt, x.Procedure.OutcomeName, EF.Property<DateTimeOffset>(x.Procedure, ProcedureConfiguration.DueOrder))
                {
                    IsMediation = Mediations.Contains(x.Procedure.Nature),
                }),
                row => PageCursor.Of(Moment(row, criteria.Standing), row.Id), counts: true, ct);
        });

    /// <summary>What runs is ordered by its deadline, agreements by the time left to confirm them, what ended by its end.</summary>
    private static Keyset<OfCase> Order(ProcedureListStanding standing) => standing switch
    {
        ProcedureListStanding.ToConfirm => ConfirmedSoonestFirst,
        ProcedureListStanding.Ended => EndedLastFirst,
        _ => DueFirst,
    };

    private static DateTimeOffset Moment(ProcedureRow row, ProcedureListStanding standing) => standing switch
    {
        ProcedureListStanding.ToConfirm => row.ConfirmUntil!.Value,
        ProcedureListStanding.Ended => row.EndedAt!.Value,
        _ => row.DueOrder,
    };

    private static IQueryable<Procedure> Matching(IQueryable<Procedure> procedures, ProcedureListCriteria criteria, DateTimeOffset now)
    {
        procedures = criteria.Standing switch
        {
            ProcedureListStanding.Overdue => procedures.Where(p => p.EndedAt == null && p.DueAt < now),
            ProcedureListStanding.ToConfirm => procedures.Where(p => p.ConfirmUntil != null && p.ConfirmAppliedOn == null && p.ConfirmUntil > now),
            ProcedureListStanding.Ended => procedures.Where(p => p.EndedAt != null),
            _ => procedures.Where(p => p.EndedAt == null),
        };
        if (criteria.Way is { } way)
        {
            var natures = Enum.GetValues<ProcedureNature>().Where(n => n.Way() == way).ToArray();
            procedures = procedures.Where(p => natures.Contains(p.Nature));
        }
        if (PlainText.Cut(PlainText.CleanLine(criteria.Body), WordsLength) is { Length: > 0 } words)
            procedures = procedures.Where(p => p.BodyName.Contains(words));
        if (criteria.MediatorId is { } mediator)
            procedures = procedures.Where(p => p.MediatorId == mediator);
        return procedures;
    }

    /// <summary>A procedure with its case while a list is made.</summary>
    private sealed class OfCase
    {
        public Procedure Procedure { get; init; } = null!;

        public Case Case { get; init; } = null!;
    }
}
