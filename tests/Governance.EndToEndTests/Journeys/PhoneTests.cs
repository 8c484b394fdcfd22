using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>Work on foot, at 390 pixels.</summary>
public sealed class PhoneTests
{
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

    private static async Task ShouldFitAsync(IPage page) =>
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, page.Url);
}
