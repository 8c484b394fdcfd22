using Governance.Domain.Common;

namespace Governance.Domain.SavedFilters;

/// <summary>Why a filter was not kept.</summary>
public static class SavedFilterErrors
{
    /// <summary>It has no name.</summary>
    public sealed record NameMissing() : Error("filter.name-missing", "请给常用筛选起个名称。");

    /// <summary>Its name does not fit on a chip.</summary>
    public sealed record NameTooLong() : Error("filter.name-too-long", $"常用筛选的名称最多 {SavedFilter.NameLength} 个字。");

    /// <summary>The person keeps one of that name.</summary>
    public sealed record NameTaken() : Error("filter.name-taken", "您已有同名的常用筛选，请换个名称，或先删除原来的。");

    /// <summary>The person keeps enough of them.</summary>
    public sealed record TooMany() : Error("filter.too-many", $"常用筛选最多 {SavedFilter.Most} 个，请先删除不用的。");

    /// <summary>There is nothing to keep, or far too much.</summary>
    public sealed record NothingToKeep() : Error("filter.nothing-to-keep", "当前列表没有筛选条件，请先筛选再保存。");

    /// <summary>It is somebody else's, or gone.</summary>
    public sealed record NotFound() : NotFoundError("filter.not-found", "没有找到这个常用筛选，可能已经删除。");

    /// <summary>All that a page may have to say after a form was sent.</summary>
    public static IReadOnlyList<Error> All { get; } = [new NameMissing(), new NameTooLong(), new NameTaken(), new TooMany(), new NothingToKeep(), new NotFound()];
}
