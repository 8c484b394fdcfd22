using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Procedures;

namespace Governance.Application.Procedures;

/// <summary>One entry of a procedure's course.</summary>
public sealed record ProcedureEntryRecord(
    int Sequence, ProcedureEntryKind Kind, string Title, DateOnly On, DateTimeOffset At, string ActorName, string BodyName, string Note, DateTimeOffset? DueAt);

/// <summary>A hand-over slip.</summary>
public sealed record HandOverRecord(
    int Sequence, HandOverDirection Direction, string BodyName, string Reference, string Reason, DateOnly On, DateOnly? ReceivedOn, string? ReceivedBy);

/// <summary>A procedure as stored.</summary>
public sealed record ProcedureRecord(
    Guid Id, uint Version, string KindCode, string KindName, ProcedureNature Nature, string StepCode, string StepName, string BodyName, string Mediator,
    string Act, decimal? Amount, DateTimeOffset OpenedAt, DateOnly? EndedOn, string? OutcomeCode, string? OutcomeName, ProcedureResult? Result, bool IsFinal,
    string Terms, string? LimitId, DateTimeOffset? DueAt, bool IsExtended, DateTimeOffset? ConfirmUntil, DateOnly? ConfirmAppliedOn, string? ConfirmCourt,
    DateTimeOffset? ConfirmDueAt, ConfirmationResult? Confirmation, IReadOnlyList<ProcedureEntryRecord> Entries, IReadOnlyList<HandOverRecord> HandOvers)
{
    /// <summary>The mediator's entry in the register, or null.</summary>
    public Guid? MediatorId { get; init; }

    /// <summary>The item of administrative mediation it rests on, or null.</summary>
    public ProcedureItem? Item { get; init; }

    /// <summary>True while it has no outcome.</summary>
    public bool IsRunning => Result is null;
}

/// <summary>A way that an outcome opened, as it stands now.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Way">Why it is open and on which ground.</param>
/// <param name="Until">Last moment, or null when none is counted.</param>
/// <param name="IsOver">True when that moment is past.</param>
/// <param name="WhyNot">The rule that forbids it now, or null.</param>
public sealed record WayView(ProcedureKind Kind, ProcedureNextWay Way, DateTimeOffset? Until, bool IsOver, ProcedureRule? WhyNot);

/// <summary>A procedure on the case's page.</summary>
/// <param name="Record">As stored.</param>
/// <param name="Kind">Its kind; null when the pack no longer has it.</param>
/// <param name="Limit">The limit that runs, or null.</param>
/// <param name="Outcome">Its outcome's rule, or null.</param>
/// <param name="NextSteps">Steps that may follow.</param>
/// <param name="Outcomes">Outcomes it may end with now.</param>
/// <param name="Ways">What its outcome opened.</param>
/// <param name="Papers">Papers that fit it now.</param>
public sealed record ProcedureView(
    ProcedureRecord Record, ProcedureKind? Kind, ProcedureLimitRule? Limit, ProcedureOutcomeRule? Outcome, IReadOnlyList<ProcedureStepRule> NextSteps,
    IReadOnlyList<ProcedureOutcomeRule> Outcomes, IReadOnlyList<WayView> Ways, IReadOnlyList<DocumentTemplate> Papers)
{
    /// <summary>True when the running limit may be given more time.</summary>
    public bool IsExtendable => Record is { IsRunning: true, IsExtended: false, DueAt: not null } && Limit is { Extension.Length: > 0 };
}

/// <summary>A kind that may be opened, or may not and why.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="WhyNot">The rule that forbids it now, or null.</param>
/// <param name="Fits">True when it is made for matters like this one.</param>
/// <param name="Body">Body that usually leads it there; may be empty.</param>
public sealed record ProcedureOffer(ProcedureKind Kind, ProcedureRule? WhyNot, bool Fits, string Body)
{
    /// <summary>True when the form may offer it: nothing forbids it, or only something that the form asks about.</summary>
    public bool MayBeChosen => WhyNot is null || WhyNot == ProcedureRule.LabourDisputesAreArbitratedFirst
        || (Kind.NeedsAct && (WhyNot == ProcedureRule.ReconsiderationAndSuitExcludeEachOther || WhyNot == ProcedureRule.TheSameWayRunsOnce));
}

/// <summary>The tab 化解程序 of a case.</summary>
/// <param name="Procedures">What runs first, then what ended, the newest first.</param>
/// <param name="Offers">Every kind.</param>
/// <param name="MayRun">True when this person may open and move procedures here.</param>
/// <param name="IsLabourDispute">True when the category points to a dispute between an employer and an employee.</param>
public sealed record ProcedureTab(IReadOnlyList<ProcedureView> Procedures, IReadOnlyList<ProcedureOffer> Offers, bool MayRun, bool IsLabourDispute)
{
    /// <summary>True when this person reads the registers of mediation.</summary>
    public bool MayReadMediation { get; init; }
}

/// <summary>Which procedures a list shows.</summary>
public enum ProcedureListStanding
{
    /// <summary>进行中, due first.</summary>
    Running,

    /// <summary>已超期: running and past its limit.</summary>
    Overdue,

    /// <summary>待申请司法确认: an agreement that both parties may still have confirmed, the shortest time first.</summary>
    ToConfirm,

    /// <summary>已结束, the newest first.</summary>
    Ended,
}

/// <summary>Filter of the work list.</summary>
public sealed record ProcedureListCriteria
{
    /// <summary>Which ones.</summary>
    public ProcedureListStanding Standing { get; init; } = ProcedureListStanding.Running;

    /// <summary>One of the seven ways, or null.</summary>
    public ProcedureWay? Way { get; init; }

    /// <summary>Only cases that the own body leads or runs.</summary>
    public bool Mine { get; init; }

    /// <summary>Division, with everything inside it, or null.</summary>
    public AreaCode? Area { get; init; }

    /// <summary>Words in the name of the body that leads it, or null.</summary>
    public string? Body { get; init; }

    /// <summary>Only those a mediator of the register leads, or null.</summary>
    public Guid? MediatorId { get; init; }
}

/// <summary>One row of the work list; <c>DueOrder</c> is the deadline it is ordered by, far away where there is none.</summary>
public sealed record ProcedureRow(
    Guid Id, CaseNumber Number, string Title, AreaCode Place, string? LeadBodyName, string KindName, string StepName, string BodyName, string Mediator,
    DateTimeOffset OpenedAt, string? LimitId, DateTimeOffset? DueAt, DateTimeOffset? ConfirmUntil, DateTimeOffset? EndedAt, string? OutcomeName,
    DateTimeOffset DueOrder)
{
    /// <summary>True for a mediation: whoever is named mediates.</summary>
    public bool IsMediation { get; init; }
}
