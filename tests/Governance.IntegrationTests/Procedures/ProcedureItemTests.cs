using Governance.Application.Mediation;
using Governance.Application.Procedures;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Procedures;

/// <summary>A procedure of administrative mediation takes the item it rests on from the published list (H39).</summary>
[Trait("Provision", "P33")]
public sealed class ProcedureItemTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private const string Noise = "0501";

    [Fact]
    public async Task An_item_of_the_list_in_force_is_taken_kept_and_told_in_the_papers()
    {
        var list = await PublishAsync();
        var number = await portal.MakeAsync(CaseState.Handling, CaseMaker.Facts with { CategoryCode = Noise });
        var head = (await portal.Reads.FindHeadAsync(People.Handler, number)).Value;
        var item = (await portal.Get<ItemListReadService>().FindForCaseAsync(head)).ShouldHaveSingleItem();
        var choice = new ItemChoice(item.ListId, item.Item.Number);

        (await OpenAsync(number, "people-mediation", choice)).Error.ShouldBeOfType<ProcedureErrors.NotAdministrative>().Field.ShouldBe("Item");
        (await OpenAsync(number, "admin-mediation", choice with { Number = 999 })).Error.ShouldBeOfType<ProcedureErrors.NoSuchItem>().Field.ShouldBe("Item");
        (await OpenAsync(number, "admin-mediation", choice)).Errors.ShouldBeEmpty();

        var record = (await portal.TabAsync(People.Handler, number)).Procedures.Single().Record;
        record.Item.ShouldBe(new ProcedureItem(list, item.Item.Number, "噪声侵害的赔偿责任和赔偿金额纠纷", item.Item.Facts.Law));
        (await portal.Get<ProcedureService>().AdvanceAsync(
            People.Handler, new AdvanceProcedure(new ProcedureAt(record.Id, record.Version), "accept", portal.Today(), ""))).Errors.ShouldBeEmpty();
        var paper = (await portal.Get<ProcedurePaperService>().MakeAsync(People.Handler, new AskForPaper(number, record.Id, "acceptance", false))).Value.Paper;
        paper.Lines.ShouldContain(l => l.Text == $"行政调解事项：噪声侵害的赔偿责任和赔偿金额纠纷（依据：{item.Item.Facts.Law}）");

        await TakeLaterAsync(choice);
    }

    private async Task TakeLaterAsync(ItemChoice choice)
    {
        var number = await portal.MakeAsync(CaseState.Handling, CaseMaker.Facts with { CategoryCode = Noise });
        (await OpenAsync(number, "admin-mediation", null)).Errors.ShouldBeEmpty();
        var service = portal.Get<ProcedureService>();
        (await service.TakeItemAsync(People.Handler, new TakeProcedureItem(await portal.AtAsync(People.Handler, number, "admin-mediation"), null))).Error.ShouldBeOfType<ProcedureErrors.NoSuchItem>();
        (await service.TakeItemAsync(People.Handler, new TakeProcedureItem(await portal.AtAsync(People.Handler, number, "admin-mediation"), choice))).Errors.ShouldBeEmpty();
        (await portal.TabAsync(People.Handler, number)).Procedures.Single().Record.Item!.Number.ShouldBe(choice.Number);
        (await portal.AskAsync<string>("select detail from audit_entries where action = 'procedure.take-item' and subject_id = $1", number.Value))
            .ShouldBe("行政调解：对应行政调解事项：噪声侵害的赔偿责任和赔偿金额纠纷");

        // Heating is on no list: what a case does not fit is not taken for it.
        var heating = await portal.MakeAsync(CaseState.Handling);
        (await OpenAsync(heating, "admin-mediation", choice)).Error.ShouldBeOfType<ProcedureErrors.NoSuchItem>();
        (await portal.TabAsync(People.Handler, heating)).Procedures.ShouldBeEmpty();
    }

    private async Task<Result<ProcedureChanged>> OpenAsync(CaseNumber number, string kind, ItemChoice? item) =>
        await portal.Get<ProcedureService>().OpenAsync(People.Handler, new OpenProcedure(
            (await portal.IdentifyAsync(number)).Id, kind, new ProcedureOpening(portal.Today(), "新城区生态环境局", "", "", null, true, ""), false) { Item = item });

    private async Task<Guid> PublishAsync()
    {
        var (lists, reads) = (portal.Get<ItemListService>(), portal.Get<ItemListReadService>());
        var justice = People.Person(Role.DepartmentHandler, People.City + "-justice", People.City, "市司法员");
        var list = (await lists.DraftAsync(People.CityCentre, AreaCode.Parse(People.City))).Value;
        foreach (var item in (await reads.FindAsync(People.CityCentre, list)).Value.Items.Where(i => !i.Facts.IsLawChecked))
            (await lists.RemoveAsync(People.CityCentre, list, (await reads.FindAsync(People.CityCentre, list)).Value.Version, item.Number)).IsOk.ShouldBeTrue();
        (await lists.SubmitAsync(People.CityCentre, list)).IsOk.ShouldBeTrue();
        (await lists.ConfirmAsync(justice, list, "同意")).IsOk.ShouldBeTrue();
        (await lists.PublishAsync(People.CityCentre, list, reads.Today)).IsOk.ShouldBeTrue();
        return list;
    }
}
