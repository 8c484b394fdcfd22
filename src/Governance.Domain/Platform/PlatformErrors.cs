using Governance.Domain.Common;

namespace Governance.Domain.Platform;

/// <summary>Refusals that any feature may give.</summary>
public static class PlatformErrors
{
    /// <summary>The role does not hold the right.</summary>
    public sealed record NotPermitted() : ForbiddenError("platform.not-permitted", "您没有此项操作的权限，如需办理请联系本单位管理员。");

    /// <summary>The place lies outside the person's scope.</summary>
    public sealed record OutsideScope(string Place)
        : ForbiddenError("platform.outside-scope", $"“{Place}”不在您的管辖范围内，请重新选择地点或转交有权单位。");

    /// <summary>A field that must be filled is empty.</summary>
    public sealed record Required(string FieldName, string Label) : Error("platform.required", $"请填写{Label}。");

    /// <summary>A text is longer than its field.</summary>
    public sealed record TooLong(string Label, int Maximum, int Actual)
        : Error("platform.too-long", $"{Label}最多 {Maximum} 个字，现在是 {Actual} 个字。");

    /// <summary>The database cannot be reached at the moment; nothing was saved.</summary>
    public sealed record StorageUnavailable() : Error("platform.storage-unavailable", "数据库暂时不可用，本次内容没有保存。您填写的内容仍在页面上，请稍后再试。");
}
