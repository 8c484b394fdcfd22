using Governance.Domain.Platform;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>Signing in, the first password, and the lock after wrong ones.</summary>
public sealed class AccountTests
{
    private const string NewPassword = "dahei-shan-1988";

    [Fact]
    public Task An_initial_password_must_be_changed_before_anything_else() => Journey.WalkAsync(async journey =>
    {
        var account = await NewAccountAsync(journey, mustChange: true);
        var page = await journey.OpenAsync(null, "/cases");
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("登录"));
        await page.SignInAsync(account, PortalServer.DemoPassword);
        await page.SaysAsync("初始密码");
        await page.GoAsync("/cases");
        await page.SaysAsync("初始密码");
        await page.GetByLabel("当前密码").FillAsync(PortalServer.DemoPassword);
        await page.GetByLabel("新密码", new() { Exact = true }).FillAsync("123456");
        await page.GetByLabel("再输一次新密码").FillAsync("123456");
        await page.Button("保存新密码").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).Not.ToHaveTextAsync("");
        await page.GetByLabel("当前密码").FillAsync(PortalServer.DemoPassword);
        await page.GetByLabel("新密码", new() { Exact = true }).FillAsync(NewPassword);
        await page.GetByLabel("再输一次新密码").FillAsync(NewPassword);
        await page.Button("保存新密码").ClickAsync();
        await page.SaysAsync("工作台");
        await page.Button("退出").ClickAsync();
        await page.SignInAsync(account, NewPassword);
        await page.SaysAsync("工作台");
    });

    [Fact]
    public Task Wrong_passwords_lock_an_account() => Journey.WalkAsync(async journey =>
    {
        var account = await NewAccountAsync(journey, mustChange: false);
        var page = await journey.OpenAsync(null, "/account/login");
        for (var i = 0; i < 10; i++)
        {
            await page.SignInAsync(account, "falsch-falsch-1");
            await page.SaysAsync("不正确");
        }
        await page.SignInAsync(account, PortalServer.DemoPassword);
        await page.SaysAsync("锁定");
        await page.GoAsync("/");
        await Assertions.Expect(page.Button("登录")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Signing_out_everywhere_closes_the_other_browser() => Journey.WalkAsync(async journey =>
    {
        var account = await NewAccountAsync(journey, mustChange: false);
        var one = await journey.OpenAsync(null, "/");
        await one.SignInAsync(account, PortalServer.DemoPassword);
        await one.SaysAsync("工作台");
        var other = await journey.OpenAsync(null, "/");
        await other.SignInAsync(account, PortalServer.DemoPassword);
        await other.SaysAsync("工作台");
        await other.GoAsync("/account/password");
        await other.Button("在所有设备上退出").ClickAsync();
        await Assertions.Expect(other.Button("登录")).ToBeVisibleAsync();
        await one.GoAsync("/cases");
        await Assertions.Expect(one.Button("登录")).ToBeVisibleAsync();
    });

    private static async Task<string> NewAccountAsync(Journey journey, bool mustChange)
    {
        var account = $"j{Guid.NewGuid():N}"[..12];
        await People.CreateAsync(journey.Portal.ConnectionString, account, Role.TownshipClerk, "150102001000", "office", mustChange);
        return account;
    }
}
