using Governance.Application.Cases;
using Governance.Application.Leads;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Leads;

/// <summary>Departments consult, fail, object and send back, on the real database.</summary>
[Trait("Provision", "P37")]
public sealed class LeadServiceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    [Fact]
    public async Task A_dispatch_to_one_department_is_assigned_at_once_and_says_why()
    {
        var number = await portal.RegisterAsync(People.Clerk, accept: true);

        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Dispatch, body: People.Housing)).Errors.ShouldBeEmpty();

        var found = (await portal.Reads.FindAsync(People.Handler, number)).Value;
        found.Case.State.ShouldBe(CaseState.Dispatched);
        found.Case.Steps[^1].Facts!.ShouldContain("只有一个职责部门的，由该部门办理");
        found.Case.Parties.ShouldBeEmpty();
        found.LeadSteps.Select(r => r.Kind).ShouldBe([CaseStepKind.RaiseObjection]);
    }

    [Fact]
    public async Task Two_departments_consult_see_the_case_and_agree()
    {
        var number = await ConsultAsync();
        foreach (var handler in new[] { People.Handler, People.UrbanHandler })
        {
            (await portal.Reads.CountWorkAsync(handler))!.ToConsult.ShouldBeGreaterThan(0);
            var list = await portal.Reads.ListAsync(handler, new CaseListCriteria { View = CaseView.Mine, State = CaseState.Consulting }, new PageRequest());
            list.Value.Rows.ShouldContain(r => r.Number == number);
            (await portal.Reads.ListAsync(handler, new CaseListCriteria(), new PageRequest())).Value.Rows.ShouldContain(r => r.Number == number);
            (await portal.Reads.ListAsync(handler, new CaseListCriteria { Text = number.Value }, new PageRequest())).Value.Rows.Count.ShouldBe(1);
        }

        (await portal.TakeLeadAsync(People.Handler, number, CaseStepKind.AnswerConsultation, "属占道经营", People.Urban)).Errors.ShouldBeEmpty();
        (await portal.Reads.ListAsync(People.Handler, new CaseListCriteria { View = CaseView.Mine }, new PageRequest())).Value.Rows.ShouldNotContain(r => r.Number == number);
        (await portal.TakeLeadAsync(People.UrbanHandler, number, CaseStepKind.TakeMeasures, "已劝离摊贩")).Errors.ShouldBeEmpty();
        (await portal.TakeLeadAsync(People.UrbanHandler, number, CaseStepKind.AnswerConsultation, "", People.Urban)).Errors.ShouldBeEmpty();

        var found = (await portal.Reads.FindAsync(People.Handler, number)).Value.Case;
        (found.State, found.LeadBodyCode).ShouldBe((CaseState.Dispatched, People.Urban));
        found.Parties.Single(p => p.BodyCode == People.Housing).Role.ShouldBe(LeadPartyRole.Assisting);
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1 order by id", number.Value)).ShouldBe(
            ["case.register", "case.accept", "case.consult", "case.answerconsultation", "case.takemeasures", "case.answerconsultation", "case.agreeonlead"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Who_has_no_right_to_a_step_is_not_told_who_was_faster()
    {
        var number = await ConsultAsync();
        var (id, version) = await portal.IdentifyAsync(number);
        (await portal.TakeLeadAsync(People.Handler, number, CaseStepKind.TakeMeasures, "先拉警戒线")).Errors.ShouldBeEmpty();

        (await portal.Get<LeadService>().TakeStepAsync(People.Handler, new TakeLeadStep(id, version, CaseStepKind.Designate, "理由", People.Housing)))
            .Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
    }

    [Fact]
    public async Task A_failed_consultation_waits_for_the_centre_of_that_level_and_for_nobody_else()
    {
        var number = await ConsultAsync();
        await portal.TakeLeadAsync(People.Handler, number, CaseStepKind.AnswerConsultation, "属占道经营", People.Urban);
        await portal.TakeLeadAsync(People.UrbanHandler, number, CaseStepKind.AnswerConsultation, "属房屋安全", People.Housing);

        (await portal.Reads.FindAsync(People.Centre, number)).Value.Case.TurnBodyCode.ShouldBe(People.Centre.BodyCode);
        (await portal.Reads.CountWorkAsync(People.Centre))!.ToDecide.ShouldBeGreaterThan(0);
        (await portal.TakeLeadAsync(People.CityCentre, number, CaseStepKind.Designate, body: People.Housing)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        (await portal.TakeLeadAsync(People.Centre, number, CaseStepKind.Designate, body: "nobody")).Error.Field.ShouldBe("BodyCode");
        (await portal.TakeLeadAsync(People.Centre, number, CaseStepKind.Designate, body: People.Housing)).Errors.ShouldBeEmpty();

        (await portal.StateOfAsync(number)).ShouldBe("Dispatched");
        (await portal.TakeAsync(People.Handler, number, CaseStepKind.Return)).Error.ShouldBeOfType<LeadErrors.SettledByCentre>();
        (await portal.Reads.FindAsync(People.Handler, number)).Value.NextSteps.Select(s => s.Kind).ShouldBe([CaseStepKind.Sign]);
    }

    [Fact]
    public async Task A_matter_of_two_counties_goes_to_the_citys_centre_and_is_known_to_both()
    {
        var number = await portal.RegisterAsync(People.Clerk, accept: true);
        var (id, version) = await portal.IdentifyAsync(number);
        var command = new TakeStep(id, version, CaseStepKind.Dispatch, "", People.Housing)
        {
            OtherBodyCodes = [People.OtherCounty + "-housing"], OtherPlaces = [AreaCode.Parse(People.OtherCountyVillage)],
        };
        (await portal.Cases.TakeStepAsync(People.Clerk, command with { OtherPlaces = [] })).Error.ShouldBeOfType<CaseErrors.BodyNotCompetent>();
        (await portal.Cases.TakeStepAsync(People.Clerk, command)).Errors.ShouldBeEmpty();

        var elsewhere = People.Person(Role.DepartmentHandler, People.OtherCounty + "-housing", People.OtherCounty);
        var found = (await portal.Reads.FindAsync(elsewhere, number)).Value.Case;
        (found.TurnBodyCode, found.ManagingBodyCode).ShouldBe((People.CityCentre.BodyCode, People.CityCentre.BodyCode));
        found.Steps[^1].Facts!.ShouldContain("涉及地区 2 个");
        (await portal.TakeLeadAsync(People.CityCentre, number, CaseStepKind.Designate, body: elsewhere.BodyCode)).Errors.ShouldBeEmpty();
        (await portal.TakeAsync(elsewhere, number, CaseStepKind.Sign)).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_objection_is_made_once_and_the_third_bounce_goes_to_the_centre()
    {
        var number = await portal.MakeAsync(CaseState.Dispatched);
        (await portal.TakeLeadAsync(People.Handler, number, CaseStepKind.RaiseObjection)).Errors.ShouldBeEmpty();
        (await portal.TakeLeadAsync(People.Centre, number, CaseStepKind.RejectObjection)).Errors.ShouldBeEmpty();
        (await portal.TakeLeadAsync(People.Handler, number, CaseStepKind.RaiseObjection)).Error.ShouldBeOfType<LeadErrors.ObjectedBefore>();

        var bounced = await portal.RegisterAsync(People.Clerk, accept: true);
        for (var i = 0; i < 3; i++)
        {
            (await portal.TakeAsync(People.Clerk, bounced, CaseStepKind.Dispatch, body: People.Housing)).Errors.ShouldBeEmpty();
            (await portal.TakeAsync(People.Handler, bounced, CaseStepKind.Return)).Errors.ShouldBeEmpty();
        }
        (await portal.Reads.FindAsync(People.Centre, bounced)).Value.Case.TurnBodyCode.ShouldBe(People.Centre.BodyCode);
    }

    [Fact]
    public async Task Whoever_answers_second_on_an_old_page_is_told_what_happened()
    {
        var number = await ConsultAsync();
        var (id, seen) = await portal.IdentifyAsync(number);
        var leads = portal.Get<LeadService>();

        var both = await Task.WhenAll(
            leads.TakeStepAsync(People.Handler, new TakeLeadStep(id, seen, CaseStepKind.AnswerConsultation, "", People.Housing)),
            leads.TakeStepAsync(People.UrbanHandler, new TakeLeadStep(id, seen, CaseStepKind.AnswerConsultation, "", People.Urban)));

        both.Count(r => r.IsOk).ShouldBe(1);
        both.Single(r => !r.IsOk).Error.ShouldBeOfType<CaseErrors.ChangedMeanwhile>().What.ShouldContain("会商答复");
        (await portal.AskAsync<long>("select count(*) from lead_parties where case_id = $1 and proposed_code is not null", id)).ShouldBe(1);
    }

    [Fact]
    public async Task Expired_consultations_go_to_the_centre_once_however_many_instances_look()
    {
        var number = await ConsultAsync();
        var (id, _) = await portal.IdentifyAsync(number);
        (await portal.Get<TimedSteps>().RunAsync()).ShouldBe(0);
        (await portal.StateOfAsync(number)).ShouldBe("Consulting");
        await portal.ExecuteAsync("update cases set consult_until = $2 where id = $1", id, portal.Clock.Now.AddMinutes(-1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.Get<TimedSteps>().RunAsync()));

        var found = (await portal.Reads.FindAsync(People.Centre, number)).Value.Case;
        found.State.ShouldBe(CaseState.Deciding);
        found.Steps.Count(s => s.Kind == CaseStepKind.Refer).ShouldBe(1);
        (found.Steps[^1].ActorName, found.Steps[^1].Facts!.Contains("会商期满", StringComparison.Ordinal)).ShouldBe(("系统", true));
        (await portal.AskAsync<long>("select count(*) from audit_entries where subject_id = $1 and action = 'case.refer'", number.Value)).ShouldBe(1);
        (await portal.Get<TimedSteps>().RunAsync()).ShouldBe(0);
    }

    private async Task<CaseNumber> ConsultAsync()
    {
        var number = await portal.RegisterAsync(People.Clerk, accept: true);
        var (id, version) = await portal.IdentifyAsync(number);
        (await portal.Cases.TakeStepAsync(
            People.Clerk, new TakeStep(id, version, CaseStepKind.Dispatch, "", People.Housing) { OtherBodyCodes = [People.Urban] })).Errors.ShouldBeEmpty();
        return number;
    }
}
