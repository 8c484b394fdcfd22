using Governance.Domain.Common;

namespace Governance.Domain.Cases;

/// <summary>Why something about a case was refused.</summary>
public static class CaseErrors
{
    /// <summary>No such case, or not one this person may know of.</summary>
    public sealed record NotFound() : NotFoundError("case.not-found", "没有找到这件案件：编号不存在，或不在您的查看范围内。");

    /// <summary>The number does not pass its check digit.</summary>
    public sealed record BadNumber() : Error("case.bad-number", "案件编号不对：请核对每一位数字，末位是校验码。");

    /// <summary>The step does not start from the state the case is in.</summary>
    public sealed record WrongState(CaseStepKind Step, CaseState State)
        : Error("case.wrong-state", $"案件现在是“{State.DisplayName()}”，不能“{Step.DisplayName()}”。{Next(State)}")
    {
        private static string Next(CaseState state) => state switch
        {
            CaseState.Registered => "请先受理。",
            CaseState.Accepted => "请先分派承办单位。",
            CaseState.Consulting => "请等各部门会商，或先撤回。",
            CaseState.Deciding => "请等综治中心裁定。",
            CaseState.Dispatched => "请等承办单位签收，或先撤回。",
            CaseState.Handling => "请等承办单位提交办理结果。",
            CaseState.Verifying => "请先核查。",
            CaseState.Verified => "请先结案答复。",
            CaseState.Closed or CaseState.Archived or CaseState.Refused => "如需继续办理，请先重开。",
            CaseState.Merged => "请在主案上办理，或先撤销并案。",
            _ => "",
        };
    }

    /// <summary>A step that needs words came without them.</summary>
    public sealed record NoteRequired(string Label) : Error("case.note-required", $"请填写{Label}。");

    /// <summary>Who handled a case does not verify it: 办理与核查分离.</summary>
    public sealed record VerifierMustNotBeHandler()
        : Error("case.verifier-is-handler", "办理结果由您提交，须由其他人员核查。");

    /// <summary>Somebody took another step first; says who and what.</summary>
    public sealed record ChangedMeanwhile(string Who, string When, string What)
        : ConflictError("case.changed-meanwhile", $"{Who} 已于 {When} {What}。您填写的内容没有保存，仍保留在页面上；请看过最新情况后再提交。");

    /// <summary>The body does not exist or is not competent for the place.</summary>
    public sealed record BodyNotCompetent(string Body)
        : Error("case.body-not-competent", $"“{Body}”的管辖范围不包括案件地点，请另选承办单位。");

    /// <summary>A correction would move the case out of the area of the body that handles it.</summary>
    public sealed record LeadNotCompetentThere(string Body)
        : Error("case.lead-not-competent-there", $"案件正由“{Body}”承办，其管辖范围不包括新地点。请先撤回分派，再更正地点。");

    /// <summary>The category is not in the city pack.</summary>
    public sealed record UnknownCategory() : Error("case.unknown-category", "请从列表中选择类别。");

    /// <summary>The place is not a known division.</summary>
    public sealed record UnknownPlace() : Error("case.unknown-place", "请从列表中选择地点，可选到村（社区）。");

    /// <summary>The reporter asked to be kept confidential.</summary>
    public sealed record ReporterConfidential()
        : ForbiddenError("case.reporter-confidential", "反映人要求保密，只有受理单位的受理人员可以查看。确需联系反映人的，请受理单位代为联系。");

    /// <summary>The reporter asked for it already.</summary>
    public sealed record ConfidentialBefore() : Error("case.confidential-before", "本案已注明反映人要求保密。");

    /// <summary>The reporter did not ask for it.</summary>
    public sealed record NotConfidential() : Error("case.not-confidential", "本案的反映人没有要求保密。");

    /// <summary>A telephone number that cannot be one.</summary>
    public sealed record BadPhone(int Digits)
        : Error("case.bad-phone", $"手机号应为 11 位，固定电话请带区号；现在是 {Digits} 位。");

    /// <summary>Number and phone tail do not belong together; the same answer whatever was wrong, so that nothing can be guessed.</summary>
    public sealed record LookupFailed()
        : NotFoundError("case.lookup-failed", "没有查到：请核对案件编号和登记时所留电话的后四位。登记时没有留电话的，请到受理窗口查询。");
}
