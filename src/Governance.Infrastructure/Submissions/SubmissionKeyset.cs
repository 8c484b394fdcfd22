using Governance.Application.Cases;
using Governance.Application.Submissions;
using Governance.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Submissions;

/// <summary>Keyset paging of submissions: due first while open, newest first afterwards.</summary>
internal static class SubmissionKeyset
{
    /// <summary>The rows of a page and one more, which tells whether the list goes on.</summary>
    public static IQueryable<Submission> Page(IQueryable<Submission> all, bool dueFirst, CasePageRequest page)
    {
        // The database takes moments in UTC only.
        if (page.Cursor is { } cursor && (cursor with { Moment = cursor.Moment.ToUniversalTime() }) is var at)
            all = (dueFirst, page.Backwards) switch
            {
                (true, false) => all.Where(s => EF.Functions.GreaterThan(ValueTuple.Create(s.DueAt, s.Id), ValueTuple.Create(at.Moment, at.Id))),
                (true, true) => all.Where(s => EF.Functions.LessThan(ValueTuple.Create(s.DueAt, s.Id), ValueTuple.Create(at.Moment, at.Id))),
                (false, false) => all.Where(s => EF.Functions.LessThan(ValueTuple.Create(s.ReceivedAt, s.Id), ValueTuple.Create(at.Moment, at.Id))),
                (false, true) => all.Where(s => EF.Functions.GreaterThan(ValueTuple.Create(s.ReceivedAt, s.Id), ValueTuple.Create(at.Moment, at.Id))),
            };
        var ordered = (dueFirst, page.Backwards) switch
        {
            (true, false) => all.OrderBy(s => s.DueAt).ThenBy(s => s.Id),
            (true, true) => all.OrderByDescending(s => s.DueAt).ThenByDescending(s => s.Id),
            (false, false) => all.OrderByDescending(s => s.ReceivedAt).ThenByDescending(s => s.Id),
            (false, true) => all.OrderBy(s => s.ReceivedAt).ThenBy(s => s.Id),
        };
        return ordered.Take(page.Size + 1);
    }

    /// <summary>Makes the page from the rows read: drops the extra row, restores the order, names the neighbours.</summary>
    public static SubmissionPage Cut(List<SubmissionRow> read, bool dueFirst, CasePageRequest page, int total)
    {
        var more = read.Count > page.Size;
        var rows = read.Take(page.Size).ToList();
        if (page.Backwards)
            rows.Reverse();
        if (rows.Count == 0)
            return new SubmissionPage([], null, null, total);
        CaseCursor At(SubmissionRow row) => new(dueFirst ? row.DueAt : row.ReceivedAt, row.Id);
        var hasPrevious = page.Backwards ? more : page.Cursor is not null;
        var hasNext = page.Backwards || more;
        return new SubmissionPage(rows, hasPrevious ? At(rows[0]) : null, hasNext ? At(rows[^1]) : null, total);
    }
}
