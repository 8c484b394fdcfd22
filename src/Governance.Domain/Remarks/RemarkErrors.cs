using Governance.Domain.Common;

namespace Governance.Domain.Remarks;

/// <summary>Why words on a case were refused.</summary>
public static class RemarkErrors
{
    /// <summary>The body was urged a short while ago and has not acted yet.</summary>
    public sealed record UrgedBefore(string When) : Error("remark.urged-before", $"本案已于 {When} 催办，24 小时内不再重复催办。");
}
