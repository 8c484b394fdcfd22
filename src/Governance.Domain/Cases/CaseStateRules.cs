namespace Governance.Domain.Cases;

/// <summary>What a state means.</summary>
public static class CaseStateRules
{
    /// <summary>True while somebody still has to do something and the clock runs; a merged case has neither, its lead has.</summary>
    public static bool IsOpen(this CaseState state) =>
        state is not (CaseState.Refused or CaseState.Closed or CaseState.Archived or CaseState.Merged);

    /// <summary>
    /// True when the case ended without being taken on: a refusal (不予受理) is no closing, and putting it into the archive does not
    /// make it one. The public has a right to know which of the two it was (H9).
    /// </summary>
    /// <param name="state">Where the case stands.</param>
    /// <param name="closedAt">When it was closed with an answer, or null.</param>
    public static bool WasRefused(this CaseState state, DateTimeOffset? closedAt) =>
        state is CaseState.Refused or CaseState.Archived && closedAt is null;
}
