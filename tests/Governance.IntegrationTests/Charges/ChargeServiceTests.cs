using Governance.Application.Charges;
using Governance.Domain.Cases;
using Governance.Domain.Charges;
using Governance.Domain.Common;
using Governance.Domain.Notifications;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Notifications;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Charges;

/// <summary>包案 and 批示落实 on the real database.</summary>
[Trait("Provision", "P36")]
public sealed class ChargeServiceTests(PortalServices portal) : IClassFixture<PortalServices>, IAsyncLifetime
{
    private ChargeService Charges => portal.Get<ChargeService>();

    public Task InitializeAsync() => portal.WithPeopleAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_leader_in_charge_is_told_finds_the_case_in_the_own_list_and_follows_it_up()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var (id, _) = await portal.IdentifyAsync(number);
        (await Charges.FindLeadersAsync(People.Centre, CaseMaker.Facts.Place, "郑")).ShouldHaveSingleItem().UserId.ShouldBe(People.Leader.UserId);
        (await Charges.TakeAsync(People.Centre, new ChargeStep(id, CaseStepKind.NameInCharge, "", People.Leader.UserId, 5))).Errors.ShouldBeEmpty();
        await portal.DrainAsync();

        (await portal.UnreadAsync(People.Leader)).ShouldContain(n => n.Number == number && n.Kind == NotificationKind.Mention);
        var mine = (await Charges.ListOwnAsync(People.Leader)).Value.Single(r => r.Number == number);
        mine.FollowUpOn.ShouldBe(portal.Clock.Now.ChinaDay().AddDays(5));
        var now = portal.Clock.Now;
        foreach (var (days, isOverdue) in new[] { (5, false), (6, true) })
        {
            portal.Clock.Now = now.AddDays(days);
            (await portal.Reads.CountWorkAsync(People.Leader)).ShouldNotBeNull().FollowUpsOverdue.ShouldBe(
                (await Charges.ListOwnAsync(People.Leader)).Value.Count(r => r.FollowUpOn < portal.Clock.Now.ChinaDay()));
            (mine.FollowUpOn < portal.Clock.Now.ChinaDay()).ShouldBe(isOverdue);
        }
        portal.Clock.Now = now;
        (await Charges.TakeAsync(People.Leader, new ChargeStep(id, CaseStepKind.FollowUp, "已到现场查看"))).Errors.ShouldBeEmpty();
        (await Charges.FindAsync(People.Handler, id)).Value.Steps.Select(s => s.Kind).ShouldBe([CaseStepKind.FollowUp, CaseStepKind.NameInCharge]);
        (await portal.CountAuditAsync(number)).ShouldBe(2);
    }

    [Fact]
    public async Task A_report_on_an_instruction_reaches_the_leader_who_gave_it()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var (id, _) = await portal.IdentifyAsync(number);
        (await portal.Get<Application.Remarks.RemarkService>().SayAsync(People.Leader, new Application.Remarks.SayRemark(id, CaseStepKind.Instruct, "请当日上门"))).Errors.ShouldBeEmpty();
        (await Charges.FindAsync(People.Handler, id)).Value.AwaitsReport.ShouldBeTrue();
        (await Charges.TakeAsync(People.Handler, new ChargeStep(id, CaseStepKind.ReportInstruction, "已上门，暖气恢复"))).Errors.ShouldBeEmpty();
        await portal.DrainAsync();

        (await portal.UnreadAsync(People.Leader)).ShouldContain(n => n.Number == number && n.Note == "已上门，暖气恢复");
        (await Charges.FindAsync(People.Handler, id)).Value.AwaitsReport.ShouldBeFalse();
    }

    /// <summary>Who may do what on a case of Clerk's township that Handler's department leads.</summary>
    [Fact]
    public async Task Every_role_does_what_it_may_and_nothing_else()
    {
        CaseStepKind[] all = [CaseStepKind.NameInCharge, CaseStepKind.FollowUp, CaseStepKind.EndCharge, CaseStepKind.ReportInstruction];
        foreach (var (actor, may) in new (Actor, CaseStepKind[])[]
        {
            (People.Centre, [all[0], all[2]]), (People.CityCentre, [all[0], all[2]]), (People.Leader, [all[0], all[1], all[2]]), (People.Clerk, [all[3]]),
            (People.Handler, [all[3]]), (People.GridMember, []), (People.UrbanHandler, []), (People.Auditor, []), (People.Administrator, []),
            (People.ClerkElsewhere, []), (People.CentreElsewhere, []),
        })
            foreach (var kind in all)
            {
                var number = await portal.MakeAsync(CaseState.Handling);
                var (id, _) = await portal.IdentifyAsync(number);
                (await Charges.TakeAsync(People.Centre, new ChargeStep(id, CaseStepKind.NameInCharge, "", People.Leader.UserId, 9))).Errors.ShouldBeEmpty();
                (await portal.Get<Application.Remarks.RemarkService>().SayAsync(People.Leader, new Application.Remarks.SayRemark(id, CaseStepKind.Instruct, "请上门"))).Errors.ShouldBeEmpty();
                (await Charges.TakeAsync(actor, new ChargeStep(id, kind, "说明", People.Leader.UserId, 3))).IsOk.ShouldBe(may.Contains(kind), $"{actor.DisplayName} {actor.Role} {kind}");
            }
    }
}
