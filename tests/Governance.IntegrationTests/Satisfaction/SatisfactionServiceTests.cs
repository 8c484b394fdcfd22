using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Satisfaction;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Satisfaction;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Satisfaction;

/// <summary>Ratings by the citizen and on a call-back, on the real database.</summary>
[Trait("Provision", "P36")]
public sealed class SatisfactionServiceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private const string Phone = "13900007531";

    private SatisfactionService Ratings => portal.Get<SatisfactionService>();

    [Fact]
    public async Task A_content_citizen_is_thanked_and_cannot_rate_the_same_answer_twice()
    {
        var number = await ClosedAsync();

        (await Ratings.RateAsync(new RateAnswer(number.Value, Phone[^4..], SatisfactionLevel.Satisfied, "办得快"))).Errors.ShouldBeEmpty();

        var found = (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case;
        (found.State, found.Satisfaction, found.SatisfactionAt).ShouldBe((CaseState.Closed, SatisfactionLevel.Satisfied, portal.Clock.Now));
        (found.Steps[^1].ActorName, found.Steps[^1].Note).ShouldBe((SatisfactionService.ReporterName, "满意：办得快"));
        (await portal.Reads.LookUpAsync(number.Value, Phone[^4..])).Value.Satisfaction.ShouldBe(SatisfactionLevel.Satisfied);
        (await Ratings.RateAsync(new RateAnswer(number.Value, Phone[^4..], SatisfactionLevel.Unsatisfied, ""))).Error
            .ShouldBeOfType<SatisfactionErrors.RatedBefore>();
        (await portal.AskAsync<string>("select detail from audit_entries where subject_id = $1 and action = 'case.rate'", number.Value)).ShouldBe("满意");
    }

    [Fact]
    public async Task An_unhappy_citizen_has_the_case_taken_up_again_with_a_fresh_clock_and_a_trail()
    {
        var number = await ClosedAsync();
        portal.Clock.Advance(TimeSpan.FromDays(3));

        (await Ratings.RateAsync(new RateAnswer(number.Value, Phone[^4..], SatisfactionLevel.Unsatisfied, "又漏水了"))).Errors.ShouldBeEmpty();

        var found = (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case;
        (found.State, found.ReopenCount, found.Satisfaction, found.ClockStartedAt).ShouldBe((CaseState.Accepted, 1, null, portal.Clock.Now));
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1 order by at desc, id desc limit 2", number.Value))
            .ShouldBe(["case.rate", "case.reopen"], ignoreOrder: true);
        (await Ratings.RateAsync(new RateAnswer(number.Value, Phone[^4..], SatisfactionLevel.Satisfied, ""))).Error
            .ShouldBeOfType<SatisfactionErrors.NotAnswered>();
    }

    [Fact]
    public async Task Two_ratings_at_once_leave_one()
    {
        var number = await ClosedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            Ratings.RateAsync(new RateAnswer(number.Value, Phone[^4..], SatisfactionLevel.Satisfied, ""))));

        answers.Count(a => a.IsOk).ShouldBe(1);
        (await portal.AskAsync<long>("select count(*) from case_steps s join cases c on c.id = s.case_id where c.number = $1 and s.kind = 'Rate'", number.Value)).ShouldBe(1);
    }

    [Fact]
    public async Task A_stranger_hears_the_same_as_on_the_look_up_and_changes_nothing()
    {
        var number = await ClosedAsync();
        var before = await portal.CountAuditAsync(number);

        (await Ratings.RateAsync(new RateAnswer(number.Value, "0000", SatisfactionLevel.Unsatisfied, ""))).Error.ShouldBe(new CaseErrors.LookupFailed());
        (await Ratings.RateAsync(new RateAnswer("12345", Phone[^4..], SatisfactionLevel.Unsatisfied, ""))).Error.ShouldBeOfType<CaseErrors.BadNumber>();
        (await Ratings.RateAsync(new RateAnswer(number.Value, Phone[^4..], null, ""))).Error.Field.ShouldBe("Level");

        (await portal.CountAuditAsync(number)).ShouldBe(before);
        (await portal.StateOfAsync(number)).ShouldBe("Closed");
    }

    [Fact]
    public async Task Only_who_closes_cases_there_records_a_call_back()
    {
        var number = await portal.MakeAsync(CaseState.Closed);
        foreach (var nobody in new[] { People.Handler, People.GridMember, People.Leader })
            (await CallBackAsync(nobody, number)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>(nobody.Role.ToString());
        foreach (var stranger in new[] { People.ClerkElsewhere, People.CentreElsewhere, People.UrbanHandler, People.Auditor, People.Administrator })
            (await CallBackAsync(stranger, number)).Error.ShouldBeOfType<CaseErrors.NotFound>(stranger.Role.ToString());

        foreach (var (actor, may) in new[] { (People.Clerk, true), (People.Centre, true), (People.Leader, false), (People.Handler, false) })
            SatisfactionService.MayCallBack(actor, (await portal.Reads.FindAsync(actor, number)).Value.Case).ShouldBe(may, actor.Role.ToString());
        (await CallBackAsync(People.Centre, number)).Errors.ShouldBeEmpty();
        (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case.Satisfaction.ShouldBe(SatisfactionLevel.Fair);
    }

    [Fact]
    public async Task Lists_are_cut_by_what_reporters_said()
    {
        var waiting = await portal.MakeAsync(CaseState.Closed);
        var open = await portal.MakeAsync(CaseState.Handling);
        var rated = await portal.MakeAsync(CaseState.Archived);
        (await CallBackAsync(People.Clerk, rated)).Errors.ShouldBeEmpty();

        async Task<List<CaseNumber>> ListAsync(SatisfactionStanding standing) =>
            [.. (await portal.Reads.ListAsync(People.Clerk, new CaseListCriteria { Satisfaction = standing }, new PageRequest())).Value.Rows.Select(r => r.Number)];

        var unrated = await ListAsync(SatisfactionStanding.Unrated);
        unrated.ShouldContain(waiting);
        unrated.ShouldNotContain(open);
        unrated.ShouldNotContain(rated);
        (await ListAsync(SatisfactionStanding.Fair)).ShouldContain(rated);
        (await ListAsync(SatisfactionStanding.Unsatisfied)).ShouldNotContain(rated);
    }

    [Fact]
    public async Task Who_calls_back_on_an_old_page_is_told_who_was_faster()
    {
        var number = await portal.MakeAsync(CaseState.Closed);
        var (id, version) = await portal.IdentifyAsync(number);
        await portal.TakeAsync(People.Centre, number, CaseStepKind.Archive);

        var late = await Ratings.RecordCallBackAsync(People.Clerk, new RecordCallBack(id, version, SatisfactionLevel.Fair, ""));

        late.Error.ShouldBeOfType<CaseErrors.ChangedMeanwhile>().Who.ShouldContain("赵敏");
        (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case.Satisfaction.ShouldBeNull();
    }

    [Fact]
    public async Task Who_may_not_call_back_is_not_told_who_was_faster()
    {
        var number = await portal.MakeAsync(CaseState.Closed);
        var (id, version) = await portal.IdentifyAsync(number);
        await portal.TakeAsync(People.Centre, number, CaseStepKind.Archive);

        (await Ratings.RecordCallBackAsync(People.Handler, new RecordCallBack(id, version, SatisfactionLevel.Fair, ""))).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
    }

    private async Task<Result<CaseNumber>> CallBackAsync(Actor actor, CaseNumber number)
    {
        var (id, version) = await portal.IdentifyAsync(number);
        return await Ratings.RecordCallBackAsync(actor, new RecordCallBack(id, version, SatisfactionLevel.Fair, ""));
    }

    private async Task<CaseNumber> ClosedAsync()
    {
        var number = await portal.RegisterAsync(People.Clerk, phone: Phone, accept: true);
        (CaseStepKind, Actor, string?)[] way =
        [
            (CaseStepKind.Dispatch, People.Clerk, People.Housing), (CaseStepKind.Sign, People.Handler, null), (CaseStepKind.SubmitResult, People.Handler, null),
            (CaseStepKind.PassVerification, People.Clerk, null), (CaseStepKind.Close, People.Clerk, null),
        ];
        foreach (var (kind, actor, body) in way)
            (await portal.TakeAsync(actor, number, kind, body: body)).Errors.ShouldBeEmpty();
        return number;
    }
}
