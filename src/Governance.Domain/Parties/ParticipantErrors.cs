using Governance.Domain.Common;

namespace Governance.Domain.Parties;

/// <summary>Why something about a participant was refused.</summary>
public static class ParticipantErrors
{
    /// <summary>No such participant, or none of a case this person may know of.</summary>
    public sealed record NotFound() : NotFoundError("participant.not-found", "没有找到这位当事人，可能刚被移除。");

    /// <summary>A number that fails its check.</summary>
    public sealed record BadNumber(string Name) : Error("participant.bad-number", $"{Name}不对：请核对每一位，末位是校验码。");

    /// <summary>Somebody else corrected it meanwhile.</summary>
    public sealed record ChangedMeanwhile() : ConflictError("participant.changed-meanwhile", "这位当事人刚被他人修改，下面已是最新内容，请核对后重新保存。");

    /// <summary>A case has as many participants as it may.</summary>
    public sealed record TooMany(int Most) : Error("participant.too-many", $"一件案件最多登记 {Most} 位当事人。");

    /// <summary>What is searched for is neither a phone nor a number.</summary>
    public sealed record BadSearch() : Error("participant.bad-search", "请输入完整的电话，或完整的公民身份号码、统一社会信用代码。不能只输入一部分。");
}
