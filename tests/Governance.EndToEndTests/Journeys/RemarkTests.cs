using Governance.Domain.Platform;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>A leader instructs and urges, the department notes and acts.</summary>
public sealed class RemarkTests
{
    // A department of its own: other journeys look at what waits for the common handler.
    private const string Body = "新城区民政局";
    private const string Handler = "handler5";

    [Fact]
    public Task A_leader_instructs_and_urges_and_the_department_answers_by_acting() => Journey.WalkAsync(async journey =>
    {
        await People.CreateAsync(journey.Portal.ConnectionString, Handler, Role.DepartmentHandler, "150102000000", "civil", name: "白雪", bodyName: Body);
        var title = $"{CaseDesk.UniqueWord()}独居老人需要照料";
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync(title);
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("受理");
        await clerk.TakeAsync("分派", body: Body);

        var leader = await journey.OpenAsync(People.Leader, $"/cases/{number}");
        await SayAsync(leader, "批示", "请民政部门当日上门。");
        await SayAsync(leader, "催办", "请尽快签收。");
        await leader.SaysAsync("催办中");
        await leader.Remarks().GetByRole(AriaRole.Button, new() { Name = "催办", Exact = true }).ClickAsync();
        await leader.Locator("#remark-note").FillAsync("再催一次。");
        await leader.Button("确定催办").ClickAsync();
        await leader.SaysAsync("24 小时内不再重复催办");

        var handler = await journey.OpenAsync(Handler, "/", 390, 844);
        await handler.SaysAsync("被催办");
        await handler.GoAsync("/cases?view=mine&urged=yes");
        await handler.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await handler.LiveAsync();
        await handler.SaysAsync("请民政部门当日上门。");
        await SayAsync(handler, "备注", "已联系家属，下午三点上门。");
        (await handler.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
        await handler.TakeAsync("签收");
        await Assertions.Expect(handler.Locator("#main").GetByText("催办中", new() { Exact = true })).ToHaveCountAsync(0);
    });

    private static async Task SayAsync(IPage page, string kind, string words)
    {
        await page.Remarks().GetByRole(AriaRole.Button, new() { Name = kind, Exact = true }).ClickAsync();
        await page.Locator("#remark-note").FillAsync(words);
        await page.Button($"确定{kind}").ClickAsync();
        await Assertions.Expect(page.Locator(".timeline li").First).ToContainTextAsync(words);
        await Assertions.Expect(page.Button($"确定{kind}")).ToHaveCountAsync(0);
    }
}

/// <summary>Where words on a case are said.</summary>
file static class RemarkDesk
{
    public static ILocator Remarks(this IPage page) => page.GetByRole(AriaRole.Group, new() { Name = "办理交流", Exact = true });
}
