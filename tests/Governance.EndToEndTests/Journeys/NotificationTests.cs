using Governance.Domain.Platform;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>What somebody does in one browser rings in another.</summary>
public sealed class NotificationTests
{
    // A department of its own: other journeys look at what waits for the common handler.
    private const string Body = "新城区卫生健康委员会";
    private const string Handler = "handler7";
    private const string Colleague = "handler8";

    [Fact]
    public Task An_assignment_rings_on_every_open_page_of_the_department_and_reading_it_silences_the_others() => Journey.WalkAsync(async journey =>
    {
        await People.CreateAsync(journey.Portal.ConnectionString, Handler, Role.DepartmentHandler, "150102000000", "health", name: "苏敏", bodyName: Body);
        await People.CreateAsync(journey.Portal.ConnectionString, Colleague, Role.DepartmentHandler, "150102000000", "health", name: "何伟", bodyName: Body);
        var title = $"{CaseDesk.UniqueWord()}诊所噪声扰民";
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync(title);
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("受理");

        // A page that only shows, a second tab of the same browser, and a colleague's phone.
        var handler = await journey.OpenAsync(Handler, "/");
        var tab = await journey.OpenTabAsync(handler.Context);
        await tab.GoAsync("/cases");
        var colleague = await journey.OpenAsync(Colleague, "/", 390, 844);
        foreach (var page in new[] { handler, tab, colleague })
            await Assertions.Expect(page.Locator("[data-bell-count]")).ToBeHiddenAsync();

        await clerk.TakeAsync("分派", body: Body);
        foreach (var page in new[] { handler, tab, colleague })
            await Assertions.Expect(page.Locator("[data-bell-count]")).ToHaveTextAsync("1");

        await handler.GetByRole(AriaRole.Link, new() { Name = "通知，1 条未读", Exact = true }).ClickAsync();
        await handler.SaysAsync("待办");
        await handler.PictureAsync("notifications-1440");
        await handler.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        await handler.LiveAsync();
        foreach (var page in new[] { handler, tab })
            await Assertions.Expect(page.Locator("[data-bell-count]")).ToBeHiddenAsync();
        await Assertions.Expect(colleague.Locator("[data-bell-count]")).ToHaveTextAsync("1");

        // The colleague looks, and the handler is faster.
        await colleague.GoAsync("/notifications");
        await colleague.SaysAsync(title);
        (await colleague.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
        await colleague.PictureAsync("notifications-390");
        await handler.TakeAsync("签收");
        await Assertions.Expect(colleague.Locator("[data-bell-count]")).ToBeHiddenAsync();
        await colleague.GoAsync("/notifications?show=all");
        await colleague.SaysAsync("已由同事办理");
    });

    [Fact]
    public Task All_are_marked_as_read_with_one_press() => Journey.WalkAsync(async journey =>
    {
        const string reader = "handler9";
        await People.CreateAsync(journey.Portal.ConnectionString, reader, Role.DepartmentHandler, "150102000000", "transport", name: "马超", bodyName: "新城区交通运输局");
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        for (var i = 0; i < 2; i++)
        {
            var number = await clerk.RegisterAsync($"{CaseDesk.UniqueWord()}公交站牌损坏");
            await clerk.OpenCaseAsync(number);
            await clerk.TakeAsync("受理");
            await clerk.TakeAsync("分派", body: "新城区交通运输局");
        }
        var page = await journey.OpenAsync(reader, "/");
        await Assertions.Expect(page.Locator("[data-bell-count]")).ToHaveTextAsync("2");
        await page.GoAsync("/notifications");
        await page.Locator("form button", new() { HasText = "标为已读" }).Nth(1).ClickAsync();
        await Assertions.Expect(page.Locator("[data-bell-count]")).ToHaveTextAsync("1");
        await page.Button("全部标为已读").ClickAsync();
        await page.SaysAsync("没有未读的通知");
        await Assertions.Expect(page.Locator("[data-bell-count]")).ToBeHiddenAsync();
    });
}
