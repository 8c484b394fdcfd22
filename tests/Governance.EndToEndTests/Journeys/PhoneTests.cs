using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>Work on foot, at 390 pixels.</summary>
public sealed class PhoneTests
{
    private const int Bottom = 100_000;

    private static readonly string[] Cuts = ["按登记月份", "按类别", "按来源"];
    private static readonly int[] Edges = [0, Bottom];

    [Fact]
    public Task A_clerk_finds_a_case_and_a_grid_member_registers_one() => Journey.WalkAsync(async journey =>
    {
        var word = CaseDesk.UniqueWord();
        var member = await journey.OpenAsync(People.GridMember, "/", 390, 844);
        await member.Button("菜单").ClickAsync();
        await member.Locator("#menu").GetByRole(AriaRole.Link, new() { Name = "登记", Exact = true }).ClickAsync();
        await member.LiveAsync();
        await Assertions.Expect(member.Choice("来源")).ToHaveValueAsync("GridMember");
        await member.FillCaseAsync($"{word}楼道电动车充电", "公主府", "楼道内停放充电，有火灾隐患。");
        await member.Button("保存登记").ClickAsync();
        var number = await member.ReadNumberAsync();
        await ShouldFitAsync(member);

        var clerk = await journey.OpenAsync(People.Clerk, "/cases?view=area", 390, 844);
        await ShouldFitAsync(clerk);
        await clerk.GetByText("检索与筛选").ClickAsync();
        await clerk.GetByLabel("检索词").FillAsync(word);
        await clerk.Button("筛选").ClickAsync();
        await clerk.GetByRole(AriaRole.Link, new() { Name = $"{word}楼道电动车充电" }).ClickAsync();
        await clerk.LiveAsync();
        await clerk.SaysAsync(number);
        await clerk.SaysAsync("网格上报");
        await clerk.TakeAsync("受理");
        await ShouldFitAsync(clerk);
    });

    [Fact]
    public Task The_own_account_is_in_the_menu() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.GridMember, "/", 390, 844);
        await page.Button("菜单").ClickAsync();
        await Assertions.Expect(page.Locator("#menu")).ToContainTextAsync("网格员");
        await page.Link("修改密码").ClickAsync();
        await Assertions.Expect(page.GetByLabel("当前密码")).ToBeVisibleAsync();

        await page.GoAsync("/");
        await page.Button("菜单").ClickAsync();
        await page.Button("退出登录").ClickAsync();
        await Assertions.Expect(page.Button("登录")).ToBeVisibleAsync();
        journey.Portal.ForgetSignIn(People.GridMember);
    });

    [Fact]
    public Task A_leader_reads_every_rate_without_moving_the_page_sideways() => Journey.WalkAsync(async journey =>
    {
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        await clerk.RegisterAsync("手机看质效用");
        var leader = await journey.OpenAsync(People.Leader, "/statistics", 390, 844);
        foreach (var rows in Cuts)
        {
            await leader.Link(rows).ClickAsync();
            await Assertions.Expect(leader.Link(rows)).ToHaveAttributeAsync("aria-current", "true");
            await ShouldFitAsync(leader);
            (await leader.EvaluateAsync<int>("() => { const f = document.querySelector('.rate-cards'); return f.scrollWidth - f.clientWidth; }")).ShouldBe(0, rows);
            var rate = leader.Locator(".rate-cards tbody td[data-label=重办率]").First;
            (await rate.EvaluateAsync<string>("cell => getComputedStyle(cell, '::before').content")).ShouldBe("\"重办率\"");
        }
    });

    [Fact]
    public Task Many_cases_are_picked_with_the_button_in_reach() => Journey.WalkAsync(async journey =>
    {
        const int ScreenHeight = 844;
        var word = CaseDesk.UniqueWord();
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        for (var i = 1; i <= 8; i++)
            await clerk.RegisterAsync($"{word}井盖第{i}处松动");
        var page = await journey.OpenAsync(People.Clerk, $"/cases?q={word}", 390, ScreenHeight);
        await page.Link("批量办理").ClickAsync();
        await page.LiveAsync();
        await ShouldFitAsync(page);
        (await page.Locator("table[data-rows]").EvaluateAsync<int>("table => table.offsetHeight")).ShouldBeLessThan(9 * 160);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "全选本页" }).CheckAsync();
        foreach (var edge in Edges)
        {
            await page.EvaluateAsync("edge => scrollTo(0, edge)", edge);
            var button = await page.Button("预览（已选 8 件）").BoundingBoxAsync();
            (button!.Y + button.Height).ShouldBeLessThanOrEqualTo(ScreenHeight);
        }
        await page.Button("预览（已选 8 件）").ClickAsync();
        await page.SaysAsync("上方“办什么”还没有填好");
    });

    private static async Task ShouldFitAsync(IPage page) =>
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, page.Url);
}
