using Governance.Domain.Common;

namespace Governance.Domain.Remarks;

/// <summary>Why words on a case were refused.</summary>
public static class RemarkErrors
{
    /// <summary>The body was urged a short while ago and has not acted yet.</summary>
    public sealed record UrgedBefore(string When) : Error("remark.urged-before", $"本案已于 {When} 催办，24 小时内不再重复催办。");

    /// <summary>Nobody of that name may know of the case.</summary>
    public sealed record CannotBeMentioned(string Name)
        : Error("remark.cannot-be-mentioned", $"不能提到“{Name}”：本案相关单位中没有这个人，或其无权查看本案。请从“提到谁”中选择。");

    /// <summary>More than one person has that name, and none was chosen.</summary>
    public sealed record SeveralOfThatName(string Name)
        : Error("remark.several-of-that-name", $"叫“{Name}”的不止一人，请从“提到谁”中选择。");

    /// <summary>A note to everybody reaches nobody.</summary>
    public sealed record TooManyMentioned(int Most) : Error("remark.too-many-mentioned", $"一条备注最多提到 {Most} 人。");
}
