using System.Net;
using Governance.Application.Procedures;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;
using Governance.Infrastructure.Cities;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Procedures;

/// <summary>The city confirms limits that the pack cannot vouch for.</summary>
[Trait("Provision", "P32")]
public sealed class ProcedureLimitTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private ProcedureLimitService Service => portal.Get<ProcedureLimitService>();

    [Fact]
    public async Task A_confirmed_limit_counts_for_what_begins_afterwards_and_survives_a_restart()
    {
        var before = await portal.MakeAsync(CaseState.Handling);
        await portal.WalkAsync(People.Clerk, before, "admin-mediation", "accept");
        (await portal.TabAsync(People.Clerk, before)).Procedures.Single().Record.DueAt.ShouldBeNull();

        (await Service.ConfirmAsync(People.Administrator, new ConfirmLimit("AM-01", 20, ProcedureLimitUnit.WorkingDay, "本市行政调解办法第十二条", null))).Errors.ShouldBeEmpty();

        var after = await portal.MakeAsync(CaseState.Handling);
        await portal.WalkAsync(People.Clerk, after, "admin-mediation", "accept");
        var view = (await portal.TabAsync(People.Clerk, after)).Procedures.Single();
        view.Record.DueAt.ShouldBe(ProcedureClock.Count(view.Limit!, portal.Today(), portal.Get<ReferenceData>().Calendar));
        (view.Limit!.DisplayText, view.Limit.Standing).ShouldBe(("20 个工作日", "本市已确认"));
        (await portal.TabAsync(People.Clerk, before)).Procedures.Single().Record.DueAt.ShouldBeNull();
        (await portal.ColumnAsync<string>("select detail from audit_entries where action = 'settings.confirm-limit'")).ShouldHaveSingleItem()
            .ShouldBe("行政调解，行政调解期限：未定 改为 20 个工作日，依据：本市行政调解办法第十二条");

        await portal.ReconnectAsync(portal.Postgres.ConnectionString);
        portal.Pack.Procedures.FindLimit("AM-01")!.DisplayText.ShouldBe("20 个工作日");
        var shown = portal.Pack.Procedures.FindLimit("AM-01")!.Confirmed!.At;
        (await Service.ConfirmAsync(People.Administrator, new ConfirmLimit("AM-01", 30, ProcedureLimitUnit.WorkingDay, "修订", null))).Error.ShouldBeOfType<ProcedureErrors.LimitChanged>();
        (await Service.ConfirmAsync(People.Administrator, new ConfirmLimit("AM-01", 30, ProcedureLimitUnit.WorkingDay, "修订", shown))).Errors.ShouldBeEmpty();
        portal.Pack.Procedures.FindLimit("AM-01")!.DisplayText.ShouldBe("30 个工作日");
    }

    [Fact]
    public async Task Only_the_citys_administrator_speaks_for_it_and_never_over_the_law()
    {
        var said = new ConfirmLimit("TM-01", 15, ProcedureLimitUnit.WorkingDay, "本市规定", null);
        foreach (var actor in new[] { People.Clerk, People.Centre, People.CityCentre, People.Handler, People.Leader, People.Auditor, People.GridMember,
            People.Administrator with { Scope = AreaCode.Parse(People.County) } })
            (await Service.ConfirmAsync(actor, said)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>(actor.Role.ToString());
        (await Service.ConfirmAsync(People.Administrator, said with { LimitId = "LD-04" })).Error.ShouldBeOfType<ProcedureErrors.SetByLaw>();
        (await Service.ConfirmAsync(People.Administrator, said with { Value = 0, Ground = " " })).Errors.Select(e => e.Field).ShouldBe(["Value", "Ground"]);
        portal.Pack.Procedures.FindLimit("TM-01")!.IsSettled.ShouldBeFalse();
    }
}

/// <summary>The pages as a browser gets them.</summary>
[Trait("Provision", "P32")]
public sealed class ProcedurePageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Every_limit_says_what_it_rests_on_and_what_waits_for_the_city()
    {
        using var browser = await portal.OpenAsync(Role.CentreStaff);
        var page = await browser.OpenAsync("/settings/procedure-limits");

        var rows = page.QuerySelectorAll(".list-panel tbody tr");
        rows.Length.ShouldBeGreaterThan(40);
        foreach (var row in rows)
        {
            var check = row.QuerySelector("[data-label=核对]")!.TextContent;
            if (check.Contains("已核对原文", StringComparison.Ordinal))
                row.QuerySelector("[data-label=依据]")!.TextContent.ShouldContain("「");
            else
                check.ShouldContain("待本市确认");
        }
        page.Body!.TextContent.ShouldNotContain("重新确认");
    }

    [Fact]
    public async Task The_lists_open_for_who_works_on_cases_and_for_nobody_else()
    {
        using var clerk = await portal.OpenAsync(Role.TownshipClerk);
        foreach (var address in new[] { "/procedures", "/procedures?standing=to-confirm&way=mediation&mine=yes&area=150102000000&body=调解", "/procedures?standing=nonsense&after=x" })
            (await clerk.OpenAsync(address)).QuerySelector("h1")!.TextContent.ShouldContain("化解程序");
        (await clerk.GetAsync("/settings/procedure-limits")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var auditor = await portal.OpenAsync(Role.Auditor);
        (await auditor.GetAsync("/procedures")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
