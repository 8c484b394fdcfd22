using Governance.Application.Cases;
using Governance.Application.Mediation;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Mediation;

/// <summary>Lists of matters of administrative mediation on a real database (H39).</summary>
[Trait("Provision", "P33")]
public sealed class ItemListServiceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private static readonly Actor Justice = People.Person(Role.DepartmentHandler, People.County + "-justice", People.County, "司法员");
    private static readonly Actor CityJustice = People.Person(Role.DepartmentHandler, People.City + "-justice", People.City, "市司法员");

    private ItemListService Lists => portal.Get<ItemListService>();

    private ItemListReadService Reads => portal.Get<ItemListReadService>();

    [Fact]
    public async Task A_list_is_drafted_confirmed_published_and_found_by_a_case_of_its_category()
    {
        var city = AreaCode.Parse(People.City);
        var list = (await Lists.DraftAsync(People.CityCentre, city)).Value;
        (await Lists.DraftAsync(People.CityCentre, city)).Error.ShouldBeOfType<ItemListErrors.AnotherUnderWay>();
        (await Lists.SubmitAsync(People.CityCentre, list)).Error.ShouldBeOfType<ItemListErrors.LawsUnchecked>();
        await RemoveUncheckedAsync(People.CityCentre, list);
        var noise = await HeadAsync("0501");
        (await Reads.FindForCaseAsync(noise)).ShouldBeEmpty("nothing is published yet");

        (await Lists.SubmitAsync(People.CityCentre, list)).IsOk.ShouldBeTrue();
        (await Lists.ConfirmAsync(Justice, list, "")).Error.ShouldBeAssignableTo<NotFoundError>("the county's office does not confirm the city's list");
        (await Lists.ConfirmAsync(People.CityCentre, list, "")).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        (await Lists.ConfirmAsync(CityJustice, list, "同意")).IsOk.ShouldBeTrue();
        (await Lists.PublishAsync(People.CityCentre, list, Reads.Today)).IsOk.ShouldBeTrue();

        var found = (await Reads.FindForCaseAsync(noise)).ShouldHaveSingleItem();
        found.Item.Facts.Matter.ShouldBe("噪声侵害的赔偿责任和赔偿金额纠纷");
        found.Bodies.Select(b => b.Code).ShouldBe([People.County + "-environment"]);
        (await Reads.FindForCaseAsync(await HeadAsync("0301"))).ShouldBeEmpty();
        (await Reads.FindPublishedAsync(list)).ShouldNotBeNull().History.ShouldBeEmpty();
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = '呼和浩特市第 1 版' and detail not like '删除%'"))
            .ShouldBe(["item-list.drafted", "item-list.submitted", "item-list.confirmed", "item-list.published"], ignoreOrder: true);

        await NextEditionAsync(list);
    }

    private async Task NextEditionAsync(Guid first)
    {
        var city = AreaCode.Parse(People.City);
        var next = (await Lists.DraftAsync(People.CityCentre, city)).Value;
        var before = (await Reads.FindAsync(People.CityCentre, next)).Value;
        before.List.Edition.ShouldBe(2);
        var number = before.Items.Single(i => i.Facts.Categories.Contains("0501")).Number;
        (await Lists.RemoveAsync(People.CityCentre, next, before.Version, number)).IsOk.ShouldBeTrue();
        (await Lists.RemoveAsync(People.CityCentre, next, before.Version, 1)).Error.ShouldBeOfType<MediationErrors.ChangedMeanwhile>();
        (await Lists.SubmitAsync(People.CityCentre, next)).IsOk.ShouldBeTrue();
        (await Lists.SendBackAsync(CityJustice, next, "再看一遍")).IsOk.ShouldBeTrue();
        (await Lists.SubmitAsync(People.CityCentre, next)).IsOk.ShouldBeTrue();
        (await Lists.ConfirmAsync(CityJustice, next, "")).IsOk.ShouldBeTrue();
        (await Lists.PublishAsync(People.CityCentre, next, Reads.Today.AddDays(3))).IsOk.ShouldBeTrue();

        // In force from its day on: until then the first edition answers.
        (await Reads.FindForCaseAsync(await HeadAsync("0501"))).ShouldHaveSingleItem().Edition.ShouldBe(1);
        var start = portal.Clock.Now;
        portal.Clock.Now = start.AddDays(3);
        (await Reads.FindForCaseAsync(await HeadAsync("0501"))).ShouldBeEmpty();
        portal.Clock.Now = start;
        (await Reads.FindAsync(People.CityCentre, next)).Value.Comparison.Single(c => c.Number == number).Difference.ShouldBe(ItemDifference.Removed);
        (await Reads.ListPublishedAsync(city)).Select(l => l.Edition).ShouldBe([2, 1]);
        (await Reads.FindPublishedAsync(first)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_list_of_the_county_answers_before_the_citys_and_only_its_own_people_make_it()
    {
        // Another county than that of the other test: each has its own lists.
        var county = AreaCode.Parse(People.OtherCounty);
        var justice = People.Person(Role.DepartmentHandler, People.OtherCounty + "-justice", People.OtherCounty);
        var housing = People.Person(Role.DepartmentHandler, People.OtherCounty + "-housing", People.OtherCounty);
        (await Lists.DraftAsync(People.ClerkElsewhere, county)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        (await Lists.DraftAsync(People.Centre, county)).Error.ShouldBeOfType<PlatformErrors.OutsideScope>();
        (await Lists.DraftAsync(People.CentreElsewhere, AreaCode.Parse(People.OtherCountyTownship))).Error.ShouldBeOfType<ItemListErrors.WrongArea>();
        var list = (await Lists.DraftAsync(People.CentreElsewhere, county)).Value;
        await RemoveUncheckedAsync(People.CentreElsewhere, list);
        (await Reads.FindPublishedAsync(list)).ShouldBeNull("a draft is not public");
        (await Reads.FindAsync(People.Clerk, list)).Error.ShouldBeOfType<ItemListErrors.NotFound>();
        (await Reads.FindAsync(justice, list)).Value.MayConfirm.ShouldBeTrue();
        (await Reads.FindAsync(housing, list)).Value.MayConfirm.ShouldBeFalse();
        (await Lists.SubmitAsync(People.CentreElsewhere, list)).IsOk.ShouldBeTrue();
        (await Lists.ConfirmAsync(housing, list, "")).Error.ShouldBeOfType<ItemListErrors.NotJudicialAdministration>();
        (await Lists.SendBackAsync(housing, list, "不行")).Error.ShouldBeOfType<ItemListErrors.NotJudicialAdministration>();
        (await Lists.ConfirmAsync(justice, list, "")).IsOk.ShouldBeTrue();
        (await Lists.PublishAsync(People.CentreElsewhere, list, Reads.Today)).IsOk.ShouldBeTrue();

        var number = await portal.RegisterAsync(
            People.ClerkElsewhere, CaseMaker.Facts with { CategoryCode = "1001", Place = AreaCode.Parse(People.OtherCountyVillage) });
        var head = (await portal.Reads.FindHeadAsync(People.ClerkElsewhere, number)).Value;
        (await Reads.FindForCaseAsync(head))[0].Area.ShouldBe(county);
        (await Lists.DiscardAsync(People.CentreElsewhere, list)).Error.ShouldBeOfType<ItemListErrors.NotADraft>();
        var draft = (await Lists.DraftAsync(People.CentreElsewhere, county)).Value;
        (await Lists.DiscardAsync(People.CentreElsewhere, draft)).IsOk.ShouldBeTrue();
        (await Reads.ListAsync(People.CentreElsewhere, county)).Value.Count.ShouldBe(1);
    }

    private async Task<CaseHead> HeadAsync(string category)
    {
        var number = await portal.RegisterAsync(People.Clerk, CaseMaker.Facts with { CategoryCode = category });
        return (await portal.Reads.FindHeadAsync(People.Clerk, number)).Value;
    }

    private async Task RemoveUncheckedAsync(Actor actor, Guid list)
    {
        foreach (var item in (await Reads.FindAsync(actor, list)).Value.Items.Where(i => !i.Facts.IsLawChecked))
            (await Lists.RemoveAsync(actor, list, (await Reads.FindAsync(actor, list)).Value.Version, item.Number)).IsOk.ShouldBeTrue();
    }
}
