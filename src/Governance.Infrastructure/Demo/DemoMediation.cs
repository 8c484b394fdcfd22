using Governance.Application.Cities;
using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Demo;

/// <summary>Invented committees and mediators around the demo's street, and the city's first list of items. Only where there are none.</summary>
public sealed class DemoMediation(
    IDbContextFactory<GovernanceDbContext> contexts, CommitteeService committees, MediatorService mediators, ItemListService lists,
    IReferenceData reference, TimeProvider time)
{
    private const int Villages = 4;
    private readonly Random _random = new(20221101);

    /// <summary>Makes them.</summary>
    /// <param name="township">The demo's street.</param>
    /// <param name="ct">Stops it.</param>
    public async Task AddAsync(AreaCode township, CancellationToken ct = default)
    {
        await using (var context = await contexts.CreateDbContextAsync(ct))
            if (await context.Set<MediationCommittee>().AnyAsync(ct))
                return;
        var pack = reference.Pack;
        var actor = SystemActor.Named("演示数据", pack);
        var (city, county) = (pack.Profile.AreaCode, township.AncestorAt(DivisionLevel.County));
        foreach (var trade in pack.Contents.MediationTrades)
        {
            var name = $"{pack.FindDivision(city)!.Name}{trade.Name}人民调解委员会";
            await AppointAsync(actor, await FoundAsync(actor, name, CommitteeKind.Trade, city, trade.Categories, ct), city, trade.Categories, 2, ct);
        }

        if (pack.FindBodyFor(county, "market") is { } market)
            await FoundAsync(actor, $"{market.Name}行政调解委员会", CommitteeKind.Administrative, county, ["1001"], ct, market.Code);
        var street = await FoundAsync(actor, $"{pack.FindDivision(township)!.Name}人民调解委员会", CommitteeKind.Peoples, township, [], ct);
        var studio = await FoundAsync(actor, "老娘舅个人调解工作室", CommitteeKind.Studio, township, ["15"], ct);
        await AppointAsync(actor, street, township, ["0201", "0202"], 1, ct);
        await AppointAsync(actor, street, township, ["15"], 1, ct, studio);
        var away = await AppointAsync(actor, street, township, [], 2, ct);
        var today = time.GetUtcNow().ChinaDay();
        DemoDemand.Must(await mediators.TakeLeaveAsync(actor, new TakeLeave(away, today, today.AddDays(6), LeaveKind.Duty), ct));
        foreach (var village in pack.ChildrenOf(township).Take(Villages))
            await AppointAsync(actor, await FoundAsync(actor, $"{village.ShortName}人民调解委员会", CommitteeKind.Peoples, village.Code, [], ct), village.Code, [], 2, ct);
        await PublishListAsync(actor, city, ct);
    }

    // The first edition holds what was verified; the second is being drafted with the rest, which the city has still to check.
    private async Task PublishListAsync(Actor actor, AreaCode city, CancellationToken ct)
    {
        var pack = reference.Pack;
        var list = DemoDemand.Must(await lists.DraftAsync(actor, city, ct));
        foreach (var number in await OpenAsync(list, ct))
            DemoDemand.Must(await lists.RemoveAsync(actor, list, await VersionAsync(list, ct), number, ct));
        DemoDemand.Must(await lists.SubmitAsync(actor, list, ct));
        var judicial = pack.FindBodyFor(city, ItemListService.JudicialKey)!;
        var confirmer = new Actor(
            Guid.Empty, actor.Account, DemoWords.Person(_random), Role.DepartmentHandler, judicial.Code, judicial.Name, city);
        DemoDemand.Must(await lists.ConfirmAsync(confirmer, list, "同意公布", ct));
        DemoDemand.Must(await lists.PublishAsync(actor, list, time.GetUtcNow().ChinaDay(), ct));
        var next = DemoDemand.Must(await lists.DraftAsync(actor, city, ct));
        foreach (var template in pack.Contents.MediationItems.Where(i => i.Status == TimeLimitStatus.CityToConfirm))
            DemoDemand.Must(await lists.PutAsync(actor, new PutItem(next, await VersionAsync(next, ct), null, MediationItemFacts.Of(template)), ct));
    }

    private async Task<IReadOnlyList<int>> OpenAsync(Guid list, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<MediationItem>().Where(i => i.ListId == list && !i.IsLawChecked).Select(i => i.Number).ToListAsync(ct);
    }

    private async Task<uint> VersionAsync(Guid list, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<MediationItemList>().Where(l => l.Id == list).Select(l => l.Version).SingleAsync(ct);
    }

    private async Task<Guid> FoundAsync(
        Actor actor, string name, CommitteeKind kind, AreaCode area, IReadOnlyList<string> specialities, CancellationToken ct, string? body = null) =>
        DemoDemand.Must(await committees.FoundAsync(
            actor,
            new CommitteeFacts(
                PlainText.Cut(name, CommitteeFacts.NameLength), kind, specialities, area, body,
                $"{MediationWords.Area(area, reference.Pack)}综治中心一楼", $"0{_random.Next(300, 999)}-{_random.Next(2000000, 8999999)}",
                DemoWords.Person(_random), new DateOnly(_random.Next(2015, 2024), _random.Next(1, 13), 1), _random.Next(1, 4)), ct));

    private async Task<Guid> AppointAsync(
        Actor actor, Guid committee, AreaCode area, IReadOnlyList<string> specialities, int count, CancellationToken ct, Guid? studio = null)
    {
        var last = Guid.Empty;
        for (var i = 0; i < count;)
        {
            var since = time.GetUtcNow().ChinaDay().AddDays(-_random.Next(60, 900));
            var appointed = await mediators.AppointAsync(
                actor,
                new AppointMediator(
                    new MediatorFacts(DemoWords.Person(_random), committee, studio, specialities, area, _random.Next(2) == 0),
                    $"139{_random.Next(10000000, 99999999)}", new Appointment(since, null, $"聘书〔{since.Year}〕{_random.Next(1, 99)}号")), ct);
            // Two invented people of one name in one committee: draw again.
            if (!appointed.IsOk && appointed.Error is MediationErrors.MediatorTaken)
                continue;
            last = DemoDemand.Must(appointed);
            i++;
        }

        return last;
    }
}
