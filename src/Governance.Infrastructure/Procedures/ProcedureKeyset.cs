using Governance.Application.Cases;
using Governance.Application.Procedures;
using Governance.Domain.Cases;
using Governance.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Procedures;

/// <summary>A procedure with its case while a list is made.</summary>
internal sealed class ProcedureOfCase
{
    public Procedure Procedure { get; init; } = null!;

    public Case Case { get; init; } = null!;
}

/// <summary>Keyset paging of procedures: what runs is ordered by its deadline, agreements by the time left to confirm them, what ended by its end.</summary>
internal static class ProcedureKeyset
{
    /// <summary>The rows of a page and one more, which tells whether the list goes on.</summary>
    public static IQueryable<ProcedureOfCase> Page(IQueryable<ProcedureOfCase> pairs, ProcedureListStanding standing, CasePageRequest page)
    {
        if (page.Cursor is { } cursor)
            pairs = After(pairs, standing, page.Backwards, cursor.Moment.ToUniversalTime(), cursor.Id);
        var ordered = (standing, page.Backwards) switch
        {
            (ProcedureListStanding.ToConfirm, false) => pairs.OrderBy(x => x.Procedure.ConfirmUntil).ThenBy(x => x.Procedure.Id),
            (ProcedureListStanding.ToConfirm, true) => pairs.OrderByDescending(x => x.Procedure.ConfirmUntil).ThenByDescending(x => x.Procedure.Id),
            (ProcedureListStanding.Ended, false) => pairs.OrderByDescending(x => x.Procedure.EndedAt).ThenByDescending(x => x.Procedure.Id),
            (ProcedureListStanding.Ended, true) => pairs.OrderBy(x => x.Procedure.EndedAt).ThenBy(x => x.Procedure.Id),
            (_, false) => pairs.OrderBy(x => EF.Property<DateTimeOffset>(x.Procedure, ProcedureConfiguration.DueOrder)).ThenBy(x => x.Procedure.Id),
            (_, true) => pairs.OrderByDescending(x => EF.Property<DateTimeOffset>(x.Procedure, ProcedureConfiguration.DueOrder)).ThenByDescending(x => x.Procedure.Id),
        };
        return ordered.Take(page.Size + 1);
    }

    /// <summary>Makes the page from the rows read.</summary>
    public static ProcedurePage Cut(List<ProcedureRow> read, ProcedureListStanding standing, CasePageRequest page, int total)
    {
        var more = read.Count > page.Size;
        var rows = read.Take(page.Size).ToList();
        if (page.Backwards)
            rows.Reverse();
        if (rows.Count == 0)
            return new ProcedurePage([], null, null, total);
        CaseCursor At(ProcedureRow row) => new(standing switch
        {
            ProcedureListStanding.ToConfirm => row.ConfirmUntil!.Value,
            ProcedureListStanding.Ended => row.EndedAt!.Value,
            _ => row.DueOrder,
        }, row.Id);
        return new ProcedurePage(
            rows, (page.Backwards ? more : page.Cursor is not null) ? At(rows[0]) : null, page.Backwards || more ? At(rows[^1]) : null, total);
    }

    private static IQueryable<ProcedureOfCase> After(
        IQueryable<ProcedureOfCase> pairs, ProcedureListStanding standing, bool backwards, DateTimeOffset moment, Guid id) => (standing, backwards) switch
    {
        (ProcedureListStanding.ToConfirm, false) => pairs.Where(x => EF.Functions.GreaterThan(
            ValueTuple.Create(x.Procedure.ConfirmUntil!.Value, x.Procedure.Id), ValueTuple.Create(moment, id))),
        (ProcedureListStanding.ToConfirm, true) => pairs.Where(x => EF.Functions.LessThan(
            ValueTuple.Create(x.Procedure.ConfirmUntil!.Value, x.Procedure.Id), ValueTuple.Create(moment, id))),
        (ProcedureListStanding.Ended, false) => pairs.Where(x => EF.Functions.LessThan(
            ValueTuple.Create(x.Procedure.EndedAt!.Value, x.Procedure.Id), ValueTuple.Create(moment, id))),
        (ProcedureListStanding.Ended, true) => pairs.Where(x => EF.Functions.GreaterThan(
            ValueTuple.Create(x.Procedure.EndedAt!.Value, x.Procedure.Id), ValueTuple.Create(moment, id))),
        (_, false) => pairs.Where(x => EF.Functions.GreaterThan(
            ValueTuple.Create(EF.Property<DateTimeOffset>(x.Procedure, ProcedureConfiguration.DueOrder), x.Procedure.Id), ValueTuple.Create(moment, id))),
        (_, true) => pairs.Where(x => EF.Functions.LessThan(
            ValueTuple.Create(EF.Property<DateTimeOffset>(x.Procedure, ProcedureConfiguration.DueOrder), x.Procedure.Id), ValueTuple.Create(moment, id))),
    };
}
