using Governance.Application.Cases;
using Governance.Application.Platform;
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
    private static readonly Keyset<OfCase> DueFirst = Keyset.Rising<OfCase>(x => x.Task.DueAt, x => x.Task.Id);
    private static readonly Keyset<OfCase> EndedLastFirst = Keyset.Falling<OfCase>(x => x.Task.EndedAt!.Value, x => x.Task.Id);

    /// <inheritdoc />
    public Task<IReadOnlyList<SubTaskRow>> OfCaseAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<SubTaskRow>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var ofCase = OfCases(context, visibility, context.Set<SubTask>().Where(t => t.CaseId == caseId));
            return await Rows(ofCase.OrderByDescending(x => x.Task.AssignedAt)).ToListAsync(ct);
        });

    /// <inheritdoc />
    public Task<Page<SubTaskRow>> ListAsync(CaseVisibility visibility, string bodyCode, SubTaskView view, PageRequest page, CancellationToken ct) =>
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
            var isEnded = view == SubTaskView.Ended;
            return await (isEnded ? EndedLastFirst : DueFirst).ReadAsync(
                OfCases(context, visibility, ofBody), page, Rows, row => PageCursor.Of(isEnded ? row.EndedAt!.Value : row.DueAt, row.Id), counts: true, ct);
        });

    private static IQueryable<OfCase> OfCases(GovernanceDbContext context, CaseVisibility visibility, IQueryable<SubTask> tasks) =>
        tasks.Join(context.Set<Case>().VisibleTo(visibility), t => t.CaseId, c => c.Id, (t, c) => new OfCase { Task = t, Case = c });

    private static IQueryable<SubTaskRow> Rows(IQueryable<OfCase> pairs) => pairs.Select(x => new SubTaskRow(
        x.Task.Id, x.Task.Version, x.Case.Id, x.Case.Number, x.Case.Title, x.Task.BodyCode, x.Task.BodyName, x.Task.GivenByBodyName, x.Task.Words,
        x.Task.DueAt, x.Task.State, x.Task.AssignedAt, x.Task.Result, x.Task.Reason, x.Task.EndedAt));

    /// <summary>A task with its case while a list is made.</summary>
    private sealed class OfCase
    {
        public SubTask Task { get; init; } = null!;

        public Case Case { get; init; } = null!;
    }
}
