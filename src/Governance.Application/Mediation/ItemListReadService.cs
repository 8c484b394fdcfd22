using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Mediation;

/// <summary>What people read of the lists of matters of administrative mediation, and which item a case fits (H39).</summary>
public sealed class ItemListReadService(IItemListQueries queries, IReferenceData reference, TimeProvider time)
{
    /// <summary>Today in the city.</summary>
    public DateOnly Today => time.GetUtcNow().ChinaDay();

    /// <summary>The editions of an area, the newest first; an area the person does not read has none.</summary>
    public async Task<Result<IReadOnlyList<ItemListRow>>> ListAsync(Actor actor, AreaCode area, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ReadMediation))
            return new PlatformErrors.NotPermitted();
        return Result<IReadOnlyList<ItemListRow>>.Ok(MediationScope.Of(actor).Holds(area) ? await queries.ListAsync(area, ct) : []);
    }

    /// <summary>An edition; what is not published is read by those who work on it.</summary>
    public async Task<Result<ItemListDetail>> FindAsync(Actor actor, Guid id, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ReadMediation))
            return new PlatformErrors.NotPermitted();
        if (await queries.FindAsync(id, ct) is not { } found || !MediationScope.Of(actor).Holds(found.List.Area))
            return new ItemListErrors.NotFound();
        return found with
        {
            MayManage = actor.May(Permission.ManageMediation, found.List.Area),
            MayConfirm = actor.May(Permission.ConfirmMediationItems, found.List.Area)
                && reference.Pack.FindBodyFor(found.List.Area, ItemListService.JudicialKey) is { } judicial
                && MediationItemList.IsJudicialAdministration(actor, judicial),
        };
    }

    /// <summary>The published editions of an area, for everybody, the newest first.</summary>
    public async Task<IReadOnlyList<ItemListRow>> ListPublishedAsync(AreaCode area, CancellationToken ct = default) =>
        [.. (await queries.ListAsync(area, ct)).Where(l => l.State == ItemListState.Published)];

    /// <summary>A published edition, for everybody; null for anything else.</summary>
    public async Task<ItemListDetail?> FindPublishedAsync(Guid id, CancellationToken ct = default) =>
        await queries.FindAsync(id, ct) is { List.State: ItemListState.Published } found ? found with { History = [] } : null;

    /// <summary>The items a case fits; its head was found with the person's rights.</summary>
    public Task<IReadOnlyList<CaseItem>> FindForCaseAsync(CaseHead head, CancellationToken ct = default) => FindForAsync(head.Place, head.CategoryCode, ct);

    /// <summary>
    /// The items that matters of a category at a place fit: of the list in force of the county, else of the city's; the item of the very
    /// category before one of the top category, that of the competent department before another's.
    /// </summary>
    /// <param name="place">Where the matter happened.</param>
    /// <param name="categoryCode">Its category.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IReadOnlyList<CaseItem>> FindForAsync(AreaCode place, string categoryCode, CancellationToken ct = default)
    {
        var category = reference.Pack.CategoryByCode(categoryCode);
        string[] categories = category?.Parent is { } top ? [categoryCode, top] : [categoryCode];
        AreaCode[] areas = [place.AncestorAt(DivisionLevel.County), place.AncestorAt(DivisionLevel.City)];
        var found = await queries.FindInForceAsync([.. areas.Distinct()], categories, Today, ct);
        return
        [
            .. found
                .OrderByDescending(i => i.Area.Level).ThenByDescending(i => i.Item.Facts.Categories.Contains(categoryCode))
                .ThenByDescending(i => i.Item.Facts.BodyKey == category?.Department).ThenBy(i => i.Item.Number)
                .DistinctBy(i => i.Item.Facts.Matter)
                .Select(i => new CaseItem(i.Area, i.Edition, i.EffectiveOn, i.ListId, i.Item, Bodies(place, i.Item.Facts))),
        ];
    }

    /// <summary>The bodies competent for a place at the levels of an item, the lowest first.</summary>
    private IReadOnlyList<Body> Bodies(AreaCode place, MediationItemFacts facts) =>
    [
        .. facts.Levels.OrderDescending().Where(level => level <= place.Level)
            .Select(level => reference.Pack.FindBody(Body.CodeOf(place.AncestorAt(level), facts.BodyKey))).OfType<Body>(),
    ];
}
