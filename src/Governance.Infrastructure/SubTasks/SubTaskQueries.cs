using Governance.Application.Cases;
using Governance.Application.SubTasks;
using Governance.Domain.Cases;
using Governance.Domain.SubTasks;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.SubTasks;

/// <summary>Flat reads of tasks; each opens a short context of its own and knows only cases the person may know of.</summary>
public sealed class SubTaskQueries(IDbContextFactory<GovernanceDbContext> contexts) : ISubTaskQueries
{
    /// <inheritdoc />
    public Task<IReadOnlyList<SubTaskRow>> OfCaseAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<SubTaskRow>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await Rows(context, visibility, context.Set<SubTask>().Where(t => t.CaseId == caseId).OrderByDescending(t => t.AssignedAt)).ToListAsync(ct);
        });

    /// <inheritdoc />
    public Task<SubTaskPage> ListAsync(CaseVisibility visibility, string bodyCode, SubTaskView view, CasePageRequest page, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var tasks = context.Set<SubTask>().AsNoTracking();
            var ofBody = view switch
            {
                SubTaskView.Mine => tasks.Where(t => t.BodyCode == bodyCode && t.EndedAt == null),
                SubTaskView.Given => tasks.Where(t => t.GivenByBodyCode == bodyCode && t.EndedAt == null),
                _ => tasks.Where(t => (t.BodyCode == bodyCode || t.GivenByBodyCode == bodyCode) && t.EndedAt != null),
            };
            var visible = context.Set<Case>().VisibleTo(visibility);
            ofBody = ofBody.Where(t => visible.Any(c => c.Id == t.CaseId));
            var total = await ofBody.Select(t => t.Id).Take(CasePage.CountedUpTo + 1).CountAsync(ct);
            var dueFirst = view != SubTaskView.Ended;
            var rows = await Rows(context, visibility, Page(ofBody, dueFirst, page)).ToListAsync(ct);
            return Cut(rows, dueFirst, page, total);
        });

    private static IQueryable<SubTaskRow> Rows(GovernanceDbContext context, CaseVisibility visibility, IQueryable<SubTask> tasks) =>
        tasks.Join(context.Set<Case>().VisibleTo(visibility), t => t.CaseId, c => c.Id, (t, c) => new SubTaskRow(
            t.Id, t.Version, c.Id, c.Number, c.Title, t.BodyCode, t.BodyName, t.GivenByBodyName, t.Words, t.DueAt, t.State, t.AssignedAt, t.Result,
            t.Reason, t.EndedAt));

    private static IQueryable<SubTask> Page(IQueryable<SubTask> all, bool dueFirst, CasePageRequest page)
    {
        // Due first runs up, ended last runs down; the page before runs the other way.
        var up = dueFirst != page.Backwards;
        if (page.Cursor is { } cursor && (cursor with { Moment = cursor.Moment.ToUniversalTime() }) is var at)
            all = (dueFirst, up) switch
            {
                (true, true) => all.Where(t => EF.Functions.GreaterThan(ValueTuple.Create(t.DueAt, t.Id), ValueTuple.Create(at.Moment, at.Id))),
                (true, false) => all.Where(t => EF.Functions.LessThan(ValueTuple.Create(t.DueAt, t.Id), ValueTuple.Create(at.Moment, at.Id))),
                (false, true) => all.Where(t => EF.Functions.GreaterThan(ValueTuple.Create(t.EndedAt!.Value, t.Id), ValueTuple.Create(at.Moment, at.Id))),
                (false, false) => all.Where(t => EF.Functions.LessThan(ValueTuple.Create(t.EndedAt!.Value, t.Id), ValueTuple.Create(at.Moment, at.Id))),
            };
        var ordered = (dueFirst, up) switch
        {
            (true, true) => all.OrderBy(t => t.DueAt).ThenBy(t => t.Id),
            (true, false) => all.OrderByDescending(t => t.DueAt).ThenByDescending(t => t.Id),
            (false, true) => all.OrderBy(t => t.EndedAt).ThenBy(t => t.Id),
            (false, false) => all.OrderByDescending(t => t.EndedAt).ThenByDescending(t => t.Id),
        };
        return ordered.Take(page.Size + 1);
    }

    private static SubTaskPage Cut(List<SubTaskRow> read, bool dueFirst, CasePageRequest page, int total)
    {
        var more = read.Count > page.Size;
        // A join may give rows in another order than its source.
        var rows = (dueFirst ? read.OrderBy(r => r.DueAt).ThenBy(r => r.Id) : read.OrderByDescending(r => r.EndedAt).ThenByDescending(r => r.Id)).ToList();
        rows = page.Backwards ? [.. rows.TakeLast(page.Size)] : [.. rows.Take(page.Size)];
        if (rows.Count == 0)
            return new SubTaskPage([], null, null, total);
        CaseCursor At(SubTaskRow row) => new(dueFirst ? row.DueAt : row.EndedAt!.Value, row.Id);
        return new SubTaskPage(
            rows, (page.Backwards ? more : page.Cursor is not null) ? At(rows[0]) : null, page.Backwards || more ? At(rows[^1]) : null, total);
    }
}
