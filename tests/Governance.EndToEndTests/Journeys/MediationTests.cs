using Governance.Domain.Platform;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>Appointing a mediator, finding the mediator for a case, and the list of items up to the public page.</summary>
public sealed class MediationTests
{
    private const string County = "150102000000";

    [Fact]
    [Trait("Provision", "P34")]
    public Task A_mediator_is_appointed_suggested_for_a_case_and_left_out_while_on_leave() => Journey.WalkAsync(async journey =>
    {
        var name = CaseDesk.UniqueWord();
        var centre = await journey.OpenAsync(People.Centre, "/mediation/committees/new");
        await centre.Field("名称").FillAsync($"{name}调解委员会");
        await centre.PickAsync("所在地区", "海拉尔东路");
        await centre.Button("保存").ClickAsync();
        await centre.SaysAsync("变更记录");
        await centre.Link("聘任调解员").ClickAsync();
        await centre.SaysAsync("聘任依据");
        await centre.Field("姓名").FillAsync(name);
        await centre.PickAsync("专长", "房屋渗漏");
        await centre.Button("聘任").ClickAsync();
        await centre.SaysAsync("请填写聘任依据");
        await centre.Field("聘任依据").FillAsync("调委会第 3 次会议");
        await centre.Button("聘任").ClickAsync();
        await centre.SaysAsync("依据：调委会第 3 次会议");

        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync($"{name}楼上漏水");
        await clerk.GoAsync($"/cases/{number}/mediation");
        await clerk.SaysAsync(name);
        await clerk.SaysAsync("不在休假");

        await centre.Button("登记请假").ClickAsync();
        await centre.SaysAsync("休假中");
        await clerk.GoAsync($"/cases/{number}/mediation");
        await Assertions.Expect(clerk.Locator(".suggestion-list")).Not.ToContainTextAsync(name);
        await centre.GoAsync("/mediation/mediators");
        var phone = await journey.OpenAsync(People.Clerk, "/mediation/mediators", 390, 844);
        (await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
    });

    [Fact]
    [Trait("Provision", "P33")]
    public Task A_list_of_items_is_drafted_confirmed_by_the_judicial_administration_and_published_for_everybody() => Journey.WalkAsync(async journey =>
    {
        await People.CreateAsync(journey.Portal.ConnectionString, "justice1", Role.DepartmentHandler, County, "justice", name: "韩冰", bodyName: "新城区司法局");
        var centre = await journey.OpenAsync(People.Centre, $"/mediation/items?area={County}");
        await centre.Button("起草下一版").ClickAsync();
        await centre.SaysAsync("提请会同确认");
        await centre.Button("提请会同确认").ClickAsync();
        await centre.SaysAsync("法律依据没有核对");
        var open = centre.Locator("tbody tr", new() { HasText = "待核对" });
        for (var left = await open.CountAsync(); left > 0; left--)
        {
            await open.First.GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
            await Assertions.Expect(open).ToHaveCountAsync(left - 1);
        }

        await centre.Button("提请会同确认").ClickAsync();
        await centre.SaysAsync("等司法行政部门会同确认");

        var justice = await journey.OpenAsync("justice1", $"/mediation/items?area={County}");
        await justice.Link("第 1 版").ClickAsync();
        await justice.Button("会同确认").ClickAsync();
        await justice.SaysAsync("待公布");

        await centre.GoAsync(centre.Url);
        await centre.Button("公布").ClickAsync();
        await centre.SaysAsync("施行中");

        var stranger = await journey.OpenAsync(null, $"/mediation/list?area={County}");
        await stranger.SaysAsync("第 1 版");
        await stranger.SaysAsync("新城区司法局");
        await stranger.SaysAsync("医疗纠纷");
        await stranger.GoAsync($"/mediation?area={County}");
        await stranger.SaysAsync("人民调解委员会");
    });
}
