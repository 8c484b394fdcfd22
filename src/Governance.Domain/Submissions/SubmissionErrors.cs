using Governance.Domain.Common;

namespace Governance.Domain.Submissions;

/// <summary>Why something about a submission was refused.</summary>
public static class SubmissionErrors
{
    /// <summary>No such submission, or not one this person may know of.</summary>
    public sealed record NotFound() : NotFoundError("submission.not-found", "没有找到这件来件：编号不存在，或不在您的审核范围内。");

    /// <summary>The number does not pass its check digit.</summary>
    public sealed record BadNumber() : Error("submission.bad-number", "来件编号不对：请核对每一位数字，末位是校验码。");

    /// <summary>Number and phone tail do not belong together; the same answer whatever was wrong, so that nothing can be guessed.</summary>
    public sealed record LookupFailed()
        : NotFoundError("submission.lookup-failed", "没有查到：请核对来件编号和所留电话的后四位。");

    /// <summary>The source has used this number for something else.</summary>
    public sealed record NumberReused(string SourceNumber)
        : ConflictError("submission.number-reused", $"来源编号“{SourceNumber}”已用于内容不同的另一件来件，本次没有接收。请核对后换一个编号。");

    /// <summary>The step does not start from the state the submission is in.</summary>
    public sealed record WrongState(SubmissionStepKind Step, SubmissionState State)
        : Error("submission.wrong-state", $"来件现在是“{State.DisplayName()}”，不能“{Step.DisplayName()}”。");

    /// <summary>Somebody took another step first; says who and what.</summary>
    public sealed record ChangedMeanwhile(string Who, string When, string What)
        : ConflictError("submission.changed-meanwhile", $"{Who} 已于 {When} {What}。您填写的内容没有保存，仍保留在页面上；请看过最新情况后再提交。");

    /// <summary>A system that delivered a restricted matter learns its state and nothing else: nobody would read the question.</summary>
    public sealed record NobodyReadsIt()
        : Error("submission.nobody-reads-it", "限定知悉的来件由其他系统送来，对方只能看到状态，看不到要补充的内容。请受理后当面或电话核实。");

    /// <summary>A submission is handed over to a place, not to nowhere.</summary>
    public sealed record NoNewPlace() : Error("submission.no-new-place", "来件已经在这个地点，请选择另一个旗县区、乡镇（街道）或村（社区）。");

    /// <summary>The source number is missing.</summary>
    public sealed record NoSourceNumber() : Error("submission.no-source-number", "请填写来源编号：同一来源内不重复，重发时保持不变。");
}
