using Governance.Domain.Cases;
using Governance.Domain.Common;

namespace Governance.Domain.SubTasks;

/// <summary>Why something about a task of an assisting unit was refused.</summary>
public static class SubTaskErrors
{
    /// <summary>No such task, or not one this person may know of.</summary>
    public sealed record NotFound() : NotFoundError("sub-task.not-found", "没有找到这项协办任务，或它不在您的查看范围内。");

    /// <summary>The step does not start from the state the task is in.</summary>
    public sealed record WrongState(CaseStepKind Step, SubTaskState State)
        : Error("sub-task.wrong-state", $"协办任务现在是“{State.DisplayName()}”，不能“{Step.DisplayName()}”。");

    /// <summary>The lead would assist itself.</summary>
    public sealed record LeadItself() : Error("sub-task.lead-itself", "承办单位自己不能作协办单位，请另选单位。");

    /// <summary>A task must end after now and not after the case.</summary>
    public sealed record BadDueDay(string Latest) : Error("sub-task.bad-due-day", $"协办期限须在今天之后，且不晚于案件期限（{Latest}）。");

    /// <summary>The case has as many open tasks as one can follow.</summary>
    public sealed record TooMany(int Most) : Error("sub-task.too-many", $"一件案件最多同时有 {Most} 项未完成的协办任务。");

    /// <summary>The result of a case is whole only when its tasks are.</summary>
    public sealed record StillOpen(int Count)
        : Error("sub-task.still-open", $"还有 {Count} 项协办任务没有完成，请先确认或撤销，再提交办理结果。");

    /// <summary>Somebody took another step on the task first.</summary>
    public sealed record ChangedMeanwhile(SubTaskState State)
        : ConflictError("sub-task.changed-meanwhile", $"这项协办任务刚被他人推进，现在是“{State.DisplayName()}”。您填写的内容没有保存，仍保留在页面上。");
}
