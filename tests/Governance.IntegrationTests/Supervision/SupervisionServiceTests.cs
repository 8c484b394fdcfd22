using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Supervision;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Supervision;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Supervision;

/// <summary>Supervision on the real database: by hand, by itself, and who may do what.</summary>
[Trait("Provision", "P36")]
public sealed class SupervisionServiceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private SupervisionService Service => portal.Get<SupervisionService>();

    [Fact]
    public async Task A_card_stands_out_in_lists_and_on_the_workbench_until_it_is_lifted()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        (await GiveAsync(People.Leader, number, SupervisionLevel.Yellow)).Errors.ShouldBeEmpty();

        (await portal.Reads.CountWorkAsync(People.Handler))!.Supervised.ShouldBeGreaterThan(0);
        (await ListAsync(People.Handler, CaseSupervisionStanding.Yellow)).ShouldContain(number);
        (await ListAsync(People.Leader, CaseSupervisionStanding.Supervised)).ShouldContain(number);
        (await ListAsync(People.Leader, CaseSupervisionStanding.Red)).ShouldNotContain(number);
        (await SayAsync(People.Handler, number, CaseStepKind.ReplySupervision)).Errors.ShouldBeEmpty();
        (await SayAsync(People.Centre, number, CaseStepKind.LiftSupervision)).Errors.ShouldBeEmpty();

        (await ListAsync(People.Leader, CaseSupervisionStanding.Supervised)).ShouldNotContain(number);
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1", number.Value))
            .ShouldBe(["case.supervise", "case.replysupervision", "case.liftsupervision"], ignoreOrder: true);
    }

    [Fact]
    public async Task Time_urges_then_gives_a_yellow_and_a_red_card_each_once()
    {
        // Heating, three working days: due on Friday the 13th.
        var number = await portal.MakeAsync(CaseState.Handling);
        try
        {
            foreach (var (now, supervision, kinds) in new[]
            {
                ("2026-03-11 12:00", "", 0), ("2026-03-12 09:00", "", 1), ("2026-03-16 07:00", "", 2), ("2026-03-16 09:00", "Yellow", 3),
                ("2026-03-17 09:00", "Yellow", 3), ("2026-03-20 09:00", "Red", 4), ("2026-05-20 09:00", "Red", 4),
            })
            {
                portal.Clock.Now = DateTimeOffset.Parse(now + " +08:00", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
                await portal.Get<TimedSteps>().RunAsync();
                await portal.Get<TimedSteps>().RunAsync();
                (await portal.AskAsync<string>("select coalesce(supervision, '') from cases where number = $1", number.Value)).ShouldBe(supervision, now);
                (await portal.AskAsync<long>("""
                    select count(*) from case_steps s join cases c on c.id = s.case_id where c.number = $1 and s.actor_id is null and s.kind in ('Urge', 'Supervise')
                    """, number.Value)).ShouldBe(kinds, now);
            }
            var open = (await ViewAsync(People.Handler, number)).Open.ShouldNotBeNull();
            (open.BodyCode, open.ThresholdId, open.IssuedByName).ShouldBe((People.Housing, "red-overdue", "系统"));
            (await portal.AskAsync<bool>("select watch_at is null from cases where number = $1", number.Value)).ShouldBeTrue();
        }
        finally
        {
            portal.Clock.Now = PortalServices.Start;
        }
    }

    /// <summary>Who may do what about a case of Clerk's township that Handler's department leads.</summary>
    [Fact]
    public async Task Every_role_does_what_it_may_and_nothing_else()
    {
        foreach (var (actor, above, replies) in new[]
        {
            (People.Clerk, false, false), (People.Centre, true, false), (People.CityCentre, true, false), (People.Handler, false, true),
            (People.GridMember, false, false), (People.Leader, true, false), (People.Auditor, false, false), (People.Administrator, false, false),
            (People.UrbanHandler, false, false), (People.ClerkElsewhere, false, false), (People.CentreElsewhere, false, false),
        })
        {
            var number = await portal.MakeAsync(CaseState.Handling);
            (await GiveAsync(actor, number, SupervisionLevel.Yellow)).IsOk.ShouldBe(above, $"{actor.Role} {actor.BodyCode} gives");
            if (!above)
                (await GiveAsync(People.Leader, number, SupervisionLevel.Yellow)).Errors.ShouldBeEmpty();
            if ((await portal.Reads.FindHeadAsync(actor, number)).IsOk)
                (await ViewAsync(actor, number)).Kinds.ShouldBe(
                    above ? [CaseStepKind.Supervise, CaseStepKind.LiftSupervision] : replies ? [CaseStepKind.ReplySupervision] : [], $"{actor.Role} {actor.BodyCode}");
            (await SayAsync(actor, number, CaseStepKind.ReplySupervision)).IsOk.ShouldBe(replies, $"{actor.Role} {actor.BodyCode} replies");
            (await SayAsync(actor, number, CaseStepKind.LiftSupervision)).IsOk.ShouldBe(above, $"{actor.Role} {actor.BodyCode} lifts");
        }
    }

    [Fact]
    public async Task A_case_that_is_closed_is_supervised_no_more()
    {
        var number = await portal.MakeAsync(CaseState.Verified);
        (await GiveAsync(People.Centre, number, SupervisionLevel.Red)).Errors.ShouldBeEmpty();

        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Close)).Errors.ShouldBeEmpty();

        (await portal.AskAsync<bool>("select supervision is null and watch_at is null from cases where number = $1", number.Value)).ShouldBeTrue();
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1", number.Value)).ShouldContain("case.liftsupervision");
    }

    private async Task<Result<CaseNumber>> GiveAsync(Actor actor, CaseNumber number, SupervisionLevel level)
    {
        var (id, version) = await portal.IdentifyAsync(number);
        return await Service.SuperviseAsync(actor, new SuperviseCase(id, version, level, new DateOnly(2026, 3, 12), "请三日内办结"));
    }

    private async Task<Result<CaseNumber>> SayAsync(Actor actor, CaseNumber number, CaseStepKind kind)
    {
        var (id, version) = await portal.IdentifyAsync(number);
        var command = new SayOnSupervision(id, version, "已派人上门");
        return kind == CaseStepKind.ReplySupervision ? await Service.ReplyAsync(actor, command) : await Service.LiftAsync(actor, command);
    }

    private async Task<SupervisionView> ViewAsync(Actor actor, CaseNumber number) => (await portal.Get<SupervisionReadService>().FindAsync(
        actor, (await portal.Reads.FindHeadAsync(actor, number)).Value)).Value;

    private async Task<List<CaseNumber>> ListAsync(Actor actor, CaseSupervisionStanding standing) => [.. (await portal.Reads.ListAsync(
        actor, new CaseListCriteria { Supervision = standing }, new PageRequest())).Value.Rows.Select(r => r.Number)];
}
