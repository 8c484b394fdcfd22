using Governance.Domain.Cases;
using Governance.Domain.Cities;

namespace Governance.Domain.Deadlines;

/// <summary>What the timeline says about where a case went.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="ToState">State afterwards.</param>
/// <param name="At">When, UTC.</param>
/// <param name="TargetBodyName">Body it went to, or null.</param>
public sealed record TimelinePoint(CaseStepKind Kind, CaseState ToState, DateTimeOffset At, string? TargetBodyName);

/// <summary>One stay of a case in a step (环节): who had it, from when to when.</summary>
/// <param name="Stage">The step.</param>
/// <param name="BodyName">Body that had to act; null for the body that runs the case, or for departments that consult.</param>
/// <param name="From">When it came, UTC.</param>
/// <param name="To">When it went on, UTC; null while it is there.</param>
/// <param name="Run">How often the case had been reopened before.</param>
public sealed record StepVisit(TimeLimitStage Stage, string? BodyName, DateTimeOffset From, DateTimeOffset? To, int Run)
{
    /// <summary>True when the stay goes on that was interrupted by following another case (已并案).</summary>
    public bool GoesOn { get; init; }

    /// <summary>The same as a stretch of time.</summary>
    public ClockSpan Span => new(From, To ?? DateTimeOffset.MaxValue);

    /// <summary>True when both are the same step of the same body since the case was last reopened: their time adds up (累计耗时).</summary>
    public bool AddsUpWith(StepVisit other) => Stage == other.Stage && BodyName == other.BodyName && Run == other.Run;

    /// <summary>A stay with what came before its interruptions.</summary>
    public static IEnumerable<StepVisit> Whole(StepVisit visit, IReadOnlyList<StepVisit> visits)
    {
        var last = visits.ToList().IndexOf(visit);
        var first = last;
        while (visits[first].GoesOn)
            first--;
        return visits.Skip(first).Take(last - first + 1);
    }

    /// <summary>Reads the stays off a timeline, in order; the last one is open while somebody has to act.</summary>
    public static IReadOnlyList<StepVisit> Of(IEnumerable<TimelinePoint> timeline)
    {
        var visits = new List<StepVisit>();
        CaseState? state = null;
        var (lead, run) = ((string?)null, 0);
        foreach (var point in timeline)
        {
            // The reopening of a lead stands in the timelines of those that follow it; it begins nothing anew for them.
            if (point.Kind == CaseStepKind.Reopen && point.ToState != CaseState.Merged)
                run++;
            var arrives = state != point.ToState || LeadsTo(point.Kind);
            if (LeadsTo(point.Kind))
                lead = point.TargetBodyName;
            state = point.ToState;
            if (!arrives)
                continue;
            if (visits is [.., { To: null } last])
                visits[^1] = last with { To = point.At };
            if (StepStage.Of(point.ToState) is { } stage)
                visits.Add(new StepVisit(stage, BodyOf(stage, lead, point), point.At, null, run) { GoesOn = point.Kind == CaseStepKind.Unmerge });
        }
        return visits;
    }

    /// <summary>Steps that name the body which is to sign.</summary>
    private static bool LeadsTo(CaseStepKind kind) =>
        kind is CaseStepKind.Dispatch or CaseStepKind.AgreeOnLead or CaseStepKind.Designate or CaseStepKind.RejectObjection;

    private static string? BodyOf(TimeLimitStage stage, string? lead, TimelinePoint point) => stage switch
    {
        TimeLimitStage.Sign or TimeLimitStage.Handle => lead,
        TimeLimitStage.Decide => point.TargetBodyName,
        _ => null,
    };
}
