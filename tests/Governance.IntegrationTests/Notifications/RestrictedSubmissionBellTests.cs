using Governance.Application.Notifications;
using Governance.Application.Platform;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.Domain.Submissions;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Restricted;
using Governance.IntegrationTests.Support;
using static Governance.IntegrationTests.Notifications.NotificationDesk;

namespace Governance.IntegrationTests.Notifications;

/// <summary>A restricted submission rings for its circle, for nobody else, and says nothing of itself (P36, P53).</summary>
[Trait("Provision", "P36")]
[Trait("Provision", "P53")]
public sealed class RestrictedSubmissionBellTests(PortalServices portal) : IClassFixture<PortalServices>, IAsyncLifetime
{
    private static readonly Actor Teacher = People.Person(Role.DepartmentHandler, People.County + "-education", People.County, "梁老师");
    private static readonly Actor OtherTeacher = People.Person(Role.DepartmentHandler, People.OtherCounty + "-education", People.OtherCounty, "何老师");

    private NotificationService Notifications => portal.Get<NotificationService>();

    private SubmissionService Submissions => portal.Get<SubmissionService>();

    public async Task InitializeAsync()
    {
        await portal.WithPeopleAsync(Teacher, OtherTeacher, People.CentreElsewhere);
        await portal.DrainAsync();
        await portal.ExecuteAsync("delete from notifications");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task It_rings_for_the_circle_only_and_says_nothing_but_that_something_waits()
    {
        await SendAsync();

        foreach (var member in new[] { People.Centre, Teacher })
        {
            (await portal.BellAsync(member)).ShouldBe(1, member.DisplayName);
            (await Notifications.TellsOfSubmissionsAsync(member)).ShouldBeTrue();
            foreach (var unreadOnly in new[] { true, false })
                (await Notifications.ListAsync(member, unreadOnly, new PageRequest())).Value.Rows.ShouldBeEmpty("it is in no list");
        }
        foreach (var other in All.Except([People.Centre]).Concat([OtherTeacher, People.CentreElsewhere]))
        {
            (await portal.BellAsync(other)).ShouldBe(0, other.DisplayName);
            (await Notifications.TellsOfSubmissionsAsync(other)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Going_to_look_settles_the_own_bell_and_not_that_of_the_others()
    {
        await SendAsync();
        await SendAsync();
        (await portal.BellAsync(People.Centre)).ShouldBe(2);

        (await Notifications.OpenSubmissionsAsync(People.Centre)).ShouldBe(2);

        (await portal.BellAsync(People.Centre)).ShouldBe(0);
        (await Notifications.TellsOfSubmissionsAsync(People.Centre)).ShouldBeFalse();
        (await portal.BellAsync(Teacher)).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_decided_on_rings_no_more()
    {
        var id = await SendAsync();

        (await Submissions.RefuseAsync(People.Centre, new ReplyToSubmission(id, await VersionAsync(id), "不属于本地"))).Errors.ShouldBeEmpty();
        await portal.DrainAsync();

        (await portal.BellAsync(Teacher)).ShouldBe(0);
        (await portal.AskAsync<long>("select count(*) from notifications")).ShouldBe(0);
    }

    [Fact]
    public async Task Handed_over_it_rings_for_the_new_circle_and_is_taken_from_the_old()
    {
        var id = await SendAsync();

        (await Submissions.HandOverAsync(People.Centre, new HandOverSubmission(id, await VersionAsync(id), AreaCode.Parse(People.OtherCounty)))).Errors.ShouldBeEmpty();
        await portal.DrainAsync();

        foreach (var member in new[] { People.CentreElsewhere, OtherTeacher })
            (await portal.BellAsync(member)).ShouldBe(1, member.DisplayName);
        foreach (var former in new[] { People.Centre, Teacher })
            (await portal.BellAsync(former)).ShouldBe(0, former.DisplayName);
    }

    [Fact]
    public async Task A_question_ends_it_and_the_answer_rings_again()
    {
        var id = await SendAsync();
        (await Submissions.AskAsync(People.Centre, new ReplyToSubmission(id, await VersionAsync(id), "哪个班？"))).Errors.ShouldBeEmpty();
        await portal.DrainAsync();
        (await portal.BellAsync(Teacher)).ShouldBe(0);

        var number = await portal.AskAsync<string>("select number from submissions where id = $1", id);
        (await Submissions.AnswerAsync(new AnswerQuestion(number, "7531", "三年级二班"))).Errors.ShouldBeEmpty();
        await portal.DrainAsync();

        foreach (var member in new[] { People.Centre, Teacher })
            (await portal.BellAsync(member)).ShouldBe(1, member.DisplayName);
    }

    [Fact]
    public async Task Who_is_seated_later_is_told_then()
    {
        var elsewhere = AreaCode.Parse("150105000000");
        var centre = People.Person(Role.CentreStaff, "150105000000-centre", "150105000000", "新来的");
        await portal.ExecuteAsync("update users set lockout_end = $1 where body_code = '150100000000-centre'", Infrastructure.Platform.PortalUser.SuspendedUntil);
        await SendAsync(elsewhere);
        await portal.AddAccountAsync(centre);
        (await portal.BellAsync(centre)).ShouldBe(0);

        await portal.Get<TimedSteps>().RunAsync();
        await portal.DrainAsync();

        (await portal.BellAsync(centre)).ShouldBe(1);
        await portal.ExecuteAsync("update users set lockout_end = null where body_code = '150100000000-centre'");
    }

    [Fact]
    public async Task An_ordinary_submission_of_a_citizen_is_told_to_nobody()
    {
        (await Submissions.ReceiveAsync(SubmissionSource.Web, Draft() with { CategoryCode = "", Incident = null, Title = "路灯不亮", Description = "路灯坏了" })).Errors.ShouldBeEmpty();

        (await portal.AskAsync<long>("select count(*) from outbox_messages")).ShouldBe(0);
    }

    private static SubmissionDraft Draft() => new(Guid.NewGuid().ToString("N"), "金丝雀标题", "金丝雀经过")
    {
        Place = AreaCode.Parse(People.Township), PlaceText = "某中学", CategoryCode = "0806", ContactPhone = "13900007531", Confidential = true,
        Incident = new IncidentDraft("受伤者", "动手者", ReporterRole.Student, AnswerWish.Online),
    };

    private async Task<Guid> SendAsync(AreaCode? place = null)
    {
        var received = await Submissions.ReceiveAsync(SubmissionSource.Bullying, Draft() with { Place = place ?? AreaCode.Parse(People.Township) });
        received.Errors.ShouldBeEmpty();
        await portal.DrainAsync();
        return await portal.AskAsync<Guid>("select id from submissions where number = $1", received.Value.Number.Value);
    }

    private Task<uint> VersionAsync(Guid id) => portal.AskAsync<uint>("select xmin from submissions where id = $1", id);
}
