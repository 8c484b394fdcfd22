using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Leads;
using Governance.Domain.Notifications;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Supervision;
using Governance.UnitTests.Cases;
using Governance.UnitTests.Leads;

namespace Governance.UnitTests.Notifications;

/// <summary>Who is told about a step, against the table of who may take the next one.</summary>
public sealed class NotificationRuleTests
{
    private static readonly Actor OtherHandler = Sample.Handler with { UserId = Guid.NewGuid() };

    private static readonly Actor[] Everybody =
    [
        Sample.Clerk, Sample.Colleague, Sample.Handler, OtherHandler, LeadSample.UrbanHandler, LeadSample.CentreStaff,
        Sample.Person(Role.Leader, Sample.Clerk.BodyCode, Sample.Clerk.BodyName, Sample.Township),
        Sample.Person(Role.Auditor, Sample.Housing.Code, Sample.Housing.Name, Sample.County),
        Sample.Person(Role.TownshipClerk, Sample.Clerk.BodyCode, Sample.Clerk.BodyName, Sample.OtherTownship),
    ];

    [Fact]
    public void Whose_turn_it_is_may_take_a_step_and_nobody_waits_for_a_case_that_has_ended()
    {
        foreach (var state in Enum.GetValues<CaseState>())
        {
            var subject = Sample.In(state);
            var next = Everybody.Where(p => CaseTurn.Of(subject).Any(t => t.IsOf(p, subject))).ToList();
            next.Count.ShouldBe(state.IsOpen() ? next.Count : 0, state.ToString());
            if (state.IsOpen())
                next.ShouldNotBeEmpty(state.ToString());
            foreach (var person in next)
                (CaseStepRule.OpenTo(person, subject.State, subject.Place, subject.LeadBodyCode, null).Count
                    + LeadStepRule.OpenTo(person, subject.LeadStanding).Count).ShouldBeGreaterThan(0, $"{state} {person.Role}");
        }
    }

    [Fact]
    public void Nobody_is_told_of_the_own_act()
    {
        foreach (var (subject, step) in Walks())
            foreach (var person in Everybody.Where(p => p.UserId == step.ActorId))
                NotificationRule.Tells(subject, step, person, person.BodyCode).ShouldBeFalse(step.Kind.ToString());
    }

    [Fact]
    public void An_assignment_is_told_to_the_handlers_of_the_body_and_to_nobody_else() =>
        Told(Sample.In(CaseState.Dispatched)).ShouldBe([Sample.Handler, OtherHandler], ignoreOrder: true);

    [Fact]
    public void A_result_is_told_to_the_body_that_runs_the_case_where_the_place_is_theirs() =>
        Told(Sample.In(CaseState.Verifying)).ShouldBe([Sample.Clerk, Sample.Colleague], ignoreOrder: true);

    [Fact]
    public void A_turn_that_stays_in_the_body_is_no_news_there()
    {
        Told(Sample.In(CaseState.Registered)).ShouldBeEmpty();
        Told(Sample.In(CaseState.Accepted)).ShouldBeEmpty();
        Told(Sample.In(CaseState.Handling)).ShouldBeEmpty();
        Told(Sample.In(CaseState.Verified)).ShouldBeEmpty();
    }

    [Fact]
    public void What_comes_back_is_told_to_who_gets_it_back()
    {
        var returned = Sample.In(CaseState.Dispatched);
        Sample.Take(returned, CaseStepKind.Return);
        Told(returned).ShouldBe([Sample.Clerk, Sample.Colleague], ignoreOrder: true);

        var failed = Sample.In(CaseState.Verifying);
        Sample.Take(failed, CaseStepKind.FailVerification);
        Told(failed).ShouldBe([Sample.Handler, OtherHandler], ignoreOrder: true);
    }

    [Fact]
    public void Consulted_departments_and_the_centre_are_told_when_it_is_their_turn()
    {
        Told(LeadSample.Consulting()).ShouldBe([Sample.Handler, OtherHandler, LeadSample.UrbanHandler], ignoreOrder: true);
        Told(Sample.In(CaseState.Deciding)).ShouldBe([LeadSample.CentreStaff]);
    }

    [Fact]
    public void Urging_reaches_whose_turn_it_is_and_an_instruction_whoever_has_the_case_in_hand()
    {
        var leader = Sample.Person(Role.Leader, "gov", "区政府", Sample.County);
        var urged = Sample.In(CaseState.Dispatched);
        urged.Remark(CaseStepKind.Urge, leader, "请尽快", Sample.Start.AddDays(1)).Errors.ShouldBeEmpty();
        Told(urged).ShouldBe([Sample.Handler, OtherHandler], ignoreOrder: true);

        var instructed = Sample.In(CaseState.Dispatched);
        instructed.Remark(CaseStepKind.Instruct, leader, "请上门", Sample.Start.AddDays(1)).Errors.ShouldBeEmpty();
        Told(instructed).ShouldBe([Sample.Handler, OtherHandler, Sample.Clerk, Sample.Colleague], ignoreOrder: true);
    }

    [Fact]
    public void A_request_about_time_is_told_to_who_decides_and_the_decision_to_who_asked()
    {
        var subject = Sample.In(CaseState.Handling);
        subject.AskPause(
            Sample.Handler, new PauseReason("material", null, "等待反映人补充材料", "", "", TimeLimitBasis.Default, TimeLimitStatus.CityToConfirm, "", "正在等待您补充材料。"),
            Sample.Start.AddDays(4).ChinaDay(), Sample.Start.AddDays(9).ChinaDay(), "等合同", Sample.Start.AddDays(1)).Errors.ShouldBeEmpty();
        Told(subject).ShouldBe([Sample.Clerk, Sample.Colleague], ignoreOrder: true);
        NotificationRule.StillStands(NotificationKind.TimeAsked, subject, Sample.Colleague, Sample.Clerk.BodyCode).ShouldBeTrue();

        subject.DecideTime(Sample.Clerk, subject.TimeRequests[0].Id, false, "请先办理", _ => throw new InvalidOperationException("nothing to count"), Sample.Start.AddDays(2)).Errors.ShouldBeEmpty();
        Told(subject).ShouldBe([Sample.Handler], "the colleague has not asked");
        NotificationRule.StillStands(NotificationKind.TimeAsked, subject, Sample.Colleague, Sample.Clerk.BodyCode).ShouldBeFalse();
    }

    [Fact]
    public void A_card_is_told_to_the_body_it_is_for_its_reply_to_who_gave_it_and_its_end_to_the_body_again()
    {
        var leader = Sample.Person(Role.Leader, "gov", "区政府", Sample.County);
        var at = Sample.Start.AddDays(1);
        var subject = Sample.In(CaseState.Handling);
        subject.Supervise(leader, SupervisionLevel.Yellow, Sample.Housing, "请三日内办结", at.AddDays(2), null, at).Errors.ShouldBeEmpty();
        Told(subject, leader).ShouldBe([Sample.Handler, OtherHandler], ignoreOrder: true);
        subject.ReplySupervision(Sample.Handler, "已上门", at.AddHours(1)).Errors.ShouldBeEmpty();
        Told(subject, leader).ShouldBe([leader]);
        subject.LiftSupervision(leader, "已办", at.AddHours(2)).Errors.ShouldBeEmpty();
        Told(subject, leader).ShouldBe([Sample.Handler, OtherHandler], ignoreOrder: true);

        var accepting = Sample.In(CaseState.Verifying);
        var managing = Body.Create(Sample.Township, "office", BodyKind.TownshipOffice, Sample.Clerk.BodyName, Sample.Clerk.BodyName, "");
        accepting.Supervise(leader, SupervisionLevel.Red, managing, "请核查", at.AddDays(2), null, at).Errors.ShouldBeEmpty();
        Told(accepting, leader).ShouldBe([Sample.Clerk, Sample.Colleague, Everybody[^1]], ignoreOrder: true);
    }

    [Fact]
    public void A_card_that_ends_with_its_case_is_no_news()
    {
        var leader = Sample.Person(Role.Leader, "gov", "区政府", Sample.County);
        var subject = Sample.In(CaseState.Verified);
        var at = subject.Steps[^1].At.AddHours(1);
        subject.Supervise(leader, SupervisionLevel.Yellow, Sample.Housing, "请三日内办结", at.AddDays(2), null, at).Errors.ShouldBeEmpty();
        Sample.Take(subject, CaseStepKind.Close);
        subject.EndSupervision(leader);
        subject.Steps[^1].Kind.ShouldBe(CaseStepKind.LiftSupervision);
        Told(subject, leader).ShouldBeEmpty();
    }

    [Fact]
    public void A_note_tells_nobody_by_itself()
    {
        var noted = Sample.In(CaseState.Handling);
        noted.Remark(CaseStepKind.Comment, Sample.Clerk, "已电话联系", Sample.Start.AddDays(1)).Errors.ShouldBeEmpty();
        Told(noted).ShouldBeEmpty();
    }

    [Fact]
    public void A_case_that_has_moved_on_is_told_as_it_stands_and_not_as_it_stood()
    {
        var subject = Sample.In(CaseState.Verifying);
        var dispatch = subject.Steps.Single(s => s.Kind == CaseStepKind.Dispatch);
        Everybody.Where(p => NotificationRule.Tells(subject, dispatch, p, Sample.Clerk.BodyCode)).ShouldBeEmpty();
    }

    [Fact]
    public void Who_waits_waits_no_more_when_a_colleague_or_the_turn_has_gone_on()
    {
        var signed = Sample.In(CaseState.Handling);
        NotificationRule.StillStands(NotificationKind.Turn, signed, OtherHandler, Sample.Housing.Code).ShouldBeFalse();
        NotificationRule.StillStands(NotificationKind.Urge, signed, OtherHandler, Sample.Housing.Code).ShouldBeFalse();
        NotificationRule.StillStands(NotificationKind.Instruction, signed, OtherHandler, Sample.Housing.Code).ShouldBeTrue();

        var answered = LeadSample.Consulting();
        LeadSample.Take(answered, CaseStepKind.AnswerConsultation).Errors.ShouldBeEmpty();
        NotificationRule.StillStands(NotificationKind.Turn, answered, LeadSample.UrbanHandler, Sample.Urban.Code).ShouldBeFalse();
        NotificationRule.StillStands(NotificationKind.Turn, answered, Sample.Handler, Sample.Urban.Code).ShouldBeTrue("it has not answered yet");
    }

    [Fact]
    public void The_table_names_each_step_once_and_every_kind_has_a_name_of_its_own()
    {
        NotificationRule.All.Select(r => r.Step).ShouldBeUnique();
        Enum.GetValues<NotificationKind>().Select(k => k.DisplayName()).ShouldBeUnique();
    }

    /// <summary>Who is told about the newest step.</summary>
    private static List<Actor> Told(Case subject, params Actor[] more)
    {
        var step = subject.Steps[^1];
        var people = Everybody.Concat(more).ToList();
        var acting = people.Find(p => p.UserId == step.ActorId)?.BodyCode;
        return [.. people.Where(p => NotificationRule.Tells(subject, step, p, acting))];
    }

    private static IEnumerable<(Case Subject, CaseStep Step)> Walks() =>
        Enum.GetValues<CaseState>().Select(Sample.In).SelectMany(c => c.Steps.Select(s => (c, s)));
}
