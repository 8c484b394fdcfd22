using Governance.Domain.Mediation;
using Governance.Domain.Organisation;

namespace Governance.Application.Mediation;

/// <summary>An edition of a list, without its items.</summary>
public sealed record ItemListRow(
    Guid Id, AreaCode Area, int Edition, ItemListState State, DateTimeOffset? PublishedAt, DateOnly? EffectiveOn, DateOnly? SupersededOn,
    string? ConfirmedByBody, int Items)
{
    /// <summary>True when it is the one in force on that day.</summary>
    public bool IsInForce(DateOnly day) =>
        State == ItemListState.Published && EffectiveOn <= day && (SupersededOn is null || day < SupersededOn);
}

/// <summary>An item with its number.</summary>
public sealed record ItemRecord(int Number, MediationItemFacts Facts);

/// <summary>An edition with everything its page shows.</summary>
/// <param name="List">The edition.</param>
/// <param name="Version">Version for the next change.</param>
/// <param name="Items">Its items.</param>
/// <param name="Before">Items of the published edition before; null for a first one.</param>
/// <param name="History">Newest first.</param>
public sealed record ItemListDetail(
    ItemListRow List, uint Version, IReadOnlyList<ItemRecord> Items, IReadOnlyList<ItemRecord>? Before, IReadOnlyList<ChangeRecord> History)
{
    /// <summary>Every item beside what it was in the edition before.</summary>
    public IReadOnlyList<ItemComparison> Comparison => ItemListDifference.Compare(
        (Before ?? []).ToDictionary(i => i.Number, i => i.Facts), Items.ToDictionary(i => i.Number, i => i.Facts));

    /// <summary>True when this person drafts, submits and publishes.</summary>
    public bool MayManage { get; init; }

    /// <summary>True when this person confirms for the judicial administration of the level.</summary>
    public bool MayConfirm { get; init; }
}

/// <summary>The item of a published list that a case fits.</summary>
/// <param name="Area">Area of the list.</param>
/// <param name="Edition">Its edition.</param>
/// <param name="EffectiveOn">Since when it is in force.</param>
/// <param name="ListId">Key of the list.</param>
/// <param name="Item">The item.</param>
/// <param name="Bodies">The bodies competent for the place, the lowest level first.</param>
public sealed record CaseItem(AreaCode Area, int Edition, DateOnly EffectiveOn, Guid ListId, ItemRecord Item, IReadOnlyList<Body> Bodies);

/// <summary>An item of a list in force at a place, as it is stored.</summary>
public sealed record ItemInForce(AreaCode Area, int Edition, DateOnly EffectiveOn, Guid ListId, ItemRecord Item);

/// <summary>Reads lists of items.</summary>
public interface IItemListQueries
{
    /// <summary>Every edition of an area, the newest first.</summary>
    Task<IReadOnlyList<ItemListRow>> ListAsync(AreaCode area, CancellationToken ct);

    /// <summary>The editions that are not published inside a division, for whoever has to act on them.</summary>
    Task<IReadOnlyList<ItemListRow>> ListUnderWayAsync(AreaCode inside, CancellationToken ct);

    /// <summary>An edition with items, the items of the published one before, and its history; null when there is none.</summary>
    Task<ItemListDetail?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>Items of the lists in force on a day for any of the areas and categories.</summary>
    Task<IReadOnlyList<ItemInForce>> FindInForceAsync(
        IReadOnlyList<AreaCode> areas, IReadOnlyList<string> categories, DateOnly day, CancellationToken ct);
}
