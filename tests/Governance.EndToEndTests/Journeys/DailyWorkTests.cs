using Governance.Domain.Platform;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>What makes a long day shorter: naming a colleague, urging many at once, a filter under a name.</summary>
public sealed class DailyWorkTests
{
    private const string Body = "新城区教育局";
    private const string Handler = "handler10";
    private const string HandlerName = "齐向东";

    [Fact]
    public Task A_colleague_named_in_a_note_is_told() => Journey.WalkAsync(async journey =>
    {
        await People.CreateAsync(journey.Portal.ConnectionString, Handler, Role.DepartmentHandler, "150102000000", "education", name: HandlerName, bodyName: Body);
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync($"{CaseDesk.UniqueWord()}校门口拥堵");
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("受理");
        await clerk.TakeAsync("分派", body: Body);
        var handler = await journey.OpenAsync(Handler, "/notifications");
        await Assertions.Expect(handler.Locator("[data-bell-count]")).ToHaveTextAsync("1");

        await clerk.GetByRole(AriaRole.Group, new() { Name = "办理交流", Exact = true }).GetByRole(AriaRole.Button, new() { Name = "备注", Exact = true }).ClickAsync();
        await clerk.PickAsync("提到谁", HandlerName[..1], HandlerName);
        await Assertions.Expect(clerk.Locator("#remark-note")).ToHaveValueAsync($"@{HandlerName} ");
        await clerk.Locator("#remark-note").FillAsync($"@{HandlerName} 请先联系学校。");
        await clerk.PictureAsync("mention-1440");
        await clerk.Button("确定备注").ClickAsync();
        await Assertions.Expect(clerk.Locator(".timeline .mention").First).ToHaveTextAsync($"@{HandlerName}");

        await Assertions.Expect(handler.Locator("[data-bell-count]")).ToHaveTextAsync("2");
        await handler.GoAsync("/notifications");
        await handler.SaysAsync("提到我");
        await handler.SaysAsync("请先联系学校");

        await clerk.GetByRole(AriaRole.Group, new() { Name = "办理交流", Exact = true }).GetByRole(AriaRole.Button, new() { Name = "备注", Exact = true }).ClickAsync();
        await clerk.Locator("#remark-note").FillAsync("@欧阳无此人 请看。");
        await clerk.Button("确定备注").ClickAsync();
        await clerk.SaysAsync("不能提到“欧阳无此人");
    });

    [Fact]
    public Task Many_cases_are_urged_at_once_with_a_preview_and_an_answer_for_each() => Journey.WalkAsync(async journey =>
    {
        var word = CaseDesk.UniqueWord();
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        for (var i = 1; i <= 3; i++)
            await clerk.RegisterAsync($"{word}路灯第{i}处不亮");
        var leader = await journey.OpenAsync(People.Leader, $"/cases?q={word}");
        // One of them was urged a moment ago.
        await leader.GetByRole(AriaRole.Link, new() { Name = $"{word}路灯第2处不亮", Exact = true }).ClickAsync();
        await leader.LiveAsync();
        await leader.GetByRole(AriaRole.Group, new() { Name = "办理交流", Exact = true }).GetByRole(AriaRole.Button, new() { Name = "催办", Exact = true }).ClickAsync();
        await leader.Locator("#remark-note").FillAsync("请尽快受理。");
        await leader.Button("确定催办").ClickAsync();
        await leader.SaysAsync("催办中");

        await leader.GoAsync($"/cases?q={word}");
        await leader.Link("批量办理").ClickAsync();
        await leader.LiveAsync();
        await leader.GetByRole(AriaRole.Checkbox, new() { Name = "全选本页" }).CheckAsync();
        await leader.Button("预览（已选 3 件）").ClickAsync();
        await leader.SaysAsync("请填写催办要求");
        await leader.Field("催办要求").FillAsync("请今天受理。");
        await leader.Button("预览（已选 3 件）").ClickAsync();
        await leader.SaysAsync("预览：可办 2 件，不能办 1 件");
        await leader.SaysAsync("24 小时内不再重复催办");
        await leader.PictureAsync("bulk-preview-1440");
        await leader.Button("确定催办 2 件").ClickAsync();
        await leader.SaysAsync("已完成：办成 2 件，未办 0 件");
        await leader.PictureAsync("bulk-done-1440");
        await leader.GoAsync($"/cases?q={word}&urged=yes");
        await Assertions.Expect(leader.Locator("table[data-rows] tbody tr")).ToHaveCountAsync(3);
    });

    [Fact]
    public Task Many_cases_are_assigned_at_once_and_the_preview_says_which_cannot() => Journey.WalkAsync(async journey =>
    {
        const string unit = "新城区林业和草原局";
        await People.CreateAsync(journey.Portal.ConnectionString, "forestry1", Role.DepartmentHandler, "150102000000", "forestry", name: "白桦", bodyName: unit);
        var word = CaseDesk.UniqueWord();
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        for (var i = 1; i <= 3; i++)
        {
            var number = await clerk.RegisterAsync($"{word}行道树第{i}棵倾倒");
            if (i == 3)
                continue;
            await clerk.OpenCaseAsync(number);
            await clerk.TakeAsync("受理");
        }
        await clerk.GoAsync($"/cases?q={word}");
        await clerk.Link("批量办理").ClickAsync();
        await clerk.LiveAsync();
        await clerk.Button("批量分派").ClickAsync();
        await clerk.GetByRole(AriaRole.Checkbox, new() { Name = "全选本页" }).CheckAsync();
        await clerk.Button("预览（已选 3 件）").ClickAsync();
        await clerk.SaysAsync("请");
        await clerk.PickAsync("承办单位", "林业", unit);
        await clerk.Field("分派说明").FillAsync("请一并处理。");
        await clerk.Button("预览（已选 3 件）").ClickAsync();
        await clerk.SaysAsync("预览：可办 2 件，不能办 1 件");
        await clerk.PictureAsync("bulk-dispatch-preview-1440");
        await clerk.Button("确定分派 2 件").ClickAsync();
        await clerk.SaysAsync("已完成：办成 2 件，未办 0 件");

        var handler = await journey.OpenAsync("forestry1", "/cases?view=mine", 390, 844);
        await handler.SaysAsync($"{word}行道树第1棵倾倒");
        await handler.SaysAsync($"{word}行道树第2棵倾倒");
        await handler.SaysNothingOfAsync($"{word}行道树第3棵倾倒");
    });

    [Fact]
    public Task A_filter_is_kept_under_a_name_shared_and_opened_with_one_click() => Journey.WalkAsync(async journey =>
    {
        const string first = "clerk21", second = "clerk22";
        foreach (var (account, name) in new[] { (first, "金花"), (second, "银花") })
            await People.CreateAsync(journey.Portal.ConnectionString, account, Role.TownshipClerk, "150103001000", "office", name: name, bodyName: "回民区街道办事处");
        var clerk = await journey.OpenAsync(first, "/cases?state=registered");
        await clerk.Locator("summary", new() { HasText = "常用筛选" }).ClickAsync();
        await clerk.GetByLabel("把当前筛选保存为").FillAsync("等受理的");
        await clerk.GetByLabel("本单位同事也能用").CheckAsync();
        await clerk.Button("保存").ClickAsync();
        await Assertions.Expect(clerk.Link("★ 等受理的")).ToBeVisibleAsync();
        await clerk.PictureAsync("filters-1440");

        await clerk.Locator("summary", new() { HasText = "常用筛选" }).ClickAsync();
        await clerk.GetByLabel("把当前筛选保存为").FillAsync("等受理的");
        await clerk.Button("保存").ClickAsync();
        await clerk.SaysAsync("您已有同名的常用筛选");
        await clerk.Button("默认打开：等受理的").ClickAsync();
        await clerk.SaysAsync("等受理的（本单位共享）（默认打开）");
        await clerk.GoAsync("/cases");
        await clerk.SaysAsync("状态：待受理");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "状态：待受理" }).First.ClickAsync();
        await Assertions.Expect(clerk).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("view=all"));

        var colleague = await journey.OpenAsync(second, "/cases", 390, 844);
        await colleague.Link("★ 等受理的").ClickAsync();
        await colleague.SaysAsync("状态：待受理");
        (await colleague.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
        await colleague.PictureAsync("filters-390");
    });
}
