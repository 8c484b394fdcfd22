using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.SubTasks;

/// <summary>
/// 协办任务: what the lead of a case asks of an assisting unit, with a day by which it reports (H43: who is competent acts within its
/// powers). It is moved through its case, whose timeline tells every step.
/// </summary>
public sealed class SubTask
{
    private SubTask()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case it belongs to.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Place of the case when the task was given.</summary>
    public AreaCode Place { get; private set; }

    /// <summary>The assisting unit.</summary>
    public string BodyCode { get; private set; } = "";

    /// <summary>Its name at the time.</summary>
    public string BodyName { get; private set; } = "";

    /// <summary>What is asked.</summary>
    public string Words { get; private set; } = "";

    /// <summary>By when the unit reports, UTC.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public SubTaskState State { get; private set; }

    /// <summary>When it was given, UTC.</summary>
    public DateTimeOffset AssignedAt { get; private set; }

    /// <summary>Body that gave it.</summary>
    public string GivenByBodyCode { get; private set; } = "";

    /// <summary>Its name at the time.</summary>
    public string GivenByBodyName { get; private set; } = "";

    /// <summary>What the unit reported last, or null.</summary>
    public string? Result { get; private set; }

    /// <summary>Why it was sent back or withdrawn, or null.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it was done or withdrawn, UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Changes with every save.</summary>
    public uint Version { get; private set; }

    internal static SubTask Give(Case subject, Actor actor, Body body, string words, DateTimeOffset dueAt, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        CaseId = subject.Id,
        Place = subject.Place,
        BodyCode = body.Code,
        BodyName = body.Name,
        Words = words,
        DueAt = dueAt,
        State = SubTaskState.Assigned,
        AssignedAt = at,
        GivenByBodyCode = actor.BodyCode,
        GivenByBodyName = actor.BodyName,
    };

    internal void Move(SubTaskRule rule, string note, DateTimeOffset at)
    {
        State = rule.To;
        if (rule.Kind == CaseStepKind.ReportTask)
            Result = note;
        Reason = rule.Kind is CaseStepKind.ReturnTask or CaseStepKind.WithdrawTask ? note : Reason;
        EndedAt = State.IsOpen() ? null : at;
    }

    /// <summary>The assignment of the case ended, and with it what the lead had asked of others.</summary>
    /// <param name="at">Now, UTC.</param>
    public void EndWithAssignment(DateTimeOffset at)
    {
        if (State.IsOpen())
            (State, Reason, EndedAt) = (SubTaskState.Withdrawn, "案件已退回、撤回或重开，协办任务随之撤销。", at);
    }
}
