namespace Governance.Domain.Mediation;

/// <summary>How an item differs from the edition before.</summary>
public enum ItemDifference
{
    /// <summary>不变.</summary>
    Same = 1,

    /// <summary>新增.</summary>
    Added = 2,

    /// <summary>修改.</summary>
    Changed = 3,

    /// <summary>取消.</summary>
    Removed = 4,
}

/// <summary>An item beside what it was.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Difference">How it differs.</param>
/// <param name="Before">As it was, or null for a new one.</param>
/// <param name="After">As it is, or null for one that is gone.</param>
public sealed record ItemComparison(int Number, ItemDifference Difference, MediationItemFacts? Before, MediationItemFacts? After)
{
    /// <summary>The labels of what changed.</summary>
    public IReadOnlyList<string> ChangedFields => Before is null || After is null ? [] :
    [
        .. new (string Label, bool Changed)[]
        {
            ("事项", Before.Matter != After.Matter), ("类别", !Before.Categories.SequenceEqual(After.Categories)),
            ("办理层级", !Before.Levels.SequenceEqual(After.Levels)), ("实施主体", Before.BodyKey != After.BodyKey),
            ("救济途径", Before.Remedy != After.Remedy), ("法律依据", Before.Law != After.Law || Before.IsLawChecked != After.IsLawChecked),
        }.Where(f => f.Changed).Select(f => f.Label),
    ];
}

/// <summary>Compares two editions of a list by the numbers of their items.</summary>
public static class ItemListDifference
{
    /// <summary>Every item of either edition, in order of its number.</summary>
    /// <param name="before">Items of the edition before; empty for a first one.</param>
    /// <param name="after">Items of this edition.</param>
    public static IReadOnlyList<ItemComparison> Compare(
        IReadOnlyDictionary<int, MediationItemFacts> before, IReadOnlyDictionary<int, MediationItemFacts> after) =>
    [
        .. before.Keys.Union(after.Keys).Order().Select(number =>
        {
            var (was, now) = (before.GetValueOrDefault(number), after.GetValueOrDefault(number));
            var difference = was is null ? ItemDifference.Added
                : now is null ? ItemDifference.Removed
                : was.Equals(now) ? ItemDifference.Same : ItemDifference.Changed;
            return new ItemComparison(number, difference, was, now);
        }),
    ];

    /// <summary>Name of a difference.</summary>
    public static string DisplayName(this ItemDifference difference) => difference switch
    {
        ItemDifference.Same => "不变",
        ItemDifference.Added => "新增",
        ItemDifference.Changed => "修改",
        ItemDifference.Removed => "取消",
        _ => throw new ArgumentOutOfRangeException(nameof(difference), difference, null),
    };
}
