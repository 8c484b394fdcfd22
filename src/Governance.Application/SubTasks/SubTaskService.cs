using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.SubTasks;

namespace Governance.Application.SubTasks;

/// <summary>协办任务: what the lead of a case asks of assisting units, and what these answer.</summary>
public sealed class SubTaskService(IUnitOfWorkFactory units, ISubTaskQueries queries, IReferenceData reference, TimeProvider time)
{
    /// <summary>交办协办: gives a unit a task.</summary>
    public Task<Result<CaseNumber>> GiveAsync(Actor actor, GiveSubTask command, CancellationToken ct = default)
    {
        var errors = new List<Error>();
        var body = reference.Pack.FindBody(command.BodyCode ?? "");
        if (body is null)
            errors.Add(new PlatformErrors.Required("BodyCode", "协办单位") { Field = "BodyCode" });
        if (command.DueDay is null)
            errors.Add(new PlatformErrors.Required("DueDay", "协办期限") { Field = "DueDay" });
        if (errors.Count > 0)
            return Task.FromResult(Result<CaseNumber>.Refused(errors));
        var dueAt = ChinaTime.At(command.DueDay!.Value, reference.Calendar.Hours.End);
        return units.ChangeCaseAsync(actor, command.CaseId, command.Version, (unit, found) =>
        {
            var given = found.GiveTask(actor, body!, command.Words, dueAt, time.GetUtcNow());
            if (!given.IsOk)
                return Task.FromResult(Result.Refused(given.Errors));
            unit.SubTasks.Add(given.Value);
            return Task.FromResult(Result.Ok);
        }, (_, step) => CaseAudit.StepDetail(step), ct);
    }

    /// <summary>Takes a step on a task.</summary>
    public Task<Result<CaseNumber>> TakeStepAsync(Actor actor, TakeSubTaskStep command, CancellationToken ct = default) =>
        units.ExecuteAsync<CaseNumber>(async unit =>
        {
            var task = await unit.SubTasks.FindAsync(command.TaskId, ct);
            var found = task is null ? null : await unit.Cases.FindAsync(task.CaseId, ct);
            if (task is null || found is null || !CaseVisibility.Of(actor).Allows(found))
                return new SubTaskErrors.NotFound();
            if (task.Version != command.Version)
                return new SubTaskErrors.ChangedMeanwhile(task.State);
            var steps = found.Steps.Count;
            var taken = found.TakeTaskStep(task, command.Kind, actor, command.Note, time.GetUtcNow());
            if (!taken.IsOk)
                return Result<CaseNumber>.Refused(taken.Errors);
            CaseAudit.Steps(unit, actor, found, steps);
            return found.Number;
        }, ct);

    /// <summary>The tasks of a case this person may know of.</summary>
    public Task<IReadOnlyList<SubTaskRow>> OfCaseAsync(Actor actor, Guid caseId, CancellationToken ct = default) =>
        CaseVisibility.Of(actor) is { Nothing: false } visibility
            ? queries.OfCaseAsync(visibility, caseId, ct)
            : Task.FromResult<IReadOnlyList<SubTaskRow>>([]);

    /// <summary>A page of the tasks of the own body.</summary>
    public async Task<Result<Page<SubTaskRow>>> ListAsync(Actor actor, SubTaskView view, PageRequest page, CancellationToken ct = default) =>
        CaseVisibility.Of(actor) is { Nothing: false } visibility
            ? await queries.ListAsync(visibility, actor.BodyCode, view, page, ct)
            : new PlatformErrors.NotPermitted();
}
