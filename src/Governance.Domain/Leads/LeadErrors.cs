using Governance.Domain.Common;

namespace Governance.Domain.Leads;

/// <summary>Why something about the decision who leads was refused.</summary>
public static class LeadErrors
{
    /// <summary>The proposed body takes no part in the consultation.</summary>
    public sealed record NotConsulted() : Error("lead.not-consulted", "请在参加会商的部门中选择主办部门。");

    /// <summary>Another department is proposed without a reason.</summary>
    public sealed record ReasonRequired() : Error("lead.reason-required", "主张由其他部门主办的，请写明理由。");

    /// <summary>A department objects once.</summary>
    public sealed record ObjectedBefore() : Error("lead.objected-before", "本单位对这件案件已经提出过一次派单异议，不能再次提出。");

    /// <summary>An objection that is upheld names another department.</summary>
    public sealed record SameDepartment(string Body)
        : Error("lead.same-department", $"“{Body}”正是提出异议的单位：异议成立的，请另选主办单位；不成立的，请驳回异议。");

    /// <summary>The centre has decided: the assignment is not sent back.</summary>
    public sealed record SettledByCentre()
        : Error("lead.settled-by-centre", "主办单位由综治中心确定，不能退回；有异议的，签收前可以提出一次派单异议。");

    /// <summary>The place of a case stays while it is being decided who leads.</summary>
    public sealed record PlaceIsFixed() : Error("lead.place-is-fixed", "正在确定主办单位，不能更正地点。请先撤回会商，或待综治中心裁定后再更正。");

    /// <summary>Too many departments or areas at once.</summary>
    public sealed record TooMany(string What, int Maximum) : Error("lead.too-many", $"{What}最多 {Maximum} 个。");
}
