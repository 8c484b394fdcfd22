using Governance.Domain.Cities;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.UnitTests.Cities;
using static Governance.UnitTests.Mediation.MediationSample;

namespace Governance.UnitTests.Mediation;

/// <summary>The list of matters of administrative mediation from draft to the next edition (H39).</summary>
[Trait("Provision", "P33")]
public sealed class ItemListTests
{
    [Fact]
    public void The_life_of_an_edition_is_draft_confirmation_publication()
    {
        var list = Draft(Item());

        list.Publish(Centre, Today, null, Now).Error.ShouldBeOfType<ItemListErrors.WrongState>();
        list.Confirm(JusticeHandler, Justice, "", Now).Error.ShouldBeOfType<ItemListErrors.WrongState>();
        list.Submit(Centre, Now).IsOk.ShouldBeTrue();
        list.Put(null, Item("新事项"), Now).Error.ShouldBeOfType<ItemListErrors.NotADraft>();
        list.Confirm(JusticeHandler, Justice, "同意", Now).Value.Words.ShouldBe("同意");
        list.ConfirmedByBody.ShouldBe("新城区司法局");
        list.Publish(Centre, Today.AddDays(-1), null, Now).Error.ShouldBeOfType<ItemListErrors.EffectiveTooEarly>().Field.ShouldBe("EffectiveOn");
        list.Publish(Centre, Today, null, Now).Value.Words.ShouldBe("自 2026-03-10 起施行，共 1 项");
        list.Remove(1).Error.ShouldBeOfType<ItemListErrors.NotADraft>();
        list.SendBack(Centre, "改", Now).Error.ShouldBeOfType<ItemListErrors.WrongState>();
    }

    [Fact]
    public void Only_the_judicial_administration_of_the_same_level_confirms()
    {
        var list = Draft(Item());
        list.Submit(Centre, Now);
        var city = Body.Create(City, "justice", BodyKind.Department, "市司法局", "司法局", "");

        list.Confirm(Centre, Justice, "", Now).Error.ShouldBeOfType<ItemListErrors.NotJudicialAdministration>();
        list.Confirm(JusticeHandler with { BodyCode = city.Code }, Justice, "", Now).Error.ShouldBeOfType<ItemListErrors.NotJudicialAdministration>();
        list.State.ShouldBe(ItemListState.Confirming);
    }

    [Fact]
    public void Nothing_is_submitted_empty_or_with_a_law_nobody_has_checked()
    {
        Draft().Submit(Centre, Now).Error.ShouldBeOfType<ItemListErrors.Empty>();
        Draft(Item(), Item("物业服务纠纷", isChecked: false)).Submit(Centre, Now).Error.ShouldBeOfType<ItemListErrors.LawsUnchecked>().Count.ShouldBe(1);
    }

    [Fact]
    public void What_is_sent_back_is_a_draft_again_and_says_why()
    {
        var list = Draft(Item());
        list.Submit(Centre, Now);

        list.SendBack(JusticeHandler, "", Now).Error.Field.ShouldBe("Ground");
        list.SendBack(JusticeHandler, "第一项层级不对", Now).Value.Words.ShouldBe("第一项层级不对");
        list.Put(1, Item() with { Levels = [DivisionLevel.City] }, Now).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void An_item_names_matter_category_level_body_and_remedy()
    {
        var empty = new MediationItemFacts("", [], [], "", "", "", true);

        Draft().Put(null, empty, Now).Errors.Select(e => e.Field).ShouldBe(["Matter", "Remedy", "Categories", "Levels", "BodyKey", "Law"]);
        Draft(Item()).Put(null, Item(), Now).Error.ShouldBeOfType<ItemListErrors.MatterTaken>().Field.ShouldBe("Matter");
        Draft().Put(7, Item(), Now).Error.ShouldBeOfType<ItemListErrors.ItemNotFound>();
    }

    [Fact]
    public void The_next_edition_takes_over_the_items_and_replaces_the_one_before_on_its_day()
    {
        var first = Published(Item(), Item("噪声纠纷"));
        var second = MediationItemList.Draft(County, first, [Item("不用")], Centre, Now).Value.List;
        second.Items.Select(i => i.Number).ShouldBe([1, 2]);
        second.Put(2, Item("噪声纠纷") with { Remedy = "可以诉讼" }, Now);
        second.Remove(1).IsOk.ShouldBeTrue();
        second.Put(null, Item("水事纠纷"), Now).Value.ShouldBe(3, "a number is never given twice");
        second.Submit(Centre, Now);
        second.Confirm(JusticeHandler, Justice, "", Now);

        second.Publish(Centre, Today, first, Now).Error.ShouldBeOfType<ItemListErrors.EffectiveTooEarly>().Earliest.ShouldBe("2026-03-11");
        second.Publish(Centre, Today.AddDays(5), first, Now).IsOk.ShouldBeTrue();

        first.SupersededOn.ShouldBe(Today.AddDays(5));
        var comparison = ItemListDifference.Compare(
            first.Items.ToDictionary(i => i.Number, i => i.Facts), second.Items.ToDictionary(i => i.Number, i => i.Facts));
        comparison.Select(c => (c.Number, c.Difference)).ShouldBe([(1, ItemDifference.Removed), (2, ItemDifference.Changed), (3, ItemDifference.Added)]);
        comparison[1].ChangedFields.ShouldBe(["救济途径"]);
    }

    [Fact]
    public void A_list_belongs_to_a_city_or_a_county() =>
        MediationItemList.Draft(Township, null, [], Centre, Now).Error.ShouldBeOfType<ItemListErrors.WrongArea>();

    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void The_pack_proposes_items_that_a_list_takes_and_marks_what_is_not_verified(string city)
    {
        var items = Packs.Of(city).Contents.MediationItems;
        var list = MediationItemList.Draft(Packs.Of(city).Profile.AreaCode, null, items.Select(MediationItemFacts.Of), Centre, Now).Value.List;

        list.Items.Count.ShouldBe(items.Count);
        list.Items.ShouldAllBe(i => i.Facts.Cleaned().Check().Count == 0);
        items.Count(i => i.Status == TimeLimitStatus.Verified).ShouldBe(8);
        items.Where(i => i.Status == TimeLimitStatus.CityToConfirm).ShouldAllBe(i => i.Law.Length == 0);
    }

    [Fact]
    public void Each_trade_of_the_ordinance_has_its_categories()
    {
        string[] named = ["消费", "医疗", "家事", "劳动人事", "物业服务", "交通事故损害赔偿"];

        named.ShouldAllBe(word => Packs.Hohhot.Contents.MediationTrades.Any(t => t.Name.Contains(word, StringComparison.Ordinal)));
        Packs.Hohhot.FindTrade("0902")!.Ground.ShouldBe("case.medical");
        Packs.Hohhot.FindTrade("0101").ShouldBeNull();
    }

    private static MediationItemList Draft(params MediationItemFacts[] items) => MediationItemList.Draft(County, null, items, Centre, Now).Value.List;

    private static MediationItemList Published(params MediationItemFacts[] items)
    {
        var list = Draft(items);
        list.Submit(Centre, Now);
        list.Confirm(JusticeHandler, Justice, "", Now);
        list.Publish(Centre, Today, null, Now).IsOk.ShouldBeTrue();
        return list;
    }
}
