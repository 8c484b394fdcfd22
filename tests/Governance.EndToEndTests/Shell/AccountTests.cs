using System.Text.RegularExpressions;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Shell;

/// <summary>Accounts, from the administrator's form to the day they are locked.</summary>
public sealed class AccountTests
{
    [Fact]
    public Task An_account_is_made_by_keyboard_handed_over_changed_by_its_owner_and_locked() => Journey.WalkAsync(async journey =>
    {
        var account = $"wang.{Guid.NewGuid():N}"[..14];
        var administrator = await journey.OpenAsync(People.Administrator, "/users");
        await administrator.Keyboard.PressAsync("n");
        await administrator.WaitForURLAsync("**/users/new");
        await administrator.LiveAsync();
        var password = await MakeAsync(administrator, account);

        var person = await journey.OpenAsync(null, "/cases/new");
        await person.SignInAsync(account, password);
        await person.SaysAsync("请先设置自己的密码");
        await person.GetByLabel("当前密码").FillAsync(password);
        await person.GetByLabel("新密码", new() { Exact = true }).FillAsync("haiyan2026xx");
        await person.GetByLabel("再输一次新密码").FillAsync("haiyan2026xx");
        await person.Button("保存新密码").ClickAsync();
        await person.Button("退出").WaitForAsync();
        await person.GoAsync("/cases/new");

        await administrator.GoAsync($"/users?q={account}");
        await administrator.Link("王小燕").ClickAsync();
        await administrator.LiveAsync();
        await administrator.Button("锁定账号").ClickAsync();
        await administrator.Button("锁定").ClickAsync();
        await administrator.SaysAsync("账号已锁定。");

        // T12: the page that lies open refuses within five seconds.
        await Task.Delay(TimeSpan.FromSeconds(4));
        await person.Field("标题").FillAsync("锁定后的登记");
        await person.Field("诉求经过").FillAsync("不应保存");
        await person.Keyboard.PressAsync("Control+Enter");
        await person.SaysAsync("登录已失效");
    });

    [Fact]
    public Task What_is_wrong_with_a_new_account_stands_beside_its_field() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Administrator, "/users/new");

        await page.Field("账号").FillAsync("9");
        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(page.Locator("#account-error")).ToContainTextAsync("以字母开头");
        await Assertions.Expect(page.Locator("#name-error")).ToContainTextAsync("请填写姓名");
        await Assertions.Expect(page.Locator("#body-error")).ToContainTextAsync("请从列表中选择单位");
        await Assertions.Expect(page.Field("账号")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Field("账号")).ToHaveValueAsync("9");
    });

    // Everything by keyboard: type, Tab, two characters and Enter, Ctrl+Enter.
    private static async Task<string> MakeAsync(IPage page, string account)
    {
        await page.Field("账号").FocusAsync();
        await page.Keyboard.TypeAsync(account);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("王小燕");
        await page.PickAsync("单位", "海拉尔东路街道办", "海拉尔东路街道办事处");
        await Assertions.Expect(page.Choice("管辖范围")).ToHaveValueAsync("海拉尔东路街道");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.SaysAsync("账号已建立");
        var shown = await page.Locator(".hand-over").InnerTextAsync();
        shown.ShouldContain(account);
        return Regex.Match(shown, "初始密码\\s+(\\w{12})").Groups[1].Value;
    }
}
