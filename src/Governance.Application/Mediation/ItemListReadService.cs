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

    /// <summary>
    /// The items a case fits: of the list in force of its county, else of the city's; the item of the very category before one of the top
    /// category. The head was found with the person's rights.
    /// </summary>
    public async Task<IReadOnlyList<CaseItem>> FindForCaseAsync(CaseHead head, CancellationToken ct = default)
    {
        var pack = reference.Pack;
        var top = pack.CategoryByCode(head.CategoryCode)?.Parent;
        string[] categories = top is null ? [head.CategoryCode] : [head.CategoryCode, top];
        AreaCode[] areas = [head.Place.AncestorAt(DivisionLevel.County), head.Place.AncestorAt(DivisionLevel.City)];
        var found = await queries.FindInForceAsync([.. areas.Distinct()], categories, Today, ct);
        return
        [
            .. found
                .OrderByDescending(i => i.Area.Level).ThenByDescending(i => i.Item.Facts.Categories.Contains(head.CategoryCode)).ThenBy(i => i.Item.Number)
                .DistinctBy(i => i.Item.Facts.Matter)
                .Select(i => new CaseItem(i.Area, i.Edition, i.EffectiveOn, i.ListId, i.Item, Bodies(head.Place, i.Item.Facts))),
        ];
    }

    /// <summary>The bodies competent for a place at the levels of an item, the lowest first.</summary>
    private IReadOnlyList<Body> Bodies(AreaCode place, MediationItemFacts facts) =>
    [
        .. facts.Levels.OrderDescending().Where(level => level <= place.Level)
            .Select(level => reference.Pack.FindBody(Body.CodeOf(place.AncestorAt(level), facts.BodyKey))).OfType<Body>(),
    ];
}
