using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>登记, as somebody does it all day.</summary>
public sealed class RegistrationTests
{
    private static readonly string[] FieldsAtFault = ["case-title", "case-description", "case-place", "case-category", "case-phone"];

    [Fact]
    public Task A_form_takes_input_only_once_it_is_alive_and_then_has_the_focus() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Clerk, "/");
        await page.RouteAsync("**/blazor.web*.js", async route =>
        {
            await Task.Delay(1500);
            await route.ContinueAsync();
        });
        await page.GotoAsync("/cases/new", new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page.Field("标题")).ToBeDisabledAsync();
        await page.LiveAsync();
        await Assertions.Expect(page.Field("标题")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("水管爆裂无人维修已经三天请速来");
        await Assertions.Expect(page.Field("标题")).ToHaveValueAsync("水管爆裂无人维修已经三天请速来");
        await Assertions.Expect(page.Choice("类别")).Not.ToHaveValueAsync("");
    });

    [Fact]
    public Task An_input_method_for_Chinese_works_in_title_and_place() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Clerk, "/cases/new");
        var browser = await page.Context.NewCDPSessionAsync(page);
        async Task ComposeAsync(string letters, string text)
        {
            for (var i = 1; i <= letters.Length; i++)
                await browser.SendAsync("Input.imeSetComposition", new() { ["text"] = letters[..i], ["selectionStart"] = i, ["selectionEnd"] = i });
            await browser.SendAsync("Input.insertText", new() { ["text"] = text });
        }

        await page.Field("标题").FocusAsync();
        await ComposeAsync("tuoqiangongzi", "拖欠工资");
        await Assertions.Expect(page.Field("标题")).ToHaveValueAsync("拖欠工资");
        await Assertions.Expect(page.Choice("类别")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("工资|欠薪|劳动"));
        await page.Choice("地点").FocusAsync();
        await ComposeAsync("gongzhufu", "公主府");
        await Assertions.Expect(page.Choices("地点")).ToContainTextAsync(["公主府"]);
    });

    [Fact]
    public Task Guesses_come_while_one_writes_and_a_key_or_a_tap_takes_one() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Clerk, "/cases/new");
        await page.Field("标题").PressSequentiallyAsync("小区物业不管", new() { Delay = 20 });
        await page.Field("诉求经过").PressSequentiallyAsync("夜间施工噪音扰民，暖气也不热，物业不答复。", new() { Delay = 20 });
        var guesses = page.Locator(".guess");
        await Assertions.Expect(guesses).ToHaveCountAsync(3);
        await Assertions.Expect(guesses.Nth(0)).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(guesses.Nth(0)).ToContainTextAsync("凭“");
        await Snap.TakeAsync(page, "guesses");
        var names = await guesses.Locator("span:first-child").AllInnerTextsAsync();

        // The hands stay on the keys: the cursor is still in the description.
        await page.Keyboard.PressAsync("Alt+2");
        await Assertions.Expect(guesses.Nth(1)).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(page.Choice("类别")).ToHaveValueAsync(Name(names[1]));
        await Assertions.Expect(page.Field("诉求经过")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("请尽快。");
        await Assertions.Expect(page.Choice("类别")).ToHaveValueAsync(Name(names[1]), new() { Timeout = 2000 });
        await page.Keyboard.PressAsync("Alt+1");
        await Assertions.Expect(page.Choice("类别")).ToHaveValueAsync(Name(names[0]));

        var phone = await journey.OpenAsync(People.Clerk, "/cases/new", 390, 844);
        await phone.Field("标题").FillAsync("小区物业不管，夜间施工噪音扰民，暖气也不热");
        await Assertions.Expect(phone.Locator(".guess")).ToHaveCountAsync(3);
        await phone.Locator(".guess").Nth(2).ClickAsync();
        await Assertions.Expect(phone.Locator(".guess").Nth(2)).ToHaveAttributeAsync("aria-pressed", "true");
        (await phone.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await Snap.TakeAsync(phone, "guesses-phone");
    });

    private static string Name(string guess) => guess[(guess.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim();

    [Fact]
    public Task A_double_click_on_save_makes_one_case() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Clerk, "/cases/new");
        var word = CaseDesk.UniqueWord();
        await page.FillCaseAsync($"{word}井盖丢失", "公主府", "井盖丢失，夜间有人摔倒。");
        await page.Button("保存并受理").DblClickAsync();
        await page.ReadNumberAsync();
        await page.GoAsync($"/cases?q={word}");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Similar_open_cases_and_a_category_appear_while_typing() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Clerk, "/cases/new");
        var word = CaseDesk.UniqueWord();
        var number = await page.RegisterAsync($"{word}超市拖欠员工工资三个月");

        await page.GoAsync("/cases/new");
        await page.PickAsync("地点", "公主府");
        await page.Field("标题").PressSequentiallyAsync($"{word}超市欠工资", new() { Delay = 20 });
        var similar = page.GetByRole(AriaRole.Complementary, new() { Name = "可能是同一件事" });
        await Assertions.Expect(similar).ToContainTextAsync($"{word}超市拖欠员工工资三个月");
        await Assertions.Expect(page.Choice("类别")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("工资|欠薪|劳动"));
        await Assertions.Expect(similar.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", $"/cases/{number}");
    });

    [Fact]
    public Task What_is_missing_is_said_at_its_field() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Clerk, "/cases/new");
        await page.Field("反映人电话").FillAsync("12");
        await page.Button("保存并受理").ClickAsync();
        foreach (var field in FieldsAtFault)
            await Assertions.Expect(page.Locator($"#{field}-error")).Not.ToHaveTextAsync("");
        await Assertions.Expect(page.Field("反映人电话")).ToHaveValueAsync("12");
    });
}
