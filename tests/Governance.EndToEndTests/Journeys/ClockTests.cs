using Governance.Domain.Platform;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>A department asks for more time and for a pause, the office decides, a leader supervises.</summary>
public sealed class ClockTests
{
    // A department of its own: other journeys look at what waits for the common handler.
    private const string Body = "新城区水务局";
    private const string Handler = "clockhandler";

    [Fact]
    public Task A_department_gets_more_time_a_pause_and_a_card() => Journey.WalkAsync(async journey =>
    {
        await People.CreateAsync(journey.Portal.ConnectionString, Handler, Role.DepartmentHandler, "150102000000", "water", name: "水生", bodyName: Body);
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync($"{CaseDesk.UniqueWord()}水管漏水多日");
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("受理");
        await clerk.TakeAsync("分派", body: Body);
        var handler = await journey.OpenAsync(Handler, $"/cases/{number}");
        await handler.TakeAsync("签收");

        await handler.GoAsync($"/cases/{number}/clock");
        var before = await DueAsync(handler);
        await ChooseAsync(handler, "申请延期");
        await handler.Locator("#time-value").FillAsync("3");
        await handler.Locator("#time-note").FillAsync("配件要从外地调运。");
        await handler.Button("确定申请延期").ClickAsync();
        await handler.SaysAsync("待批复");
        (await DueAsync(handler)).ShouldBe(before);

        await clerk.GoAsync($"/cases/{number}/clock");
        await ChooseAsync(clerk, "同意延期");
        await clerk.Button("确定同意延期").ClickAsync();
        await clerk.SaysAsync("已同意");
        var extended = await DueAsync(clerk);
        string.CompareOrdinal(extended, before).ShouldBePositive($"{before} to {extended}");

        await handler.GoAsync($"/cases/{number}/clock");
        await ChooseAsync(handler, "申请暂停");
        await handler.Locator("#time-reason").SelectOptionAsync("material");
        var until = await handler.Locator("#time-until").GetAttributeAsync("max");
        await handler.Locator("#time-until").FillAsync(until!);
        await handler.Locator("#time-note").FillAsync("等反映人补充现场照片。");
        await handler.Button("确定申请暂停").ClickAsync();
        await handler.SaysAsync("待批复");
        await clerk.GoAsync($"/cases/{number}/clock");
        await ChooseAsync(clerk, "同意暂停");
        await clerk.Button("确定同意暂停").ClickAsync();
        await clerk.SaysAsync("已暂停");
        string.CompareOrdinal(await DueAsync(clerk), extended).ShouldBePositive();

        await handler.GoAsync($"/cases/{number}/clock");
        await ChooseAsync(handler, "恢复计时");
        await handler.Button("确定恢复计时").ClickAsync();
        await Assertions.Expect(handler.Locator("#main").GetByText("已暂停", new() { Exact = true })).ToHaveCountAsync(0);
        (await DueAsync(handler)).ShouldBe(extended);
        await handler.PictureAsync("clock");

        var leader = await journey.OpenAsync(People.Leader, $"/cases/{number}/supervision");
        await leader.LiveAsync();
        await leader.Button("督办").ClickAsync();
        await leader.Locator("#supervision-level").SelectOptionAsync("Yellow");
        await leader.Locator("#supervision-note").FillAsync("请三日内修好并回复。");
        await leader.Button("确定督办").ClickAsync();
        await leader.SaysAsync("督办中");
        var phone = await journey.OpenAsync(Handler, $"/cases/{number}/supervision", 390, 844);
        await phone.LiveAsync();
        await phone.Button("回复督办").ClickAsync();
        await phone.Locator("#supervision-note").FillAsync("配件已到，明日修好。");
        await phone.Button("确定回复督办").ClickAsync();
        await phone.SaysAsync("配件已到，明日修好。");
        (await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
        await phone.PictureAsync("supervision-phone");
        await phone.GoAsync($"/cases/{number}/clock");
        (await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
        await phone.PictureAsync("clock-phone");
    });

    private static async Task ChooseAsync(IPage page, string kind)
    {
        await page.LiveAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "延期和暂停", Exact = true }).GetByRole(AriaRole.Button, new() { Name = kind, Exact = true }).ClickAsync();
    }

    private static async Task<string> DueAsync(IPage page) => (await page.Locator("section[aria-labelledby=whole] strong.num").InnerTextAsync()).Trim();
}
