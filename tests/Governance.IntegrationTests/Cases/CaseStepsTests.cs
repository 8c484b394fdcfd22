using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Cases;

/// <summary>The steps of a case through the service, each with its entry in the trail.</summary>
[Trait("Provision", "P36")]
public sealed class CaseStepsTests(PortalServices portal) : IClassFixture<PortalServices>
{
    [Fact]
    public async Task A_case_goes_all_the_way_and_the_trail_tells_every_step()
    {
        var number = await portal.RegisterAsync(People.Clerk);
        (CaseStepKind Kind, Actor Actor, string? Body)[] way =
        [
            (CaseStepKind.Accept, People.Clerk, null), (CaseStepKind.Dispatch, People.Clerk, People.Housing), (CaseStepKind.Return, People.Handler, null),
            (CaseStepKind.Dispatch, People.Clerk, People.Housing), (CaseStepKind.Recall, People.Clerk, null),
            (CaseStepKind.Dispatch, People.Clerk, People.Housing), (CaseStepKind.Sign, People.Handler, null),
            (CaseStepKind.SubmitResult, People.Handler, null), (CaseStepKind.FailVerification, People.Clerk, null),
            (CaseStepKind.SubmitResult, People.Handler, null), (CaseStepKind.PassVerification, People.Clerk, null),
            (CaseStepKind.Close, People.Clerk, null), (CaseStepKind.Archive, People.Clerk, null), (CaseStepKind.Reopen, People.Clerk, null),
        ];

        foreach (var (kind, actor, body) in way)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(5));
            (await portal.TakeAsync(actor, number, kind, body: body)).Errors.ShouldBeEmpty(kind.ToString());
        }

        var found = (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case;
        found.State.ShouldBe(CaseState.Accepted);
        found.ReopenCount.ShouldBe(1);
        found.LeadBodyCode.ShouldBeNull();
        found.Steps.Select(s => s.Kind).ShouldBe(way.Select(w => w.Kind).Prepend(CaseStepKind.Register));
        found.Steps.Select(s => s.Sequence).ShouldBe(Enumerable.Range(1, way.Length + 1));
        found.Steps.Count(s => s.TargetBodyName == portal.Pack.FindBody(People.Housing)!.Name).ShouldBe(3);
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1 order by at, id", number.Value))
            .ShouldBe(way.Select(w => "case." + w.Kind.ToString().ToLowerInvariant()).Prepend("case.register"));
    }

    [Fact]
    public async Task A_refused_step_changes_nothing_and_leaves_no_trace()
    {
        var number = await portal.RegisterAsync(People.Clerk);
        var before = await SnapshotAsync(number);

        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Refuse, "")).Error.ShouldBeOfType<CaseErrors.NoteRequired>();
        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Close)).Error.ShouldBeOfType<CaseErrors.WrongState>();
        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.SubmitResult)).Error.ShouldBeOfType<CaseErrors.WrongState>();
        (await portal.TakeAsync(People.Leader, number, CaseStepKind.Accept)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();

        (await SnapshotAsync(number)).ShouldBe(before);
    }

    [Theory]
    [InlineData(CaseState.Closed, CaseStepKind.Close)]
    [InlineData(CaseState.Archived, CaseStepKind.Archive)]
    public async Task A_repeat_in_the_end_state_succeeds_and_the_trail_tells_of_nothing(CaseState state, CaseStepKind kind)
    {
        var number = await portal.MakeAsync(state);
        var before = await SnapshotAsync(number);

        (await portal.TakeAsync(People.Clerk, number, kind)).IsOk.ShouldBeTrue();

        (await SnapshotAsync(number)).ShouldBe(before);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("150102000000-nobody")]
    public async Task A_case_is_assigned_to_a_known_body_only(string? body)
    {
        var number = await portal.MakeAsync(CaseState.Accepted);

        var taken = await portal.TakeAsync(People.Clerk, number, CaseStepKind.Dispatch, body: body);

        taken.Error.Field.ShouldBe("BodyCode");
        (await portal.StateOfAsync(number)).ShouldBe("Accepted");
    }

    [Fact]
    public async Task A_body_of_another_county_is_refused_by_name()
    {
        var number = await portal.MakeAsync(CaseState.Accepted);

        var taken = await portal.TakeAsync(People.Clerk, number, CaseStepKind.Dispatch, body: People.OtherCounty + "-housing");

        taken.Error.ShouldBeOfType<CaseErrors.BodyNotCompetent>().Message.ShouldContain("回民区");
    }

    [Fact]
    public async Task Whoever_handled_a_case_neither_verifies_it_nor_is_offered_to()
    {
        var number = await portal.MakeAsync(CaseState.Accepted);
        await portal.TakeAsync(People.Clerk, number, CaseStepKind.Dispatch, body: People.Clerk.BodyCode);
        await portal.TakeAsync(People.Clerk, number, CaseStepKind.Sign);
        await portal.TakeAsync(People.Clerk, number, CaseStepKind.SubmitResult);

        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.PassVerification)).Error.ShouldBeOfType<CaseErrors.VerifierMustNotBeHandler>();
        (await portal.Reads.FindAsync(People.Clerk, number)).Value.NextSteps.ShouldBeEmpty();
        (await portal.Reads.FindAsync(People.SecondClerk, number)).Value.NextSteps.Count.ShouldBe(2);
        (await portal.TakeAsync(People.SecondClerk, number, CaseStepKind.PassVerification)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_correction_counts_the_limit_again_from_where_the_clock_started()
    {
        var number = await portal.RegisterAsync(People.Clerk, accept: true);
        var (id, version) = await portal.IdentifyAsync(number);
        var start = portal.Clock.Now;
        portal.Clock.Advance(TimeSpan.FromHours(30));

        var corrected = await portal.Cases.CorrectAsync(
            People.Clerk, new CorrectCase(id, version, CaseMaker.Facts with { CategoryCode = "0902", Urgency = CaseUrgency.Normal }));

        corrected.Errors.ShouldBeEmpty();
        var found = (await portal.Reads.FindAsync(People.Clerk, number)).Value;
        found.Case.Limit.RuleId.ShouldBe("resolve-medical");
        found.Case.ClockStartedAt.ShouldBe(start);
        found.Deadline.CountedDays.Count.ShouldBe(30);
        found.Case.DueAt.ShouldBe(found.Deadline.DueAt);
        found.Case.Steps[^1].Note.ShouldContain("类别由");
        (await portal.AskAsync<string>("select detail from audit_entries where subject_id = $1 and action = 'case.correct'", number.Value))
            .ShouldBe(found.Case.Steps[^1].Note);
    }

    [Fact]
    public async Task A_correction_of_nothing_leaves_no_trace()
    {
        var number = await portal.RegisterAsync(People.Clerk);
        var (id, version) = await portal.IdentifyAsync(number);
        var before = await SnapshotAsync(number);

        (await portal.Cases.CorrectAsync(People.Clerk, new CorrectCase(id, version, CaseMaker.Facts))).IsOk.ShouldBeTrue();

        (await SnapshotAsync(number)).ShouldBe(before);
    }

    [Fact]
    public async Task A_case_that_moves_to_another_township_is_run_by_the_office_there()
    {
        var number = await portal.RegisterAsync(People.Clerk);
        var (id, version) = await portal.IdentifyAsync(number);
        var there = CaseMaker.Facts with { Place = AreaCode.Parse("150102002001") };

        (await portal.Cases.CorrectAsync(People.Clerk, new CorrectCase(id, version, there))).Error.ShouldBeOfType<PlatformErrors.OutsideScope>();
        (await portal.Cases.CorrectAsync(People.Centre, new CorrectCase(id, version, there))).Errors.ShouldBeEmpty();

        var found = (await portal.Reads.FindAsync(People.Centre, number)).Value.Case;
        found.ManagingBodyCode.ShouldBe(People.OtherTownship + "-peace");
        found.Place.ShouldBe(there.Place);
        (await portal.AskAsync<string>("select township_code from cases where id = $1", id)).ShouldBe("150102002");
        (await portal.Reads.FindAsync(People.Clerk, number)).Error.ShouldBeOfType<CaseErrors.NotFound>();
    }

    [Fact]
    public async Task A_case_does_not_leave_the_area_of_the_body_that_handles_it()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var (id, version) = await portal.IdentifyAsync(number);

        var moved = await portal.Cases.CorrectAsync(
            People.CityCentre, new CorrectCase(id, version, CaseMaker.Facts with { Place = AreaCode.Parse(People.OtherCountyVillage) }));

        moved.Error.ShouldBeOfType<CaseErrors.LeadNotCompetentThere>();
    }

    private Task<string> SnapshotAsync(CaseNumber number) => portal.AskAsync<string>("""
        select concat(c.*, c.xmin,
          (select string_agg(s.*::text, ',' order by s.sequence) from case_steps s where s.case_id = c.id),
          (select string_agg(a.*::text, ',' order by a.id) from audit_entries a where a.subject_id = c.number))
        from cases c where number = $1
        """, number.Value);
}
