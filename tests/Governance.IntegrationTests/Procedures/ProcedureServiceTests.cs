using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Procedures;

/// <summary>Procedures on the real database: rights, races, reminders, closing, what is open next.</summary>
[Trait("Provision", "P32")]
public sealed class ProcedureServiceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    [Fact]
    public async Task A_mediation_runs_to_its_agreement_and_every_change_is_in_the_trail()
    {
        var number = await portal.AgreedAsync();

        var view = (await portal.TabAsync(People.Handler, number)).Procedures.ShouldHaveSingleItem();
        view.Record.OutcomeName.ShouldBe("达成调解协议");
        view.Record.ConfirmUntil!.Value.ChinaDay().ShouldBe(portal.Today().AddDays(30));
        view.Record.Entries.Select(e => e.Title).ShouldBe(["申请", "受理", "调解", "达成调解协议"]);
        view.Papers.Select(p => p.Title).ShouldBe(["调解申请书", "受理通知书", "调解笔录", "调解协议书", "回访记录"]);
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1 order by at, id", number.Value))
            .ShouldBe(["case.openprocedure", "procedure.advance", "procedure.advance", "case.endprocedure"], ignoreOrder: true);
        var timeline = (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case.Steps;
        timeline.TakeLast(2).Select(s => (s.Kind, s.Note)).ShouldBe([(CaseStepKind.OpenProcedure, "人民调解"), (CaseStepKind.EndProcedure, "人民调解：达成调解协议")]);
    }

    [Fact]
    public async Task A_failed_mediation_tells_which_ways_are_open_next_and_why_others_are_not()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await portal.WalkAsync(People.Clerk, number, "people-mediation", "accept", "mediate");
        (await portal.EndAsync(People.Clerk, number, "people-mediation", "failed", "差距太大")).Errors.ShouldBeEmpty();

        var ways = (await portal.TabAsync(People.Clerk, number)).Procedures.Single().Ways;
        ways.Select(w => w.Kind.Name).ShouldBe(["行政调解", "农村土地承包仲裁", "民商事仲裁", "民事诉讼"]);
        ways.ShouldAllBe(w => w.WhyNot == null && w.Way.Why.Length > 0);

        (await portal.OpenProcedureAsync(People.Clerk, number, "civil-suit")).Errors.ShouldBeEmpty();
        var tab = await portal.TabAsync(People.Clerk, number);
        tab.Procedures[0].Record.KindCode.ShouldBe("civil-suit");
        tab.Procedures[1].Ways.Single(w => w.Kind.Code == "commercial-arbitration").WhyNot.ShouldBe(ProcedureRule.ArbitrationOrSuit);
        tab.Offers.Single(o => o.Kind.Code == "petition").WhyNot.ShouldBe(ProcedureRule.PetitionsMakeWayForLegalProcedures);
        (await portal.OpenProcedureAsync(People.Clerk, number, "petition")).Error.Message.ShouldContain("《信访工作条例》第三十一条");
    }

    [Fact]
    public async Task A_window_that_counts_from_an_award_says_its_last_day()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await portal.WalkAsync(People.Clerk, number, "labour-arbitration", "accept", "hear");
        (await portal.EndAsync(People.Clerk, number, "labour-arbitration", "award")).Errors.ShouldBeEmpty();

        var way = (await portal.TabAsync(People.Clerk, number)).Procedures.Single().Ways.ShouldHaveSingleItem();
        (way.Kind.Code, way.Until!.Value.ChinaDay(), way.IsOver, way.WhyNot).ShouldBe(("civil-suit", portal.Today().AddDays(15), false, null));
    }

    /// <summary>Who may do what with a case of Clerk's township that Handler's department leads.</summary>
    [Fact]
    public async Task Only_who_runs_or_handles_the_case_moves_its_procedures()
    {
        foreach (var (actor, may, sees) in new (Actor, bool, bool)[]
        {
            (People.Clerk, true, true), (People.Centre, true, true), (People.CityCentre, true, true), (People.Handler, true, true),
            (People.GridMember, false, true), (People.Leader, false, true), (People.Auditor, false, false), (People.Administrator, false, false),
            (People.UrbanHandler, false, false), (People.ClerkElsewhere, false, false), (People.CentreElsewhere, false, false),
        })
        {
            var number = await portal.MakeAsync(CaseState.Handling);
            var opened = await portal.OpenProcedureAsync(actor, number, "people-mediation");
            opened.IsOk.ShouldBe(may, $"{actor.DisplayName} {actor.Role}");
            if (!may)
                opened.Error.ShouldBeOfType(sees ? typeof(PlatformErrors.NotPermitted) : typeof(CaseErrors.NotFound));
            if (!may)
                (await portal.OpenProcedureAsync(People.Clerk, number, "people-mediation")).Errors.ShouldBeEmpty();
            var at = await portal.AtAsync(People.Clerk, number, "people-mediation");
            var service = portal.Get<ProcedureService>();
            var today = portal.Today();
            foreach (var tried in new[]
            {
                await service.AdvanceAsync(actor, new AdvanceProcedure(at, "accept", today, "")),
                await service.ExtendAsync(actor, new ExtendProcedure(at, today, "")),
                await service.ChangeAsync(actor, new ChangeProcedure(at, new ProcedureChange("别处", "", null, MediatorChangeReason.Arrangement, "换"))),
                await service.TakeItemAsync(actor, new TakeProcedureItem(at, null)),
                await service.EndAsync(actor, new EndProcedure(at, "withdrawn", today, "撤", null)),
                await service.HandOverAsync(actor, new HandOverProcedure(at, new HandOverSlip(HandOverDirection.ToCourt, "法院", "", "材料", today))),
                await service.ReceiveAsync(actor, new ReceiveHandOver(at, 1, "张", today)),
                await service.ApplyAsync(actor, new ApplyForConfirmation(at, "法院", true, today)),
                await service.ConfirmAsync(actor, new RecordConfirmation(at, ConfirmationResult.Confirmed, today, "文号")),
            })
                if (!may)
                    tried.Error.ShouldBeOfType(sees ? typeof(PlatformErrors.NotPermitted) : typeof(ProcedureErrors.NotFound));
            if (await portal.Reads.FindHeadAsync(actor, number) is { IsOk: true } head)
                (await portal.Get<ProcedureReadService>().ReadTabAsync(actor, head.Value)).MayRun.ShouldBe(may);
            else
                sees.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Of_two_people_who_open_what_excludes_each_other_one_is_told_why_not()
    {
        var number = await portal.MakeAsync(CaseState.Handling);

        var opened = await Task.WhenAll(
            portal.OpenProcedureAsync(People.Clerk, number, "reconsideration"), portal.OpenProcedureAsync(People.Handler, number, "administrative-suit"));

        opened.Count(o => o.IsOk).ShouldBe(1);
        opened.Single(o => !o.IsOk).Error.ShouldBeOfType<ProcedureErrors.NotOpen>().Message.ShouldContain("《行政复议法》第二十九条");
        (await portal.TabAsync(People.Clerk, number)).Procedures.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_was_slower_is_told_who_did_what()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await portal.WalkAsync(People.Clerk, number, "people-mediation");
        var at = await portal.AtAsync(People.Clerk, number, "people-mediation");
        var service = portal.Get<ProcedureService>();
        (await service.AdvanceAsync(People.Handler, new AdvanceProcedure(at, "accept", portal.Today(), ""))).Errors.ShouldBeEmpty();

        (await service.AdvanceAsync(People.Clerk, new AdvanceProcedure(at, "accept", portal.Today(), ""))).Error
            .ShouldBeOfType<ProcedureErrors.ChangedMeanwhile>().Message.ShouldContain("周涛 已于 3月10日 10:00 办理“受理”");
    }

    [Fact]
    public async Task A_case_is_not_closed_over_a_running_procedure_without_a_reason()
    {
        var number = await portal.MakeAsync(CaseState.Verified);
        (await portal.OpenProcedureAsync(People.Clerk, number, "civil-suit")).Errors.ShouldBeEmpty();
        var (id, version) = await portal.IdentifyAsync(number);
        var close = new TakeStep(id, version, CaseStepKind.Close, "已引导起诉。");

        var refused = (await portal.Cases.TakeStepAsync(People.Clerk, close)).Error.ShouldBeOfType<ProcedureErrors.StillRunning>();
        refused.Message.ShouldContain("民事诉讼");
        refused.Field.ShouldBe(nameof(TakeStep.DespiteProcedures));
        (await portal.Cases.TakeStepAsync(People.Clerk, close with { DespiteProcedures = "诉讼由法院审理" })).Errors.ShouldBeEmpty();

        var closing = (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case.Steps[^1];
        closing.Facts.ShouldBe("结案时仍在进行：民事诉讼。先行结案的理由：诉讼由法院审理");
        // What the court does goes on being written down.
        (await portal.Get<ProcedureService>().AdvanceAsync(
            People.Clerk, new AdvanceProcedure(await portal.AtAsync(People.Clerk, number, "civil-suit"), "trial", portal.Today(), ""))).Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Provision", "P35")]
    public async Task The_portal_reminds_of_an_agreement_once_and_the_list_shows_it_until_somebody_asks()
    {
        var number = await portal.AgreedAsync();
        var reminder = portal.Get<IEnumerable<ITimedStep>>().OfType<ConfirmationReminder>().Single();
        var start = portal.Clock.Now;
        try
        {
            var at = await portal.AtAsync(People.Handler, number, "people-mediation");
            (await reminder.FindDueAsync(100, CancellationToken.None)).ShouldNotContain(at.Id);
            portal.Clock.Now = start.AddDays(24);
            (await reminder.FindDueAsync(100, CancellationToken.None)).ShouldContain(at.Id);
            (await Task.WhenAll(reminder.TakeAsync(at.Id, CancellationToken.None), reminder.TakeAsync(at.Id, CancellationToken.None))).Count(taken => taken).ShouldBe(1);
            (await reminder.FindDueAsync(100, CancellationToken.None)).ShouldNotContain(at.Id);
            (await ListAsync(ProcedureListStanding.ToConfirm)).ShouldContain(number);

            (await portal.Get<ProcedureService>().ApplyAsync(
                People.Handler, new ApplyForConfirmation(await portal.AtAsync(People.Handler, number, "people-mediation"), "新城区人民法院", true, portal.Today()))).Errors.ShouldBeEmpty();
            (await ListAsync(ProcedureListStanding.ToConfirm)).ShouldNotContain(number);
        }
        finally
        {
            portal.Clock.Now = start;
        }
    }

    private async Task<List<CaseNumber>> ListAsync(ProcedureListStanding standing) =>
        [.. (await portal.Get<ProcedureReadService>().ListAsync(People.Handler, new ProcedureListCriteria { Standing = standing }, new PageRequest())).Value.Rows.Select(r => r.Number)];
}
