namespace Governance.Domain.Submissions;

/// <summary>Where a submission stands.</summary>
public enum SubmissionState
{
    /// <summary>待审核: nobody has decided on it yet.</summary>
    Pending = 1,

    /// <summary>待补充: the sender was asked a question.</summary>
    Asked = 2,

    /// <summary>已受理: it became a case.</summary>
    Accepted = 3,

    /// <summary>不予受理: refused with a reason.</summary>
    Refused = 4,

    /// <summary>已并入: it became a case that follows one that was there already.</summary>
    Merged = 5,
}

/// <summary>What is done with a submission.</summary>
public enum SubmissionStepKind
{
    /// <summary>受理: makes a case of it.</summary>
    Accept = 1,

    /// <summary>不予受理.</summary>
    Refuse = 2,

    /// <summary>要求补充: asks the sender.</summary>
    Ask = 3,

    /// <summary>补充: the sender answers.</summary>
    Answer = 4,

    /// <summary>并入: makes a case of it that follows an existing one.</summary>
    Merge = 5,

    /// <summary>转交: gives it to the place it belongs to.</summary>
    HandOver = 6,
}

/// <summary>Chinese names of the vocabulary.</summary>
public static class SubmissionVocabulary
{
    /// <summary>Name of a state.</summary>
    public static string DisplayName(this SubmissionState state) => state switch
    {
        SubmissionState.Pending => "待审核",
        SubmissionState.Asked => "待补充",
        SubmissionState.Accepted => "已受理",
        SubmissionState.Refused => "不予受理",
        SubmissionState.Merged => "已并入",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Name of a step.</summary>
    public static string DisplayName(this SubmissionStepKind step) => step switch
    {
        SubmissionStepKind.Accept => "受理",
        SubmissionStepKind.Refuse => "不予受理",
        SubmissionStepKind.Ask => "要求补充",
        SubmissionStepKind.Answer => "补充",
        SubmissionStepKind.Merge => "并入",
        SubmissionStepKind.HandOver => "转交",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>True while somebody still has to decide.</summary>
    public static bool IsOpen(this SubmissionState state) => state is SubmissionState.Pending or SubmissionState.Asked;
}
