using Governance.Application.Cases;
using Governance.Application.Deadlines;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Deadlines;

/// <summary>More time and a standing clock on the real database: asked, decided, seen, ended, and by whom.</summary>
[Trait("Provision", "P36")]
public sealed class TimeRequestServiceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private TimeRequestService Requests => portal.Get<TimeRequestService>();

    [Fact]
    public async Task An_extension_is_asked_for_seen_by_the_managing_body_and_moves_the_deadline_when_granted()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var before = await DueAsync(number);
        var asked = (await portal.Reads.CountWorkAsync(People.Clerk))!.TimeAsked;

        (await ExtendAsync(People.Handler, number, 3)).Errors.ShouldBeEmpty();
        (await portal.Reads.CountWorkAsync(People.Clerk))!.TimeAsked.ShouldBe(asked + 1);
        (await ListAsync(People.Clerk, CaseView.Mine, CaseClockStanding.Asked)).ShouldContain(number);
        (await DecideAsync(People.Clerk, number, true)).Errors.ShouldBeEmpty();

        // Heating, three working days: Friday the 13th, then Wednesday the 18th.
        (await DueAsync(number)).ShouldBe(before.AddDays(5));
        (await ViewAsync(People.Handler, number)).Explanation.ShouldContain("延期 3 个工作日");
        (await ListAsync(People.Clerk, CaseView.Mine, CaseClockStanding.Asked)).ShouldNotContain(number);
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1", number.Value))
            .ShouldBe(["case.askextension", "case.grantextension"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_pause_shows_in_lists_and_ends_by_itself()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        (await PauseAsync(People.Handler, number, new DateOnly(2026, 3, 13))).Errors.ShouldBeEmpty();
        (await DecideAsync(People.Centre, number, true)).Errors.ShouldBeEmpty();

        (await ListAsync(People.Handler, CaseView.All, CaseClockStanding.Paused)).ShouldContain(number);
        var seen = (await portal.Get<ICaseQueries>().LookUpAsync(number, CancellationToken.None)).ShouldNotBeNull();
        (seen.PauseReasonKey, seen.PausedUntil).ShouldBe(("material", new DateTimeOffset(2026, 3, 13, 16, 0, 0, TimeSpan.Zero)));
        // Four closings stood still: the 10th does not count anyway, so three days more.
        (await DueAsync(number)).ShouldBe(new DateTimeOffset(2026, 3, 18, 9, 30, 0, TimeSpan.Zero));
        portal.Clock.Now = new DateTimeOffset(2026, 3, 13, 16, 0, 1, TimeSpan.Zero);
        try
        {
            await portal.Get<TimedSteps>().RunAsync();
            (await ListAsync(People.Handler, CaseView.All, CaseClockStanding.Paused)).ShouldNotContain(number);
            (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case.Steps[^1].Note.ShouldBe("暂停期满，自动恢复计时。");
            (await portal.Get<ICaseQueries>().LookUpAsync(number, CancellationToken.None))!.PauseReasonKey.ShouldBeNull();
        }
        finally
        {
            portal.Clock.Now = PortalServices.Start;
        }
    }

    [Fact]
    public async Task A_result_ends_the_pause_and_the_trail_says_so()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await PauseAsync(People.Handler, number, new DateOnly(2026, 3, 20));
        await DecideAsync(People.Clerk, number, true);

        (await portal.TakeAsync(People.Handler, number, CaseStepKind.SubmitResult)).Errors.ShouldBeEmpty();

        (await DueAsync(number)).ShouldBe(new DateTimeOffset(2026, 3, 13, 9, 30, 0, TimeSpan.Zero));
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1", number.Value)).ShouldContain("case.resume");
        (await portal.AskAsync<bool>("select paused_until is null from cases where number = $1", number.Value)).ShouldBeTrue();
    }

    /// <summary>Who may ask and who may decide about a case of Clerk's township that Handler's department leads.</summary>
    [Fact]
    public async Task Every_role_asks_and_decides_what_it_may_and_nothing_else()
    {
        foreach (var (actor, asks, decides) in new[]
        {
            (People.Clerk, false, true), (People.Centre, false, true), (People.CityCentre, false, true), (People.Handler, true, false),
            (People.GridMember, false, false), (People.Leader, false, false), (People.Auditor, false, false), (People.Administrator, false, false),
            (People.UrbanHandler, false, false), (People.ClerkElsewhere, false, false), (People.CentreElsewhere, false, false),
        })
        {
            var number = await portal.MakeAsync(CaseState.Handling);
            (await ExtendAsync(actor, number, 1)).IsOk.ShouldBe(asks, $"{actor.Role} {actor.BodyCode} extends");
            if (!asks)
                (await PauseAsync(actor, number, new DateOnly(2026, 3, 13))).IsOk.ShouldBeFalse($"{actor.Role} {actor.BodyCode} pauses");
            if (!asks)
                (await ExtendAsync(People.Handler, number, 1)).Errors.ShouldBeEmpty();
            if (await SeenAsync(actor, number) is { } view)
                (view.MayDecide, view.MayExtend is not null).ShouldBe((decides, false), $"{actor.Role} {actor.BodyCode} sees");
            (await DecideAsync(actor, number, true)).IsOk.ShouldBe(decides, $"{actor.Role} {actor.BodyCode} decides");
        }
    }

    [Fact]
    public async Task Two_who_decide_at_once_do_not_both()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await ExtendAsync(People.Handler, number, 1);

        var decided = await Task.WhenAll(DecideAsync(People.Clerk, number, true), DecideAsync(People.Centre, number, false));

        decided.Count(d => d.IsOk).ShouldBe(1);
        decided.Single(d => !d.IsOk).Error.ShouldBeAssignableTo<ConflictError>();
    }

    [Fact]
    public async Task The_page_measures_every_stay_in_a_step_alone_and_together()
    {
        var number = await portal.MakeAsync(CaseState.Handling, CaseMaker.Facts with { CategoryCode = "0202" });
        try
        {
            portal.Clock.Now = PortalServices.Start.AddDays(2);
            await portal.TakeAsync(People.Handler, number, CaseStepKind.SubmitResult);
            portal.Clock.Now = PortalServices.Start.AddDays(3);
            await portal.TakeAsync(People.Clerk, number, CaseStepKind.FailVerification);
            portal.Clock.Now = PortalServices.Start.AddDays(7);
            var steps = (await ViewAsync(People.Clerk, number)).Steps;

            steps[0].Visit.Stage.ShouldBe(Governance.Domain.Cities.TimeLimitStage.Handle);
            // Back on Friday the 13th at ten; by Tuesday at ten Monday has closed. Before: the 11th. Together Friday counts too.
            (steps[0].Alone, steps[0].Together).ShouldBe(("1 个工作日", "3 个工作日"));
            steps[0].Limit.ShouldBe("10 个工作日（累计）");
            steps.Single(s => s.Visit.Stage == Governance.Domain.Cities.TimeLimitStage.Verify).Alone.ShouldBe("0 个工作日");
        }
        finally
        {
            portal.Clock.Now = PortalServices.Start;
        }
    }

    [Fact]
    public async Task The_page_takes_one_statement_beside_the_head()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var head = (await portal.Reads.FindHeadAsync(People.Clerk, number)).Value;

        (await portal.Sql.HearAsync(() => portal.Get<ClockReadService>().FindAsync(People.Clerk, ClockSubject.Of(head)))).Count.ShouldBe(1);
    }

    private async Task<Result<CaseNumber>> ExtendAsync(Actor actor, CaseNumber number, int days)
    {
        var (id, version) = await portal.IdentifyAsync(number);
        return await Requests.AskExtensionAsync(actor, new AskExtension(id, version, days, "等待材料到货"));
    }

    private async Task<Result<CaseNumber>> PauseAsync(Actor actor, CaseNumber number, DateOnly until)
    {
        var (id, version) = await portal.IdentifyAsync(number);
        return await Requests.AskPauseAsync(actor, new AskPause(id, version, "material", until, "等待反映人补充材料"));
    }

    private async Task<Result<CaseNumber>> DecideAsync(Actor actor, CaseNumber number, bool granted)
    {
        var (id, version) = await portal.IdentifyAsync(number);
        var request = await portal.AskAsync<Guid>("select id from time_requests where case_id = $1 order by asked_at desc limit 1", id);
        return await Requests.DecideAsync(actor, new DecideTime(id, version, request, granted, "情况属实"));
    }

    private Task<DateTimeOffset> DueAsync(CaseNumber number) => DueAsync("select due_at from cases where number = $1", number);

    private async Task<DateTimeOffset> DueAsync(string sql, CaseNumber number) => new(await portal.AskAsync<DateTime>(sql, number.Value), TimeSpan.Zero);

    private async Task<ClockView> ViewAsync(Actor actor, CaseNumber number) => (await SeenAsync(actor, number)).ShouldNotBeNull();

    private async Task<ClockView?> SeenAsync(Actor actor, CaseNumber number)
    {
        var head = await portal.Reads.FindHeadAsync(actor, number);
        if (!head.IsOk)
            return null;
        var found = await portal.Get<ClockReadService>().FindAsync(actor, ClockSubject.Of(head.Value));
        return found.IsOk ? found.Value : null;
    }

    private async Task<List<CaseNumber>> ListAsync(Actor actor, CaseView view, CaseClockStanding standing) => [.. (await portal.Reads.ListAsync(
        actor, new CaseListCriteria { View = view, Clock = standing }, new PageRequest())).Value.Rows.Select(r => r.Number)];
}
