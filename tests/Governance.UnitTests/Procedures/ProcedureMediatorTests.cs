using Governance.Domain.Platform;
using Governance.Domain.Procedures;
using static Governance.UnitTests.Procedures.ProcedureSample;

namespace Governance.UnitTests.Procedures;

/// <summary>Another mediator, and the item that an administrative mediation rests on.</summary>
public sealed class ProcedureMediatorTests
{
    private static readonly Guid Register = Guid.NewGuid();
    private static readonly ProcedureItem Item = new(Guid.NewGuid(), 3, "噪声侵害的赔偿纠纷", "噪声污染防治法第八十六条");

    [Fact]
    [Trait("Provision", "P34")]
    public void Another_mediator_needs_a_reason_that_stays_in_the_course()
    {
        var mediation = Open("people-mediation");
        var change = new ProcedureChange(mediation.BodyName, "李明", Register, null, "双方均同意");

        mediation.Change(change, Who, Now).Error.ShouldBeOfType<PlatformErrors.Required>().Field.ShouldBe("Reason");
        mediation.MediatorId.ShouldBeNull();
        mediation.Change(change with { Reason = MediatorChangeReason.PartyAsked, Note = " " }, Who, Now).Error.Field.ShouldBe("Note");
        mediation.Change(change with { Reason = MediatorChangeReason.PartyAsked }, Who, Now).Errors.ShouldBeEmpty();

        (mediation.Mediator, mediation.MediatorId).ShouldBe(("李明", Register));
        mediation.Entries[^1].Kind.ShouldBe(ProcedureEntryKind.Change);
        mediation.Entries[^1].Title.ShouldBe("变更调解员（当事人要求更换）");
        mediation.Entries[^1].Note.ShouldBe("王芳改为李明。双方均同意");
    }

    [Fact]
    public void A_first_mediator_another_body_and_another_way_need_no_reason()
    {
        var unnamed = TryOpen("people-mediation", opening: Opening() with { Mediator = "" }).Value;
        unnamed.Change(new ProcedureChange(unnamed.BodyName, "李明", Register, null, "选定"), Who, Now).Errors.ShouldBeEmpty();
        unnamed.Entries[^1].Title.ShouldBe("变更调解员");
        unnamed.Change(new ProcedureChange("别的调委会", "李明", Register, null, "就近"), Who, Now).Errors.ShouldBeEmpty();
        unnamed.Entries[^1].Title.ShouldBe("变更办理单位");
        unnamed.Change(new ProcedureChange("别的调委会", "李明", Register, null, "没有变化"), Who, Now).Errors.ShouldBeEmpty();
        unnamed.Entries.Count.ShouldBe(3);

        var suit = Open("civil-suit");
        suit.Change(new ProcedureChange(suit.BodyName, "张法官", null, null, "换庭"), Who, Now).Errors.ShouldBeEmpty();
        suit.Entries[^1].Title.ShouldBe("变更承办人");
    }

    [Fact]
    [Trait("Provision", "P33")]
    public void An_item_belongs_to_administrative_mediation_only()
    {
        TryOpen("people-mediation", opening: Opening() with { Item = Item }).Error.ShouldBeOfType<ProcedureErrors.NotAdministrative>().Field.ShouldBe("Item");
        var opened = TryOpen("admin-mediation", opening: Opening() with { Item = Item }).Value;
        (opened.ItemListId, opened.ItemNumber, opened.ItemMatter, opened.ItemLaw).ShouldBe((Item.ListId, Item.Number, Item.Matter, Item.Law));

        var later = Open("consumer-mediation");
        later.TakeItem(Kind("consumer-mediation"), Item, Who, Now).Errors.ShouldBeEmpty();
        later.Entries[^1].Title.ShouldBe("对应行政调解事项：噪声侵害的赔偿纠纷");
        Open("people-mediation").TakeItem(Kind("people-mediation"), Item, Who, Now).Error.ShouldBeOfType<ProcedureErrors.NotAdministrative>();
        var ended = Ended("admin-mediation", "withdrawn");
        ended.TakeItem(Kind("admin-mediation"), Item, Who, Now).Error.ShouldBeOfType<ProcedureErrors.Ended>();
    }

    [Fact]
    [Trait("Provision", "P33")]
    public void Every_administrative_kind_is_named_so() =>
        Catalogue.Kinds.Where(k => k.IsAdministrative).Select(k => k.Code).ShouldBe(
            ["admin-mediation", "medical-admin-mediation", "consumer-mediation", "traffic-mediation", "police-mediation"]);
}
