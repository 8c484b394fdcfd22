using System.Net;
using Governance.Application.Mediation;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Mediation;

/// <summary>The pages of mediation through the real host.</summary>
public sealed class MediationPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_public_sees_committees_and_the_list_and_no_person()
    {
        var id = await FoundAsync("公开调委会");
        await AppointAsync("不该公开的人", id);
        using var stranger = portal.Open();

        var page = await stranger.OpenAsync("/mediation?area=" + People.County);
        page.Body!.TextContent.ShouldContain("公开调委会");
        page.Body.TextContent.ShouldContain("0471-6543210");
        page.Body.TextContent.ShouldNotContain("刘主任");
        page.Body.TextContent.ShouldNotContain("不该公开的人");
        (await stranger.OpenAsync("/mediation/list")).Body!.TextContent.ShouldContain("还没有公布清单");
        (await stranger.GetAsync("/mediation/mediators")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_clerk_reads_the_registers_and_is_offered_nothing_to_change()
    {
        var id = await FoundAsync("只读调委会");
        var mediator = await AppointAsync("只读员", id);
        using var clerk = await portal.OpenAsync(Role.TownshipClerk, People.Township);

        var list = await clerk.OpenAsync("/mediation/mediators?q=只读员");
        list.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        list.Body!.TextContent.ShouldNotContain("聘任调解员");
        var page = await clerk.OpenAsync($"/mediation/mediators/{mediator}");
        page.Body!.TextContent.ShouldContain("139****0000");
        page.Body.TextContent.ShouldNotContain("解聘依据");
        (await clerk.GetAsync("/mediation/mediators/new")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.GetAsync($"/mediation/mediators/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var elsewhere = await portal.OpenAsync(Role.TownshipClerk, People.OtherCountyTownship);
        (await elsewhere.GetAsync($"/mediation/committees/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_registers_are_exported_with_an_audit_entry_and_without_phones()
    {
        await AppointAsync("导出员", await FoundAsync("导出调委会"));
        using var centre = await portal.OpenAsync(Role.CentreStaff);

        foreach (var register in new[] { "committees", "mediators" })
        {
            var file = await centre.GetAsync($"/mediation/{register}/export?q=导出");
            file.StatusCode.ShouldBe(HttpStatusCode.OK);
            file.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        }

        await using var command = portal.Postgres.DataSource.CreateCommand(
            "select count(*) from audit_entries where action in ('committee.export', 'mediator.export') and detail = '导出 1 行'");
        ((long)(await command.ExecuteScalarAsync())!).ShouldBe(2);
        using var auditor = await portal.OpenAsync(Role.Auditor);
        (await auditor.GetAsync("/mediation/mediators/export")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<Guid> FoundAsync(string name)
    {
        var founded = await portal.Services.GetRequiredService<CommitteeService>().FoundAsync(People.Centre, MediationMaker.Committee(name));
        founded.Errors.ShouldBeEmpty();
        return founded.Value;
    }

    private async Task<Guid> AppointAsync(string name, Guid committee)
    {
        var appointed = await portal.Services.GetRequiredService<MediatorService>().AppointAsync(People.Centre, new AppointMediator(
            MediationMaker.Mediator(name, committee), "13900000000", new Appointment(DateTimeOffset.UtcNow.ChinaDay(), null, "聘书")));
        appointed.Errors.ShouldBeEmpty();
        return appointed.Value;
    }
}
