using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.SubTasks;

/// <summary>Whose step it is.</summary>
public enum SubTaskOwner
{
    /// <summary>The assisting unit (协办单位).</summary>
    Unit,

    /// <summary>Who leads the case, or who runs it in the area.</summary>
    Lead,
}

/// <summary>
/// One row of the table of steps of an assisting unit's task: it moves the task, authorises the person and fills the page's buttons.
/// </summary>
/// <param name="Kind">The step, told on the case's timeline.</param>
/// <param name="From">States it starts from.</param>
/// <param name="To">State it leads to.</param>
/// <param name="Owner">Whose step it is.</param>
/// <param name="NoteLabel">What the accompanying words are called.</param>
/// <param name="NoteRequired">True when the step is refused without them.</param>
public sealed record SubTaskRule(
    CaseStepKind Kind, IReadOnlyList<SubTaskState> From, SubTaskState To, SubTaskOwner Owner, string NoteLabel, bool NoteRequired)
{
    /// <summary>Every step but 交办协办, the usual one first.</summary>
    public static IReadOnlyList<SubTaskRule> All { get; } =
    [
        new(CaseStepKind.SignTask, [SubTaskState.Assigned], SubTaskState.Working, SubTaskOwner.Unit, "签收说明", false),
        new(CaseStepKind.ReportTask, [SubTaskState.Working], SubTaskState.Reported, SubTaskOwner.Unit, "协办情况", true),
        new(CaseStepKind.AcceptTask, [SubTaskState.Reported], SubTaskState.Done, SubTaskOwner.Lead, "确认说明", false),
        new(CaseStepKind.ReturnTask, [SubTaskState.Reported], SubTaskState.Working, SubTaskOwner.Lead, "退回理由", true),
        new(CaseStepKind.WithdrawTask, [SubTaskState.Assigned, SubTaskState.Working, SubTaskState.Reported], SubTaskState.Withdrawn, SubTaskOwner.Lead, "撤销理由", true),
    ];

    /// <summary>The row of a step.</summary>
    public static SubTaskRule For(CaseStepKind kind) => All.Single(r => r.Kind == kind);

    /// <summary>True when this person may take the step on a task of that unit, on a case at that place, led by that body.</summary>
    public bool MayBeTakenBy(Actor actor, string unitCode, AreaCode place, string? leadBodyCode) => Owner switch
    {
        SubTaskOwner.Unit => actor.May(Permission.HandleCase) && actor.BodyCode == unitCode,
        _ => MayGive(actor, place, leadBodyCode),
    };

    /// <summary>交办协办: who leads the case, or who dispatches in its area, may give tasks.</summary>
    public static bool MayGive(Actor actor, AreaCode place, string? leadBodyCode) =>
        (actor.May(Permission.HandleCase) && leadBodyCode is not null && actor.BodyCode == leadBodyCode) || actor.May(Permission.DispatchCase, place);
}
