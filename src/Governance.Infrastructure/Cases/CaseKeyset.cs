using Governance.Application.Cases;
using Governance.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Cases;

/// <summary>
/// Keyset paging: a page starts right after the row the last one ended with, so that page 100,000 costs what page 1 costs and a case
/// that arrives meanwhile shifts nothing.
/// </summary>
internal static class CaseKeyset
{
    /// <summary>The order of a list.</summary>
    public static IQueryable<Case> Order(IQueryable<Case> cases, CaseSort sort) => sort == CaseSort.DueFirst
        ? cases.OrderBy(c => c.DueAt).ThenBy(c => c.Id)
        : cases.OrderByDescending(c => c.RegisteredAt).ThenByDescending(c => c.Id);

    /// <summary>The rows of a page and one more, which tells whether the list goes on.</summary>
    public static IQueryable<Case> Page(IQueryable<Case> cases, CaseSort sort, CasePageRequest page)
    {
        // The database takes moments in UTC only.
        if (page.Cursor is { } cursor && (cursor with { Moment = cursor.Moment.ToUniversalTime() }) is var at)
            cases = (sort, page.Backwards) switch
            {
                (CaseSort.DueFirst, false) => cases.Where(c => EF.Functions.GreaterThan(
                    ValueTuple.Create(c.DueAt, c.Id), ValueTuple.Create(at.Moment, at.Id))),
                (CaseSort.DueFirst, true) => cases.Where(c => EF.Functions.LessThan(
                    ValueTuple.Create(c.DueAt, c.Id), ValueTuple.Create(at.Moment, at.Id))),
                (_, false) => cases.Where(c => EF.Functions.LessThan(
                    ValueTuple.Create(c.RegisteredAt, c.Id), ValueTuple.Create(at.Moment, at.Id))),
                (_, true) => cases.Where(c => EF.Functions.GreaterThan(
                    ValueTuple.Create(c.RegisteredAt, c.Id), ValueTuple.Create(at.Moment, at.Id))),
            };
        var ordered = page.Backwards
            ? sort == CaseSort.DueFirst
                ? cases.OrderByDescending(c => c.DueAt).ThenByDescending(c => c.Id)
                : cases.OrderBy(c => c.RegisteredAt).ThenBy(c => c.Id)
            : Order(cases, sort);
        return ordered.Take(page.Size + 1);
    }

    /// <summary>Makes the page from the rows read: drops the extra row, restores the order, names the neighbours.</summary>
    public static CasePage Cut(List<CaseRow> read, CaseSort sort, CasePageRequest page, int? counted)
    {
        var more = read.Count > page.Size;
        var rows = read.Take(page.Size).ToList();
        if (page.Backwards)
            rows.Reverse();
        if (rows.Count == 0)
            return new CasePage([], null, null, counted ?? 0);
        CaseCursor At(CaseRow row) => new(sort == CaseSort.DueFirst ? row.DueAt : row.RegisteredAt, row.Id);
        var hasPrevious = page.Backwards ? more : page.Cursor is not null;
        var hasNext = page.Backwards || more;
        // A list that fits on one page is counted by reading it.
        var total = counted ?? (hasPrevious || hasNext ? null : rows.Count);
        return new CasePage(rows, hasPrevious ? At(rows[0]) : null, hasNext ? At(rows[^1]) : null, total);
    }
}
