using Governance.Domain.Common;

namespace Governance.Domain.Restricted;

/// <summary>Why something about a finding or an answer was refused.</summary>
public static class InquiryErrors
{
    /// <summary>Such cases need no finding.</summary>
    public sealed record NotNeeded() : Error("inquiry.not-needed", "本案不需要登记查证和反馈。");

    /// <summary>The person does not verify this case.</summary>
    public sealed record NotHandler() : ForbiddenError("inquiry.not-handler", "只有本案的承办人员可以登记查证、反馈和通报。");

    /// <summary>The case has ended.</summary>
    public sealed record Ended() : Error("inquiry.ended", "本案已经结束，不能再登记。需要重新查证的，请先重开案件。");

    /// <summary>No conclusion was chosen.</summary>
    public sealed record NoConclusion() : Error("inquiry.no-conclusion", "请选择查证结论。");

    /// <summary>No way was chosen.</summary>
    public sealed record NoWay() : Error("inquiry.no-way", "请选择方式。");

    /// <summary>It lies in the future or before the case was logged.</summary>
    public sealed record BadMoment() : Error("inquiry.bad-moment", "时间应在登记之后、现在之前。");

    /// <summary>The body is not one that is told.</summary>
    public sealed record UnknownBody() : Error("inquiry.unknown-body", "请从列表中选择通报单位。");

    /// <summary>Words that leave the circle name nobody.</summary>
    public sealed record NamesSomebody(string Name) : Error("inquiry.names-somebody", $"内容里有当事人姓名“{Name}”。请改用“该学生”“反映人”等说法。");

    /// <summary>The case is not closed without a finding.</summary>
    public sealed record NoFinding()
        : Error("inquiry.no-finding", "还没有登记查证结论，不能结案。请到“限定知悉”一页登记查证结论和处理措施。");

    /// <summary>The case is not closed before the reporter has been answered.</summary>
    public sealed record NotAnswered()
        : Error("inquiry.not-answered", "反映人希望得到回复，查证后还没有反馈，不能结案。请到“限定知悉”一页登记反馈。");
}
