using Governance.Application.Mediation;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Mediation;

internal sealed class ItemListQueries(IDbContextFactory<GovernanceDbContext> contexts) : IItemListQueries
{
    public async Task<IReadOnlyList<ItemListRow>> ListAsync(AreaCode area, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await Rows(context.Set<MediationItemList>().Where(l => l.Area == area).OrderByDescending(l => l.Edition)).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<ItemListRow>> ListUnderWayAsync(AreaCode inside, CancellationToken ct)
    {
        var within = inside.Significant + "%";
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await Rows(context.Set<MediationItemList>()
            .Where(l => l.State != ItemListState.Published && EF.Functions.Like((string)(object)l.Area, within)).OrderBy(l => l.Area)).ToListAsync(ct);
    }

    public async Task<ItemListDetail?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var list = await context.Set<MediationItemList>().AsNoTracking().Include(l => l.Items.OrderBy(i => i.Number)).SingleOrDefaultAsync(l => l.Id == id, ct);
        if (list is null)
            return null;
        var before = await context.Set<MediationItemList>().AsNoTracking().Include(l => l.Items.OrderBy(i => i.Number))
            .Where(l => l.Area == list.Area && l.Edition < list.Edition && l.State == ItemListState.Published)
            .OrderByDescending(l => l.Edition).FirstOrDefaultAsync(ct);
        return new ItemListDetail(
            new ItemListRow(
                list.Id, list.Area, list.Edition, list.State, list.PublishedAt, list.EffectiveOn, list.SupersededOn, list.ConfirmedByBody, list.Items.Count),
            list.Version, Items(list), before is null ? null : Items(before), await MediationQueries.HistoryAsync(context, id, ct));
    }

    public async Task<IReadOnlyList<ItemInForce>> FindInForceAsync(
        IReadOnlyList<AreaCode> areas, IReadOnlyList<string> categories, DateOnly day, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var found = await (
            from list in context.Set<MediationItemList>().AsNoTracking()
            join item in context.Set<MediationItem>() on list.Id equals item.ListId
            where areas.Contains(list.Area) && list.State == ItemListState.Published && list.EffectiveOn <= day
                && (list.SupersededOn == null || day < list.SupersededOn)
                && EF.Property<List<string>>(item, CodeLists.Categories).Any(c => categories.Contains(c))
            select new { list.Area, list.Edition, list.EffectiveOn, list.Id, Item = item }).ToListAsync(ct);
        return [.. found.Select(f => new ItemInForce(f.Area, f.Edition, f.EffectiveOn!.Value, f.Id, new ItemRecord(f.Item.Number, f.Item.Facts)))];
    }

    private static List<ItemRecord> Items(MediationItemList list) =>
        [.. list.Items.OrderBy(i => i.Number).Select(i => new ItemRecord(i.Number, i.Facts))];

    private static IQueryable<ItemListRow> Rows(IQueryable<MediationItemList> lists) => lists.AsNoTracking().Select(l => new ItemListRow(
        l.Id, l.Area, l.Edition, l.State, l.PublishedAt, l.EffectiveOn, l.SupersededOn, l.ConfirmedByBody, l.Items.Count));
}
