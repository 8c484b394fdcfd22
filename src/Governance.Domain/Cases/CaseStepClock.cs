using Governance.Domain.Deadlines;

namespace Governance.Domain.Cases;

/// <summary>The clock of the step a case is in (环节时限), beside that of the whole case.</summary>
public sealed partial class Case
{
    /// <summary>When the case came to the step it is in, UTC; null when nobody has to act.</summary>
    public DateTimeOffset? StepStartedAt { get; private set; }

    /// <summary>When that step must be done, UTC; null where the city sets no limit for it.</summary>
    public DateTimeOffset? StepDueAt { get; private set; }

    /// <summary>Where the case has been, in order; the last stay is open while somebody has to act.</summary>
    public IReadOnlyList<StepVisit> StepVisits() =>
        StepVisit.Of(_steps.Select(s => new TimelinePoint(s.Kind, s.ToState, s.At, s.TargetBodyName)));

    /// <summary>Sets the clock of the step; asked before every save, it changes nothing when nothing moved.</summary>
    public void WindStep(DateTimeOffset? startedAt, DateTimeOffset? dueAt)
    {
        (StepStartedAt, StepDueAt) = (startedAt, dueAt);
        // The time for consulting is the limit of that step: it follows category, urgency and calendar like any other.
        if (State == CaseState.Consulting && dueAt is not null)
            ConsultUntil = dueAt;
    }
}
