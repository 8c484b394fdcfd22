using Governance.Domain.Platform;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>Who leads: two departments, the centre above them, and a case that nobody wants.</summary>
public sealed class LeadTests
{
    // Departments of their own: other journeys look at what waits for the common handler.
    private const string Land = "新城区自然资源局";
    private const string LandHandler = "handler2";
    private const string Urban = "新城区城市管理综合执法局";
    private const string UrbanHandler = "handler3";
    private const string DistrictCentre = "centre2";

    [Fact]
    public Task Two_departments_consult_and_fail_the_centre_names_the_lead_and_the_third_bounce_comes_back_to_it() => Journey.WalkAsync(async journey =>
    {
        await EnsurePeopleAsync(journey);
        var title = $"{CaseDesk.UniqueWord()}外墙广告牌松动";
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync(title);
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("受理");
        await clerk.BeginAsync("分派", "请两部门商定由谁牵头。", Land);
        await clerk.GetByText("涉及多个部门或地区").ClickAsync();
        await clerk.PickAsync("其他职责部门", "城市管理", Urban);
        await Assertions.Expect(clerk.Button($"去掉{Urban}")).ToBeVisibleAsync();
        await clerk.Button("确定分派").ClickAsync();
        await clerk.SaysAsync("会商中，等待新城区自然资源局答复");
        await clerk.ShouldOfferAsync("撤回");

        // The departments see it among their work, on a phone too.
        var land = await journey.OpenAsync(LandHandler, "/cases?view=mine&state=consulting");
        await land.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await land.LiveAsync();
        await DoAsync(land, "会商答复", async () =>
        {
            await land.Choice("由谁主办").SelectOptionAsync(new SelectOptionValue { Label = $"由{Urban}主办" });
            await land.Button("确定会商答复").ClickAsync();
            await land.SaysAsync("主张由其他部门主办的，请写明理由");
            await land.Locator("#lead-note").FillAsync("广告牌设置由城管审批。");
        });
        var urban = await journey.OpenAsync(UrbanHandler, "/", 390, 844);
        await urban.SaysAsync("待我会商");
        await urban.OpenCaseAsync(number);
        await DoAsync(urban, "先行处置", () => urban.Locator("#lead-note").FillAsync("已拉警戒线。"));
        await DoAsync(urban, "会商答复", async () =>
        {
            await urban.Choice("由谁主办").SelectOptionAsync(new SelectOptionValue { Label = $"由{Land}主办" });
            await urban.Locator("#lead-note").FillAsync("外墙属规划条件。");
        }, then: "提请裁定");
        (await urban.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();

        var centre = await journey.OpenAsync(DistrictCentre, "/cases?view=mine&state=deciding");
        await centre.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await centre.LiveAsync();
        await centre.SaysAsync("协商不成的，由本级综治中心指定主办部门");
        await DesignateAsync(centre, Land);
        await centre.SaysAsync($"由{Land}主办，{Urban}协办");
        await land.OpenCaseAsync(number);
        await land.ShouldOfferAsync("签收");

        // Taken back and sent anew three times, it comes to the centre by itself.
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("撤回", "重新核定职责。");
        for (var bounce = 1; bounce <= 3; bounce++)
        {
            await clerk.OpenCaseAsync(number);
            await clerk.TakeAsync("分派", body: Land);
            await land.OpenCaseAsync(number);
            await land.BeginAsync("退回", "不属于本单位职责。");
            await land.Button("确定退回").ClickAsync();
            await Assertions.Expect(land.Button("确定退回")).ToHaveCountAsync(0);
        }
        await centre.OpenCaseAsync(number);
        await centre.SaysAsync("第三次被退回的，自动提请综治中心指定主办部门");
        await DesignateAsync(centre, Urban);
        await centre.SaysAsync($"由{Urban}主办");
        await urban.OpenCaseAsync(number);
        await urban.ShouldOfferAsync("签收");
    });

    [Fact]
    public Task An_objection_is_decided_by_the_centre_and_not_made_twice() => Journey.WalkAsync(async journey =>
    {
        await EnsurePeopleAsync(journey);
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync($"{CaseDesk.UniqueWord()}楼顶积水");
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("受理");
        await clerk.TakeAsync("分派", body: Land);
        var land = await journey.OpenAsync(LandHandler, $"/cases/{number}");
        await DoAsync(land, "派单异议", () => land.Locator("#lead-note").FillAsync("积水来自市政管网。"), then: "提请裁定");
        var centre = await journey.OpenAsync(DistrictCentre, $"/cases/{number}");
        await centre.SaysAsync("承办部门对分派提出异议的，由综治中心裁定");
        await DoAsync(centre, "驳回异议", () => centre.Locator("#lead-note").FillAsync("用地范围内属自然资源部门职责。"));
        await land.OpenCaseAsync(number);
        await land.ShouldOfferAsync("签收");
        await Assertions.Expect(land.Button("派单异议")).ToHaveCountAsync(0);
    });

    private static async Task EnsurePeopleAsync(Journey journey)
    {
        foreach (var (account, role, body, name, bodyName) in new[]
        {
            (DistrictCentre, Role.CentreStaff, "centre", "郝静", "新城区社会治安综合治理中心"),
            (LandHandler, Role.DepartmentHandler, "land", "石磊", Land), (UrbanHandler, Role.DepartmentHandler, "urban", "马兰", Urban),
        })
            await People.CreateAsync(journey.Portal.ConnectionString, account, role, "150102000000", body, name: name, bodyName: bodyName);
    }

    private static Task DesignateAsync(IPage centre, string body) => DoAsync(centre, "指定主办", async () =>
    {
        await centre.PickAsync("主办单位", body, body);
        await centre.Locator("#lead-note").FillAsync("按职责分工指定。");
    });

    private static async Task DoAsync(IPage page, string step, Func<Task> fill, string? then = null)
    {
        await page.GetByRole(AriaRole.Group, new() { Name = "主办确定", Exact = true }).GetByRole(AriaRole.Button, new() { Name = step, Exact = true }).ClickAsync();
        await fill();
        await page.Button($"确定{step}").ClickAsync();
        await Assertions.Expect(page.Locator(".timeline li").First).ToContainTextAsync(then ?? step);
        // The entry before may hold the same words: only the form that is gone says that the step was saved.
        await Assertions.Expect(page.Button($"确定{step}")).ToHaveCountAsync(0);
    }
}
