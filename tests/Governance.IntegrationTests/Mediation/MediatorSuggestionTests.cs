using Governance.Application.Mediation;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Mediation;

/// <summary>Mediators for a case, on a real database.</summary>
[Trait("Provision", "P34")]
public sealed class MediatorSuggestionTests(PortalServices portal) : IClassFixture<PortalServices>
{
    [Fact]
    public async Task A_case_gets_the_mediators_who_serve_its_place_with_reasons_and_whom_to_leave_out()
    {
        var committee = await portal.FoundAsync(People.Centre, "街道调委会");
        await portal.AppointAsync(People.Centre, "街道通才", committee);
        await portal.AppointAsync(People.Centre, "供热专长", committee, specialities: ["0301"]);
        await portal.AppointAsync(People.Centre, "吴反映", committee, specialities: ["0301"]);
        var away = await portal.AppointAsync(People.Centre, "休假者", committee, specialities: ["0301"]);
        await portal.AppointAsync(People.CentreElsewhere, "外区人", area: People.OtherCountyTownship, specialities: ["0301"]);
        await portal.AppointAsync(People.Centre, "邻街人", area: People.OtherTownship, specialities: ["0301"]);
        var today = portal.Clock.Now.ChinaDay();
        (await portal.Get<MediatorService>().TakeLeaveAsync(People.Centre, new TakeLeave(away, today, today, LeaveKind.Sick))).IsOk.ShouldBeTrue();
        var number = await portal.RegisterAsync(People.Clerk, name: "吴反映", phone: "13800001111");

        var suggestions = (await FindAsync(People.Clerk, number)).Value;
        var found = suggestions.Ranked;

        found.Select(f => f.Candidate.Name).ShouldBe(["供热专长", "街道通才"]);
        found[0].Reasons.ShouldBe(["专长相符：停暖供热", "服务本乡镇街道", "在办 0 件", "近一年没有办结", "不在休假"]);
        suggestions.LeftOut.Select(l => (l.Candidate.Name, l.Why)).ShouldBe(
            [("休假者", $"休假至 {today.Month}月{today.Day}日"), ("吴反映", "与本案反映人同名或者同一电话，应当回避")], ignoreOrder: true);
        // By name one finds those of the county who serve elsewhere, and is told so; never those of another county.
        (await FindAsync(People.Clerk, number, "人")).Value.Ranked.Select(f => f.Candidate.Name).ShouldBe(["邻街人"]);
        (await FindAsync(People.Clerk, number, "人")).Value.Ranked[0].Reasons[1].ShouldStartWith("服务地区是");
    }

    [Fact]
    public async Task Who_may_not_know_of_the_case_gets_no_mediators_for_it()
    {
        var number = await portal.RegisterAsync(People.Clerk);

        (await FindAsync(People.ClerkElsewhere, number)).Error.ShouldBeOfType<CaseErrors.NotFound>();
        (await FindAsync(People.UrbanHandler, number)).Error.ShouldBeOfType<CaseErrors.NotFound>();
        (await FindAsync(People.Auditor, number)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
    }

    [Fact]
    public async Task A_medical_dispute_goes_to_the_committee_for_medical_disputes_first()
    {
        var medical = await portal.FoundAsync(People.CityCentre, "市医疗纠纷人民调解委员会", CommitteeKind.Trade, People.City, ["0902"]);
        await portal.AppointAsync(People.CityCentre, "医调员", medical, People.City);
        await portal.AppointAsync(People.Centre, "社区通才");

        var found = (await portal.Get<MediatorSuggestion>().FindAsync(People.Clerk, "0902", Domain.Organisation.AreaCode.Parse(People.Village))).Value.Ranked;

        found[0].Candidate.Name.ShouldBe("医调员");
        found[0].Reasons[0].ShouldBe("医疗纠纷有专门的调解委员会");
    }

    [Fact]
    public async Task A_suggestion_takes_few_statements()
    {
        await portal.AppointAsync(People.Centre, "一人");
        var number = await portal.RegisterAsync(People.Clerk);

        (await portal.Sql.HearAsync(() => FindAsync(People.Clerk, number))).Count.ShouldBeLessThanOrEqualTo(3);
    }

    private Task<Result<MediatorSuggestions>> FindAsync(Actor actor, CaseNumber number, string? text = null) =>
        portal.Get<MediatorSuggestion>().FindAsync(actor, number, text);
}
