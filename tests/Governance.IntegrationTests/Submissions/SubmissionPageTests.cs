using System.Net;
using Governance.Application.Submissions;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Submissions;

/// <summary>The pages around submissions as a browser gets them: who gets in, what is shown, what the citizen reads.</summary>
public sealed class SubmissionPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Phone = "13900007531";

    [Fact]
    public async Task The_inbox_opens_for_reviewers_of_the_place_and_shows_no_person()
    {
        var number = await ReceiveAsync("小区路灯不亮");
        using var clerk = await host.OpenAsync(Role.TownshipClerk, People.Township);

        var list = await clerk.OpenAsync("/submissions");
        list.QuerySelector($"a[href='/submissions/{number.Value}']").ShouldNotBeNull().TextContent.ShouldContain("小区路灯不亮");
        list.QuerySelector("#menu .menu-count").ShouldNotBeNull();
        var item = await clerk.OpenAsync($"/submissions/{number.Value}");
        foreach (var page in new[] { list, item })
        {
            page.DocumentElement.OuterHtml.ShouldNotContain(Phone);
            page.DocumentElement.OuterHtml.ShouldNotContain("张三丰");
        }
        item.DocumentElement.OuterHtml.ShouldContain("139****7531");

        using var stranger = await host.OpenAsync(Role.TownshipClerk, People.OtherCountyTownship);
        (await stranger.OpenAsync("/submissions")).QuerySelector($"a[href='/submissions/{number.Value}']").ShouldBeNull();
        var refused = await stranger.GetAsync($"/submissions/{number.Value}");
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await refused.Content.ReadAsStringAsync()).ShouldNotContain("路灯");
        (await stranger.OpenAsync("/submissions?view=all&q=" + number.Value)).QuerySelector(".data-table").ShouldBeNull();
    }

    [Theory]
    [InlineData(Role.DepartmentHandler)]
    [InlineData(Role.GridMember)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.SystemAdministrator)]
    public async Task The_inbox_is_closed_to_other_roles(Role role)
    {
        var number = await ReceiveAsync("小区路灯不亮");
        using var browser = await host.OpenAsync(role);

        foreach (var address in new[] { "/submissions", $"/submissions/{number.Value}" })
            (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.OpenAsync("/")).QuerySelector("#menu a[href='/submissions']").ShouldBeNull();
        (await browser.GetAsync("/clients")).StatusCode.ShouldBe(role == Role.SystemAdministrator ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Filters_live_in_the_address_and_nonsense_in_it_does_no_harm()
    {
        var number = await ReceiveAsync("小区路灯不亮");
        using var clerk = await host.OpenAsync(Role.TownshipClerk, People.Township);

        (await clerk.OpenAsync($"/submissions?q={number.Value}")).QuerySelectorAll(".data-table tbody tr").Length.ShouldBe(1);
        (await clerk.OpenAsync("/submissions?channel=court")).QuerySelector(".data-table").ShouldBeNull();
        foreach (var query in new[] { "view=nothing", "area=1", "q=%00%27%20or%201=1", "after=1.2", "before=9999999999999999999.00000000000000000000000000000000", "channel=%3Cscript%3E" })
            (await clerk.GetAsync("/submissions?" + query)).StatusCode.ShouldBe(HttpStatusCode.OK, query);
        (await (await clerk.GetAsync("/submissions/2026-000000000-1")).Content.ReadAsStringAsync()).ShouldContain("来件编号不对");
    }

    [Fact]
    public async Task A_citizen_follows_it_by_number_and_phone_tail_and_hears_nothing_without()
    {
        var number = await ReceiveAsync("小区路灯不亮");
        using var citizen = host.Open();

        async Task<string> LookUpAsync(string tail) =>
            await (await citizen.SubmitAsync("/query", ("Form.Number", number.Value), ("Form.PhoneTail", tail))).Content.ReadAsStringAsync();

        (await LookUpAsync("7531")).ShouldContain("已收到，正在审核");
        var wrong = await LookUpAsync("0000");
        wrong.ShouldContain("没有查到");
        wrong.ShouldNotContain("正在审核");
        wrong.ShouldNotContain("路灯");
    }

    private async Task<SubmissionNumber> ReceiveAsync(string title)
    {
        var received = await host.Services.GetRequiredService<SubmissionService>().ReceiveAsync(
            SubmissionSource.Web,
            new SubmissionDraft(Guid.NewGuid().ToString("N"), title, "晚上看不清路。")
            {
                Place = AreaCode.Parse(People.Village), ContactName = "张三丰", ContactPhone = Phone,
            });
        return received.Value.Number;
    }
}
