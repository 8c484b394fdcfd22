namespace Governance.Domain.Submissions;

/// <summary>One row of the table of what may be done with a submission: from which states, where to, with which words.</summary>
/// <param name="Kind">The step.</param>
/// <param name="From">States it starts from.</param>
/// <param name="To">State it leads to; null when the state stays.</param>
/// <param name="NoteLabel">What the accompanying words are called; empty for a step without words.</param>
public sealed record SubmissionStepRule(SubmissionStepKind Kind, IReadOnlyList<SubmissionState> From, SubmissionState? To, string NoteLabel)
{
    private static readonly SubmissionState[] Open = [SubmissionState.Pending, SubmissionState.Asked];

    /// <summary>The table, the usual step first.</summary>
    public static IReadOnlyList<SubmissionStepRule> All { get; } =
    [
        new(SubmissionStepKind.Accept, Open, SubmissionState.Accepted, ""),
        new(SubmissionStepKind.Ask, [SubmissionState.Pending], SubmissionState.Asked, "需要补充的内容"),
        new(SubmissionStepKind.HandOver, Open, null, ""),
        new(SubmissionStepKind.Merge, Open, SubmissionState.Merged, ""),
        new(SubmissionStepKind.Refuse, Open, SubmissionState.Refused, "不予受理理由"),
        new(SubmissionStepKind.Answer, [SubmissionState.Asked], SubmissionState.Pending, "补充内容"),
    ];

    /// <summary>True when the step is a reviewer's, false when it is the sender's.</summary>
    public bool IsReviewers => Kind != SubmissionStepKind.Answer;

    /// <summary>The row of a step.</summary>
    public static SubmissionStepRule For(SubmissionStepKind kind) => All.Single(rule => rule.Kind == kind);
}
