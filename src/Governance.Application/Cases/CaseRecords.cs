using Governance.Application.Leads;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Remarks;
using Governance.Domain.Satisfaction;
using Governance.Domain.Supervision;

namespace Governance.Application.Cases;

/// <summary>One row of a list.</summary>
public sealed record CaseRow(
    Guid Id, CaseNumber Number, string Title, CaseState State, CaseUrgency Urgency, string CategoryCode, CaseChannel Channel,
    AreaCode Place, string? LeadBodyName, DateTimeOffset RegisteredAt, DateTimeOffset DueAt, DateTimeOffset? ClosedAt, int ReopenCount, DateTimeOffset? UrgedAt)
{
    /// <summary>When the step it is in must be done, UTC; null without a limit.</summary>
    public DateTimeOffset? StepDueAt { get; init; }

    /// <summary>How many cases follow this one (已并案).</summary>
    public int RepeatCount { get; init; }

    /// <summary>Until when the clock stands, UTC; null while it runs.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Level of the open supervision, or null.</summary>
    public SupervisionLevel? Supervision { get; init; }
    /// <summary>True for a case that only its circle knows of.</summary>
    public bool IsRestricted { get; init; }
}

/// <summary>One entry of the timeline.</summary>
public sealed record CaseStepRecord(
    int Sequence, CaseStepKind Kind, DateTimeOffset At, string ActorName, string BodyName, string Note, string? Ground,
    string? TargetBodyName, DateTimeOffset? DueAt, string? Facts, IReadOnlyList<Mention> Mentions);

/// <summary>A case as stored, for the detail page; the reporter is still encrypted.</summary>
public sealed record CaseDetailRecord(
    Guid Id, uint Version, CaseNumber Number, string Title, string Description, AreaCode Place, string PlaceDetail, string CategoryCode,
    CaseChannel Channel, CaseUrgency Urgency, CaseState State, DateTimeOffset RegisteredAt, DateTimeOffset? ClosedAt,
    DateTimeOffset ClockStartedAt, DateTimeOffset DueAt, TimeLimit Limit, string ManagingBodyCode, string? LeadBodyCode,
    string? LeadBodyName, Guid? ResultById, string? Answer, int ReopenCount, ProtectedText? ReporterName, ProtectedText? ReporterPhone,
    IReadOnlyList<CaseStepRecord> Steps, string? TurnBodyCode, DateTimeOffset? ConsultUntil, IReadOnlyList<AreaCode> OtherPlaces,
    IReadOnlyList<LeadPartyRecord> Parties, SatisfactionLevel? Satisfaction, DateTimeOffset? SatisfactionAt,
    DateTimeOffset? UrgedAt)
{
    /// <summary>Account that logged it; null for an import and for what came in over the web.</summary>
    public Guid? RegistrarId { get; init; }

    /// <summary>When the step it is in must be done, UTC; null without a limit.</summary>
    public DateTimeOffset? StepDueAt { get; init; }

    /// <summary>How many cases follow this one (已并案).</summary>
    public int RepeatCount { get; init; }

    /// <summary>True when it follows another one.</summary>
    public bool IsMerged { get; init; }

    /// <summary>Until when the clock stands, UTC; null while it runs.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Level of the open supervision, or null.</summary>
    public SupervisionLevel? Supervision { get; init; }
    /// <summary>True for a case that only its circle knows of.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>True when the reporter asked to be kept confidential.</summary>
    public bool ReporterConfidential { get; init; }
}

/// <summary>The head of a case, the same over each of its tabs.</summary>
public sealed record CaseHead(
    Guid Id, uint Version, CaseNumber Number, string Title, CaseState State, CaseUrgency Urgency, string CategoryCode, AreaCode Place,
    string ManagingBodyCode, string? LeadBodyCode, string? LeadBodyName, DateTimeOffset RegisteredAt, DateTimeOffset DueAt, DateTimeOffset? ClosedAt,
    DateTimeOffset? UrgedAt)
{
    /// <summary>How many cases follow this one (已并案).</summary>
    public int RepeatCount { get; init; }

    /// <summary>True for a case that only its circle knows of.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>True when the reporter asked to be kept confidential.</summary>
    public bool ReporterConfidential { get; init; }
}

/// <summary>The detail page: the case, the masked reporter, how the deadline was found, what this person may do next.</summary>
/// <param name="Case">The case.</param>
/// <param name="MaskedReporter">E.g. <c>张* 138****2206</c>, or null when nobody is named.</param>
/// <param name="Deadline">The running limit, counted again day by day for the explanation.</param>
/// <param name="NextSteps">Steps open to this person, the usual one first.</param>
/// <param name="MayCorrect">True when this person may correct the facts.</param>
/// <param name="MayReveal">True when this person may see the reporter for a stated reason.</param>
public sealed record CaseDetail(
    CaseDetailRecord Case, string? MaskedReporter, Deadline Deadline, IReadOnlyList<CaseStepRule> NextSteps, bool MayCorrect, bool MayReveal)
{
    /// <summary>Steps around the decision who leads that are open to this person.</summary>
    public IReadOnlyList<LeadStepRule> LeadSteps { get; init; } = [];

    /// <summary>True when this person may record that the reporter asks to be kept confidential.</summary>
    public bool MayKeepConfidential { get; init; }

    /// <summary>True when this person may record that the reporter agrees to be known.</summary>
    public bool MayEndConfidence { get; init; }

    /// <summary>What this person may say about the case.</summary>
    public IReadOnlyList<RemarkRule> Remarks { get; init; } = [];
}

/// <summary>Figures on top of the workbench, each with the list behind it.</summary>
/// <param name="DueToday">Mine, ends today.</param>
/// <param name="Overdue">Mine, past the deadline.</param>
/// <param name="ToAccept">Mine, waiting to be accepted.</param>
/// <param name="ToDispatch">Mine, waiting to be assigned.</param>
/// <param name="ToSign">Mine, waiting to be confirmed.</param>
/// <param name="ToVerify">Mine, waiting to be checked.</param>
/// <param name="DueSoon">Mine, ends today or on the next working day.</param>
/// <param name="ToConsult">Mine, my body is asked who should lead.</param>
/// <param name="ToDecide">Mine, my centre says who leads.</param>
/// <param name="Urged">Mine, somebody has urged and nobody has acted since.</param>
public sealed record WorkbenchFigures(
    int DueToday, int DueSoon, int Overdue, int ToAccept, int ToDispatch, int ToSign, int ToVerify, int ToConsult = 0, int ToDecide = 0,
    int Urged = 0)
{
    /// <summary>Mine, more time or a pause is asked for.</summary>
    public int TimeAsked { get; init; }

    /// <summary>Mine, a card is open.</summary>
    public int Supervised { get; init; }

    /// <summary>All that are mine.</summary>
    public int Waiting { get; init; }

    /// <summary>Tasks that other bodies gave mine and that have not ended (协办).</summary>
    public int OpenTasks { get; init; }

    /// <summary>Cases I am in charge of and should have followed up before today (包案).</summary>
    public int FollowUpsOverdue { get; init; }
}

/// <summary>One row of an export.</summary>
public sealed record CaseExportRow(
    CaseNumber Number, string Title, string Description, CaseState State, CaseUrgency Urgency, string CategoryCode, CaseChannel Channel,
    AreaCode Place, string PlaceDetail, string? LeadBodyName, DateTimeOffset RegisteredAt, DateTimeOffset DueAt, DateTimeOffset? ClosedAt,
    string? Answer);

/// <summary>What a citizen's look-up compares and shows; nothing that names a person leaves the service.</summary>
public sealed record CaseLookupRecord(
    Guid Id, CaseNumber Number, CaseState State, string CategoryCode, AreaCode Place, DateTimeOffset RegisteredAt, DateTimeOffset DueAt,
    DateTimeOffset? ClosedAt, string? LeadBodyName, string? Answer, ProtectedText? ReporterPhone,
    SatisfactionLevel? Satisfaction)
{
    /// <summary>True when the matter is handled together with the same matter of others; state, deadline and answer are then those of the lead.</summary>
    public bool IsMerged { get; init; }

    /// <summary>True for a case that only its circle knows of.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Until when the clock stands, UTC; null while it runs.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Key of the reason of the pack for which it stands; null while it runs, and of a restricted case.</summary>
    public string? PauseReasonKey { get; init; }
}

/// <summary>Clear name and phone of a reporter, given out for a stated reason.</summary>
public sealed record RevealedReporter(string? Name, string? Phone);
