using Governance.Domain.Common;

namespace Governance.Domain.Procedures;

/// <summary>Why something about a procedure was refused.</summary>
public static class ProcedureErrors
{
    /// <summary>No such procedure, or not one this person may know of.</summary>
    public sealed record NotFound() : NotFoundError("procedure.not-found", "没有找到这项程序，或不在您的查看范围内。");

    /// <summary>A rule of the table forbids it now.</summary>
    public sealed record NotOpen(string Reason) : Error("procedure.not-open", Reason);

    /// <summary>Nothing was said about the parties' will.</summary>
    public sealed record ConsentUnknown() : Error("procedure.consent-unknown", "请确认双方当事人是否同意。一方拒绝的，不能启动。");

    /// <summary>It has ended.</summary>
    public sealed record Ended(string Outcome) : Error("procedure.ended", $"这项程序已经结束（{Outcome}），不能再办理。");

    /// <summary>The step does not follow the present one.</summary>
    public sealed record WrongStep(string Step, string Now) : Error("procedure.wrong-step", $"“{Now}”之后不能直接到“{Step}”，请按步骤办理。");

    /// <summary>The outcome does not follow the present step.</summary>
    public sealed record WrongOutcome(string Outcome, string Now) : Error("procedure.wrong-outcome", $"还在“{Now}”，不能以“{Outcome}”结束，请先办完前面的步骤。");

    /// <summary>A day before the last entry.</summary>
    public sealed record TooEarly(string Last) : Error("procedure.too-early", $"日期不能早于上一步的 {Last}。");

    /// <summary>A day that has not come.</summary>
    public sealed record TooLate() : Error("procedure.too-late", "日期不能晚于今天。");

    /// <summary>No limit runs, or the rule allows no more time.</summary>
    public sealed record NotExtendable() : Error("procedure.not-extendable", "现在没有可以延长的期限。");

    /// <summary>It was extended before.</summary>
    public sealed record ExtendedBefore() : Error("procedure.extended-before", "这一期限已经延长过一次。");

    /// <summary>The new end is no extension.</summary>
    public sealed record NotLater(string Due) : Error("procedure.not-later", $"新的期满日应晚于现在的 {Due}。");

    /// <summary>The new end lies beyond what the rule allows.</summary>
    public sealed record ExtendedTooFar(string Latest) : Error("procedure.extended-too-far", $"依照规定，最长只能延到 {Latest}。");

    /// <summary>This outcome is no agreement the court could confirm.</summary>
    public sealed record NotConfirmable() : Error("procedure.not-confirmable", "这项程序的结果不能申请司法确认。");

    /// <summary>Both parties ask together.</summary>
    public sealed record BothMustApply() : Error("procedure.both-must-apply", "司法确认须由双方当事人共同申请。");

    /// <summary>The thirty days are over.</summary>
    public sealed record ConfirmationClosed(string Until)
        : Error("procedure.confirmation-closed", $"申请司法确认的期限已于 {Until} 届满。协议仍然有效，一方不履行的，另一方可以向人民法院起诉。");

    /// <summary>It was asked for already.</summary>
    public sealed record AppliedBefore() : Error("procedure.applied-before", "已经申请过司法确认。");

    /// <summary>Nobody asked the court yet, or it has answered.</summary>
    public sealed record NoOpenApplication() : Error("procedure.no-open-application", "没有等待结果的司法确认申请。");

    /// <summary>The slip was acknowledged before.</summary>
    public sealed record ReceivedBefore() : Error("procedure.received-before", "这份移送单已经登记过回执。");

    /// <summary>Somebody else was faster; says who and what.</summary>
    public sealed record ChangedMeanwhile(string Who, string When, string What)
        : ConflictError("procedure.changed-meanwhile", $"{Who} 已于 {When} 办理“{What}”。您填写的内容没有保存，仍保留在页面上；请看过最新情况后再提交。");

    /// <summary>A case is closed while procedures run, and nobody said why.</summary>
    public sealed record StillRunning(string Procedures)
        : Error("procedure.still-running", $"还有程序没有结束：{Procedures}。请先办结；确需先行结案的，请写明理由。");

    /// <summary>A limit the law itself sets is not the city's to change.</summary>
    public sealed record SetByLaw() : Error("procedure.set-by-law", "这一时限由法律规定并已核对原文，不需要本市确认。");

    /// <summary>The limit confirmed meanwhile by somebody else.</summary>
    public sealed record LimitChanged() : ConflictError("procedure.limit-changed", "这一时限刚被他人确认，下面已是最新内容，请核对后重新保存。");

    /// <summary>A limit's value is out of range.</summary>
    public sealed record BadLimit(int Most) : Error("procedure.bad-limit", $"时限应为 1 至 {Most} 的整数。");

    /// <summary>The matter is none of the published list that this case fits.</summary>
    public sealed record NoSuchItem() : Error("procedure.no-such-item", "这一事项不在本地区现行的行政调解事项清单内，或者不适用本案，请重新选择。");

    /// <summary>A procedure of another kind has no item of administrative mediation.</summary>
    public sealed record NotAdministrative() : Error("procedure.not-administrative", "只有行政调解才对应行政调解事项。");

    /// <summary>A sum of money that cannot be one.</summary>
    public sealed record BadAmount() : Error("procedure.bad-amount", "金额应为不小于零的数，最多两位小数。");

    /// <summary>The paper does not belong to this procedure.</summary>
    public sealed record NoSuchDocument() : NotFoundError("procedure.no-such-document", "这项程序没有这种文书。");
}
