using Governance.Application.Remarks;
using Governance.Domain.Cases;
using Governance.Domain.Notifications;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Notifications;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Remarks;

/// <summary>Naming people in a note: who is offered, who is told, who cannot be named.</summary>
[Trait("Provision", "P36")]
public sealed class MentionServiceTests(PortalServices portal) : IClassFixture<PortalServices>, IAsyncLifetime
{
    private RemarkService Remarks => portal.Get<RemarkService>();

    public async Task InitializeAsync()
    {
        await portal.WithPeopleAsync();
        await portal.DrainAsync();
        await portal.ExecuteAsync("delete from notifications");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_person_named_in_a_note_is_told_with_its_words_and_stands_in_the_timeline()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await portal.DrainAsync();
        await portal.ExecuteAsync("delete from notifications");
        var (id, _) = await portal.IdentifyAsync(number);

        (await Remarks.SayAsync(People.Clerk, new SayRemark(id, CaseStepKind.Comment, "@周涛 请补充现场照片"))).Errors.ShouldBeEmpty();
        await portal.DrainAsync();

        var told = (await portal.UnreadAsync(People.Handler)).ShouldHaveSingleItem();
        (told.Kind, told.Note).ShouldBe((NotificationKind.Mention, "@周涛 请补充现场照片"));
        (await portal.BellAsync(NotificationDesk.SecondHandler)).ShouldBe(0);
        (await portal.Reads.FindAsync(People.Clerk, number)).Value.Case.Steps[^1].Mentions
            .ShouldBe([new Mention(People.Handler.UserId, "周涛")]);
    }

    [Fact]
    public async Task Only_people_who_may_know_of_the_case_are_offered_or_named()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var (id, _) = await portal.IdentifyAsync(number);

        (await Remarks.FindPeopleAsync(People.Clerk, id, "")).Select(p => p.DisplayName).ShouldBe(["李强", "周涛", "韩梅"], ignoreOrder: true);
        (await Remarks.FindPeopleAsync(People.Clerk, id, "@周")).Select(p => p.DisplayName).ShouldBe(["周涛"]);
        (await Remarks.FindPeopleAsync(People.UrbanHandler, id, "")).ShouldBeEmpty("it may not know of the case");
        foreach (var other in new[] { People.UrbanHandler, People.ClerkElsewhere })
            (await Remarks.SayAsync(People.Clerk, new SayRemark(id, CaseStepKind.Comment, $"@{other.DisplayName} 请看"))).Error
                .ShouldBeOfType<RemarkErrors.CannotBeMentioned>();
        (await portal.CountAuditAsync(number)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_cannot_see_the_case_any_more_is_not_told()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await portal.DrainAsync();
        await portal.ExecuteAsync("delete from notifications");
        var (id, _) = await portal.IdentifyAsync(number);
        (await Remarks.SayAsync(People.Clerk, new SayRemark(id, CaseStepKind.Comment, "@周涛 请看"))).Errors.ShouldBeEmpty();
        await portal.ExecuteAsync("update users set body_code = $1 where id = $2", People.Urban, People.Handler.UserId);
        await portal.DrainAsync();
        await portal.ExecuteAsync("update users set body_code = $1 where id = $2", People.Housing, People.Handler.UserId);

        (await portal.BellAsync(People.Handler)).ShouldBe(0);
    }
}
