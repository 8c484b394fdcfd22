using Microsoft.Playwright;

namespace Governance.EndToEndTests.Support;

/// <summary>What people do on any page, in their words.</summary>
internal static class PageTalk
{
    private const string CircuitMark = "\"type\":\"server\"";

    /// <summary>Opens an address and waits until the page takes input.</summary>
    public static async Task<IResponse> GoAsync(this IPage page, string address)
    {
        var answer = await page.GotoAsync(address) ?? throw new InvalidOperationException($"No answer for {address}.");
        if ((await answer.TextAsync()).Contains(CircuitMark, StringComparison.Ordinal)) await page.LiveAsync();
        return answer;
    }

    /// <summary>Waits until a work page is live: its corner for messages exists only then.</summary>
    public static Task LiveAsync(this IPage page) =>
        page.Locator(".toast-corner").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Fills the sign-in page and sends it.</summary>
    public static async Task SignInAsync(this IPage page, string account, string password)
    {
        await page.GetByLabel("账号").FillAsync(account);
        await page.GetByLabel("密码").FillAsync(password);
        await page.Button("登录").ClickAsync();
    }

    /// <summary>A button by its whole name.</summary>
    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A link by its whole name.</summary>
    public static ILocator Link(this IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>A text field by its whole label.</summary>
    public static ILocator Field(this IPage page, string label) => page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    /// <summary>A choice or pick list by its whole label.</summary>
    public static ILocator Choice(this IPage page, string label) => page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });

    /// <summary>The choices that a pick list shows now.</summary>
    public static ILocator Choices(this IPage page, string label) =>
        page.GetByRole(AriaRole.Listbox, new() { Name = label, Exact = true }).GetByRole(AriaRole.Option);

    /// <summary>Types into a pick list and takes the first choice.</summary>
    public static async Task PickAsync(this IPage page, string label, string typed, string? expected = null)
    {
        var field = page.Choice(label);
        await field.FillAsync(typed);
        await page.Choices(label).First.WaitForAsync();
        if (expected is not null) await Assertions.Expect(page.Choices(label).First).ToContainTextAsync(expected);
        await field.PressAsync("Enter");
        await Assertions.Expect(page.Choices(label)).ToHaveCountAsync(0);
    }

    /// <summary>Waits until the page says so.</summary>
    public static Task SaysAsync(this IPage page, string text) =>
        Assertions.Expect(page.Locator("#main")).ToContainTextAsync(text);

    /// <summary>Opens 通知, anew until it tells of this: news is a moment behind the step.</summary>
    public static async Task HearsAsync(this IPage page, string news)
    {
        await page.GoAsync("/notifications");
        for (var tries = 0; tries < 20 && !(await page.Locator("#main").InnerTextAsync()).Contains(news, StringComparison.Ordinal); tries++)
        {
            await page.WaitForTimeoutAsync(250);
            await page.GoAsync("/notifications");
        }
        await page.SaysAsync(news);
    }

    /// <summary>Makes sure that the page does not say so.</summary>
    public static Task SaysNothingOfAsync(this IPage page, string text) =>
        Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync(text);
}
