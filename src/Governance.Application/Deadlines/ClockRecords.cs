using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using Governance.Domain.Organisation;

namespace Governance.Application.Deadlines;

/// <summary>A request for time as stored.</summary>
public sealed record TimeRequestRecord(
    Guid Id, int Run, TimeRequestKind Kind, int? Value, TimeLimitUnit? Unit, string RuleId, string Basis, string? ReasonName, DateTimeOffset? Until,
    string Words, DateTimeOffset AskedAt, Guid AskedById, string AskedByName, string AskedByBody, TimeRequestState State, DateTimeOffset? DecidedAt,
    string? DecidedByName, string? DecidedByBody, string? Decision, DateTimeOffset? EndedAt);

/// <summary>What the clocks of a case are counted from.</summary>
public sealed record ClockRecord(
    DateTimeOffset ClockStartedAt, TimeLimit Limit, DateTimeOffset DueAt, DateTimeOffset? StepDueAt, DateTimeOffset? PausedUntil, DateTimeOffset? ClosedAt,
    int ReopenCount, IReadOnlyList<TimelinePoint> Timeline, IReadOnlyList<TimeRequestRecord> Requests);

/// <summary>Flat reads about the clocks of a case.</summary>
public interface IClockQueries
{
    /// <summary>The clocks of a case this person may know of, or null.</summary>
    Task<ClockRecord?> FindAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct);
}

/// <summary>One stay in a step, measured.</summary>
/// <param name="Visit">The stay.</param>
/// <param name="BodyName">Whose it was.</param>
/// <param name="Alone">What this stay took, in words.</param>
/// <param name="Together">What all stays of the same body up to this one took, in words; null when this is the first.</param>
/// <param name="Limit">The limit and how it is held against the time, in words; null where the city sets none.</param>
/// <param name="DueAt">When this stay had to end, UTC; null without a limit.</param>
/// <param name="IsLate">True when it ended after that, or has not ended yet.</param>
/// <param name="Explanation">How the end was found, for the stay that runs; else null.</param>
public sealed record StepTime(
    StepVisit Visit, string BodyName, string Alone, string? Together, string? Limit, DateTimeOffset? DueAt, bool IsLate, string? Explanation);

/// <summary>时限: everything about the clocks of a case, and what this person may do to them.</summary>
public sealed record ClockView
{
    /// <summary>The deadline of the whole as it stands.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The limit with its extensions, in words.</summary>
    public required string Limits { get; init; }

    /// <summary>How the deadline was found.</summary>
    public required string Explanation { get; init; }

    /// <summary>What the limit rests on.</summary>
    public required string Basis { get; init; }

    /// <summary>What has gone by of the limit, in words.</summary>
    public required string Consumed { get; init; }

    /// <summary>Until when the clock stands, UTC; null while it runs.</summary>
    public required DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The stays, the latest first.</summary>
    public required IReadOnlyList<StepTime> Steps { get; init; }

    /// <summary>The requests, the latest first.</summary>
    public required IReadOnlyList<TimeRequestRecord> Requests { get; init; }

    /// <summary>The request nobody has decided yet, or null.</summary>
    public TimeRequestRecord? Pending => Requests.FirstOrDefault(r => r.State == TimeRequestState.Pending);

    /// <summary>True when this person may decide it.</summary>
    public required bool MayDecide { get; init; }

    /// <summary>How much more time this person may ask for; null when none.</summary>
    public required TimeLimit? MayExtend { get; init; }

    /// <summary>Reasons for which this person may ask for a pause; empty when it may not.</summary>
    public required IReadOnlyList<PauseReason> MayPauseFor { get; init; }

    /// <summary>The latest last day of such a pause.</summary>
    public required DateOnly LatestPauseEnd { get; init; }

    /// <summary>True when this person may let the clock go on.</summary>
    public required bool MayResume { get; init; }
}

/// <summary>What the page of the clock asks for.</summary>
/// <param name="Id">The case.</param>
/// <param name="Place">Its place.</param>
/// <param name="CategoryCode">Its category.</param>
/// <param name="Urgency">Its urgency.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ManagingBodyCode">Body that runs it.</param>
/// <param name="LeadBodyCode">Body it is assigned to, or null.</param>
public sealed record ClockSubject(
    Guid Id, AreaCode Place, string CategoryCode, CaseUrgency Urgency, CaseState State, string ManagingBodyCode, string? LeadBodyCode)
{
    /// <summary>The subject behind the head of a case.</summary>
    public static ClockSubject Of(CaseHead head) =>
        new(head.Id, head.Place, head.CategoryCode, head.Urgency, head.State, head.ManagingBodyCode, head.LeadBodyCode);
}
