using Governance.Domain.Cases;
using Governance.Domain.SubTasks;

namespace Governance.Application.SubTasks;

/// <summary>Which tasks are looked at.</summary>
public enum SubTaskView
{
    /// <summary>待我办理: given to the own body and open.</summary>
    Mine,

    /// <summary>我方交办: given by the own body and open.</summary>
    Given,

    /// <summary>已结束: done or withdrawn, of the own body either way.</summary>
    Ended,
}

/// <summary>A task as lists and the case's tab show it.</summary>
public sealed record SubTaskRow(
    Guid Id, uint Version, Guid CaseId, CaseNumber CaseNumber, string CaseTitle, string BodyCode, string BodyName, string GivenByBodyName,
    string Words, DateTimeOffset DueAt, SubTaskState State, DateTimeOffset AssignedAt, string? Result, string? Reason, DateTimeOffset? EndedAt);

/// <summary>交办协办.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version of it the person looked at.</param>
/// <param name="BodyCode">The assisting unit; null when none was chosen.</param>
/// <param name="Words">What is asked.</param>
/// <param name="DueDay">Day by whose office closing the unit reports; null when none was chosen.</param>
public sealed record GiveSubTask(Guid CaseId, uint Version, string? BodyCode, string Words, DateOnly? DueDay);

/// <summary>A step on a task.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Version">Version of it the person looked at.</param>
/// <param name="Kind">A step of <see cref="SubTaskRule"/>.</param>
/// <param name="Note">Accompanying words.</param>
public sealed record TakeSubTaskStep(Guid TaskId, uint Version, CaseStepKind Kind, string Note);
