using Governance.Domain.Cases;
using Governance.Domain.Cities;

namespace Governance.Domain.Deadlines;

/// <summary>Which limit a state of a case runs against, and what the stages of limits are called.</summary>
public static class StepStage
{
    /// <summary>The step limit (环节时限) of a state; null when nobody has to act.</summary>
    public static TimeLimitStage? Of(CaseState state) => state switch
    {
        CaseState.Registered => TimeLimitStage.Accept,
        CaseState.Accepted => TimeLimitStage.Dispatch,
        CaseState.Consulting => TimeLimitStage.Consult,
        CaseState.Deciding => TimeLimitStage.Decide,
        CaseState.Dispatched => TimeLimitStage.Sign,
        CaseState.Handling => TimeLimitStage.Handle,
        CaseState.Verifying => TimeLimitStage.Verify,
        CaseState.Verified => TimeLimitStage.Close,
        _ => null,
    };

    /// <summary>What people call it.</summary>
    public static string DisplayName(this TimeLimitStage stage) => stage switch
    {
        TimeLimitStage.Accept => "受理",
        TimeLimitStage.Resolve => "办结（整体）",
        TimeLimitStage.Return => "退回",
        TimeLimitStage.Extend => "延期",
        TimeLimitStage.Consult => "会商",
        TimeLimitStage.Dispatch => "分派",
        TimeLimitStage.Sign => "签收",
        TimeLimitStage.Handle => "办理",
        TimeLimitStage.Verify => "核查",
        TimeLimitStage.Close => "结案",
        TimeLimitStage.Decide => "裁定",
        TimeLimitStage.Pause => "暂停",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    /// <summary>What people call a way of counting.</summary>
    public static string DisplayName(this TimeLimitCount count) => count == TimeLimitCount.Cumulative ? "累计" : "单次";
}
