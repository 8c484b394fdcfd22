namespace Governance.Domain.Cases;

/// <summary>What the statistics (三率, H43, A18) count of a case; kept with every step, so that nothing has to be read out of timelines.</summary>
public sealed partial class Case
{
    /// <summary>When the case was first accepted or refused (首次响应), UTC; null while nobody has answered for it.</summary>
    public DateTimeOffset? RespondedAt { get; private set; }

    /// <summary>True when that was within the limit of acceptance; null while nobody has answered for it.</summary>
    public bool? RespondedOnTime { get; private set; }

    /// <summary>How often an assigned body sent it back (退回).</summary>
    public int ReturnCount { get; private set; }

    /// <summary>How often a result did not hold (重办): it failed verification, or the case was reopened.</summary>
    public int RedoneCount { get; private set; }

    /// <summary>What the reporter last said about whether the matter is solved (是否解决); null when nobody said.</summary>
    public bool? Solved { get; private set; }

    /// <summary>Counts a step; called before the step starts a new clock, because the response is measured against the one that ran.</summary>
    private void Count(CaseStepKind kind, DateTimeOffset at)
    {
        if (kind is CaseStepKind.Accept or CaseStepKind.Refuse && RespondedAt is null)
            (RespondedAt, RespondedOnTime) = (at, at <= DueAt);
        if (kind == CaseStepKind.Return)
            ReturnCount++;
        if (kind is CaseStepKind.FailVerification or CaseStepKind.Reopen)
            RedoneCount++;
    }
}
