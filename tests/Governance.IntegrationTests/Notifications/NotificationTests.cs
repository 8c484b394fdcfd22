using Governance.Application.Cases;
using Governance.Application.Deadlines;
using Governance.Application.Notifications;
using Governance.Application.Platform;
using Governance.Application.Remarks;
using Governance.Application.Supervision;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Notifications;
using Governance.Domain.Platform;
using Governance.Domain.Supervision;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using static Governance.IntegrationTests.Notifications.NotificationDesk;

namespace Governance.IntegrationTests.Notifications;

/// <summary>Who is told what, from the step to the list, on the real database.</summary>
[Trait("Provision", "P36")]
public sealed class NotificationTests(PortalServices portal) : IClassFixture<PortalServices>, IAsyncLifetime
{
    private NotificationService Notifications => portal.Get<NotificationService>();

    public async Task InitializeAsync()
    {
        await portal.WithPeopleAsync();
        await portal.DrainAsync();
        await portal.ExecuteAsync("delete from notifications");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_assignment_is_told_to_the_department_and_gone_when_a_colleague_signs()
    {
        var number = await portal.MakeAsync(CaseState.Accepted);
        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Dispatch, body: People.Housing)).Errors.ShouldBeEmpty();
        await portal.DrainAsync();

        foreach (var handler in new[] { People.Handler, SecondHandler })
        {
            var told = (await portal.UnreadAsync(handler)).ShouldHaveSingleItem();
            (told.Number, told.Kind, told.Step, told.ActorName).ShouldBe((number, NotificationKind.Turn, CaseStepKind.Dispatch, People.Clerk.DisplayName));
        }
        foreach (var other in All.Except([People.Handler, SecondHandler]).Where(p => p.Role != Role.Auditor))
            (await portal.UnreadAsync(other)).ShouldBeEmpty(other.DisplayName);

        (await portal.TakeAsync(People.Handler, number, CaseStepKind.Sign)).Errors.ShouldBeEmpty();
        await portal.DrainAsync();
        (await portal.BellAsync(SecondHandler)).ShouldBe(0);
        var kept = (await Notifications.ListAsync(SecondHandler, false, new PageRequest())).Value.Rows.ShouldHaveSingleItem();
        (kept.IsRead, kept.IsSettled).ShouldBe((true, true));
    }

    [Fact]
    public async Task A_case_counts_once_until_it_was_read_and_then_again()
    {
        var number = await portal.MakeAsync(CaseState.Verifying);
        await portal.DrainAsync();
        (await portal.BellAsync(People.SecondClerk)).ShouldBe(1);
        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.FailVerification)).Errors.ShouldBeEmpty();
        (await portal.TakeAsync(People.Handler, number, CaseStepKind.SubmitResult)).Errors.ShouldBeEmpty();
        await portal.DrainAsync();
        (await portal.BellAsync(People.SecondClerk)).ShouldBe(1);

        var told = (await portal.UnreadAsync(People.SecondClerk)).Single();
        (await Notifications.OpenAsync(People.Clerk, told.Id)).Error.ShouldBeOfType<NotificationErrors.NotFound>("it is somebody else's");
        (await portal.BellAsync(People.SecondClerk)).ShouldBe(1);
        (await Notifications.OpenAsync(People.SecondClerk, told.Id)).Value.ShouldBe(number);
        (await portal.BellAsync(People.SecondClerk)).ShouldBe(0);

        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.FailVerification)).Errors.ShouldBeEmpty();
        (await portal.TakeAsync(People.Handler, number, CaseStepKind.SubmitResult)).Errors.ShouldBeEmpty();
        await portal.DrainAsync();
        (await portal.BellAsync(People.SecondClerk)).ShouldBe(1);
    }

    [Fact]
    public async Task Urging_and_instructions_bring_their_words()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await portal.DrainAsync();
        var (id, _) = await portal.IdentifyAsync(number);
        foreach (var kind in new[] { CaseStepKind.Urge, CaseStepKind.Instruct })
            (await portal.Get<RemarkService>().SayAsync(People.Leader, new SayRemark(id, kind, "请今天上门"))).Errors.ShouldBeEmpty();
        await portal.DrainAsync();

        var told = await portal.UnreadAsync(People.Handler);
        told.Select(t => t.Kind).ShouldBe([NotificationKind.Urge, NotificationKind.Instruction], ignoreOrder: true);
        told.ShouldAllBe(t => t.Note == "请今天上门");
        (await portal.UnreadAsync(People.Clerk)).Select(t => t.Kind).ShouldBe([NotificationKind.Instruction]);
        (await portal.UnreadAsync(People.Leader)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_about_time_reaches_who_decides_and_the_decision_who_asked()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await portal.DrainAsync();
        var (id, version) = await portal.IdentifyAsync(number);
        (await portal.Get<TimeRequestService>().AskExtensionAsync(People.Handler, new AskExtension(id, version, 2, "等配件"))).Errors.ShouldBeEmpty();
        await portal.DrainAsync();

        foreach (var clerk in new[] { People.Clerk, People.SecondClerk })
            (await portal.UnreadAsync(clerk)).Select(t => (t.Number, t.Kind, t.Step)).ShouldBe([(number, NotificationKind.TimeAsked, CaseStepKind.AskExtension)]);
        (await portal.BellAsync(People.Handler)).ShouldBe(0);
        (await portal.BellAsync(SecondHandler)).ShouldBe(0);

        (_, version) = await portal.IdentifyAsync(number);
        var request = await portal.AskAsync<Guid>("select id from time_requests where case_id = $1", id);
        (await portal.Get<TimeRequestService>().DecideAsync(People.Clerk, new DecideTime(id, version, request, false, "请按期办结"))).Errors.ShouldBeEmpty();
        await portal.DrainAsync();

        (await portal.UnreadAsync(People.Handler)).Select(t => (t.Kind, t.Note)).ShouldBe([(NotificationKind.TimeDecided, "请按期办结")]);
        (await portal.BellAsync(SecondHandler)).ShouldBe(0, "the colleague has not asked");
        (await portal.BellAsync(People.SecondClerk)).ShouldBe(0, "it was decided by a colleague");
    }

    [Fact]
    public async Task A_card_reaches_the_body_its_reply_the_leader_and_its_end_the_body_and_the_clock_urges_by_itself()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await portal.DrainAsync();
        async Task SayAsync(Actor actor, CaseStepKind kind)
        {
            var (id, version) = await portal.IdentifyAsync(number);
            var service = portal.Get<SupervisionService>();
            (await (kind switch
            {
                CaseStepKind.Supervise => service.SuperviseAsync(actor, new SuperviseCase(id, version, SupervisionLevel.Yellow, portal.Clock.Now.ChinaDay().AddDays(2), "请三日内办结")),
                CaseStepKind.ReplySupervision => service.ReplyAsync(actor, new SayOnSupervision(id, version, "已派人上门")),
                _ => service.LiftAsync(actor, new SayOnSupervision(id, version, "已办")),
            })).Errors.ShouldBeEmpty();
            await portal.DrainAsync();
        }
        async Task<List<(NotificationKind, CaseStepKind)>> ToldAsync(Actor person)
        {
            var told = (await portal.UnreadAsync(person)).Select(t => (t.Kind, t.Step)).ToList();
            await Notifications.ReadAsync(person, null);
            return told;
        }

        await SayAsync(People.Leader, CaseStepKind.Supervise);
        (await ToldAsync(People.Handler)).ShouldBe([(NotificationKind.Supervision, CaseStepKind.Supervise)]);
        (await ToldAsync(SecondHandler)).Count.ShouldBe(1);
        await SayAsync(People.Handler, CaseStepKind.ReplySupervision);
        (await ToldAsync(People.Leader)).ShouldBe([(NotificationKind.Supervision, CaseStepKind.ReplySupervision)]);
        await SayAsync(People.Centre, CaseStepKind.LiftSupervision);
        (await ToldAsync(People.Handler)).ShouldBe([(NotificationKind.Supervision, CaseStepKind.LiftSupervision)]);
        (await ToldAsync(People.Centre)).ShouldBeEmpty();

        // The pack says: urged at opening time, a working day before the end; nobody's hand is in it.
        var now = portal.Clock.Now;
        try
        {
            portal.Clock.Now = await portal.AskAsync<DateTime>("select due_at from cases where number = $1", number.Value);
            await portal.Get<TimedSteps>().RunAsync();
            await portal.DrainAsync();
            (await ToldAsync(People.Handler)).ShouldContain((NotificationKind.Urge, CaseStepKind.Urge));
        }
        finally
        {
            portal.Clock.Now = now;
        }
    }

    [Fact]
    public async Task What_a_person_may_not_know_of_any_more_is_neither_listed_nor_opened_and_soon_not_counted()
    {
        var number = await portal.MakeAsync(CaseState.Dispatched);
        await portal.DrainAsync();
        var told = (await portal.UnreadAsync(People.Handler)).Single();
        var moved = People.Handler with { BodyCode = People.Urban, BodyName = People.Urban };

        (await portal.UnreadAsync(moved)).ShouldBeEmpty();
        (await Notifications.OpenAsync(moved, told.Id)).Error.ShouldBeOfType<NotificationErrors.NotFound>();

        await portal.ExecuteAsync("update users set body_code = $1 where id = $2", People.Urban, People.Handler.UserId);
        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Recall)).Errors.ShouldBeEmpty();
        await portal.DrainAsync();
        (await portal.BellAsync(People.Handler)).ShouldBe(0);
        await portal.ExecuteAsync("update users set body_code = $1 where id = $2", People.Housing, People.Handler.UserId);
    }

    [Fact]
    public async Task A_locked_account_is_told_nothing()
    {
        await portal.ExecuteAsync("update users set lockout_end = '9999-01-01' where id = $1", SecondHandler.UserId);
        await portal.MakeAsync(CaseState.Dispatched);
        await portal.DrainAsync();
        await portal.ExecuteAsync("update users set lockout_end = null where id = $1", SecondHandler.UserId);

        (await portal.BellAsync(SecondHandler)).ShouldBe(0);
        (await portal.BellAsync(People.Handler)).ShouldBe(1);
    }

    [Fact]
    public async Task All_are_read_at_once_and_the_list_goes_on_page_by_page()
    {
        for (var i = 0; i < 5; i++)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
            await portal.MakeAsync(CaseState.Dispatched);
        }
        await portal.DrainAsync();

        var first = (await Notifications.ListAsync(People.Handler, true, new PageRequest(Size: 3))).Value;
        var second = (await Notifications.ListAsync(People.Handler, true, new PageRequest(first.Next, Size: 3))).Value;
        var back = (await Notifications.ListAsync(People.Handler, true, new PageRequest(second.Previous, Backwards: true, Size: 3))).Value;
        first.Rows.Concat(second.Rows).Select(r => r.At).ShouldBeInOrder(SortDirection.Descending);
        first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().Count().ShouldBe(5);
        (first.Previous, second.Next).ShouldBe((null, null));
        back.Rows.ShouldBe(first.Rows);

        (await Notifications.ReadAsync(People.Handler, null)).ShouldBe(5);
        (await portal.BellAsync(People.Handler)).ShouldBe(0);
        (await portal.BellAsync(SecondHandler)).ShouldBe(5);
    }

    [Fact]
    public async Task What_was_read_is_kept_for_a_quarter_and_what_nobody_reads_for_a_year()
    {
        var start = portal.Clock.Now;
        await portal.MakeAsync(CaseState.Dispatched);
        await portal.DrainAsync();
        await Notifications.ReadAsync(People.Handler, null);

        portal.Clock.Now = start.AddDays(NotificationService.DaysKeptRead + 1);
        await Notifications.ClearAsync();
        (await portal.ColumnAsync<Guid>("select recipient_id from notifications")).ShouldBe([SecondHandler.UserId]);
        portal.Clock.Now = start.AddDays(NotificationService.DaysKept + 1);
        await Notifications.ClearAsync();
        (await portal.AskAsync<long>("select count(*) from notifications")).ShouldBe(0);
        portal.Clock.Now = start;
    }

    [Fact]
    public async Task The_page_takes_two_statements_at_most_and_the_numbers_of_hundreds_one()
    {
        await portal.MakeAsync(CaseState.Dispatched);
        await portal.DrainAsync();

        (await portal.Sql.HearAsync(() => portal.UnreadAsync(People.Handler))).Count.ShouldBeLessThanOrEqualTo(2);
        var ids = Enumerable.Range(0, 500).Select(_ => Guid.NewGuid()).Append(People.Handler.UserId).ToList();
        (await portal.Sql.HearAsync(async () =>
            (await portal.Get<INotificationQueries>().CountUnreadAsync(ids, CancellationToken.None))[People.Handler.UserId].ShouldBe(1)))
            .Count.ShouldBe(1);
    }
}
