using System.Text.RegularExpressions;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Shell;

/// <summary>Keys, menu and drafts: the frame around every page.</summary>
public sealed class FrameTests
{
    [Fact]
    public Task Keys_find_register_and_walk_the_list() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Clerk, "/");
        await page.RegisterAsync($"{CaseDesk.UniqueWord()}路灯不亮");
        await page.RegisterAsync($"{CaseDesk.UniqueWord()}路面塌陷");
        await page.GoAsync("/cases");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        (await page.EvaluateAsync<int>("[...document.querySelectorAll('tbody tr')].findIndex(r => r.contains(document.activeElement))")).ShouldBe(1);
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/cases/1501*");
        await page.LiveAsync();

        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("[data-search]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("n路灯");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/cases\\?q="));
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync("**/cases/new");
    });

    [Fact]
    public Task On_a_phone_the_menu_is_a_drawer_that_a_keyboard_can_use() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Clerk, "/", width: 390, height: 844);
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "主菜单" });
        await Assertions.Expect(menu).ToBeHiddenAsync();

        await page.Button("菜单").ClickAsync();
        await Assertions.Expect(menu).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("菜单")).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(menu).ToBeHiddenAsync();
        await Assertions.Expect(page.Button("菜单")).ToBeFocusedAsync();

        await page.Button("菜单").ClickAsync();
        await menu.GetByRole(AriaRole.Link, new() { Name = "登记" }).ClickAsync();
        await page.WaitForURLAsync("**/cases/new");
        await Assertions.Expect(menu).ToBeHiddenAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
    });

    [Fact]
    public Task A_draft_comes_back_to_its_owner_only_and_goes_with_the_sign_out() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Clerk, "/cases/new");
        await page.Field("标题").FillAsync("写到一半的登记");
        await Assertions.Expect(page.Locator(".draft-box")).ToContainTextAsync("草稿已存于本机");

        await page.GoAsync("/cases/new");
        await page.Button("恢复").ClickAsync();
        await Assertions.Expect(page.Field("标题")).ToHaveValueAsync("写到一半的登记");

        await page.Button("退出").ClickAsync();
        await page.WaitForURLAsync("**/account/login");
        (await page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('draft:')).length")).ShouldBe(0);
        // The shared sign-in of this account has just ended with it.
        journey.Portal.ForgetSignIn(People.Clerk);
    });
}
