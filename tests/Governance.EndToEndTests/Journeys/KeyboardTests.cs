using System.Text.RegularExpressions;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Governance.EndToEndTests.Journeys;

/// <summary>登记 from the keyboard alone, at the pace of somebody who types while a person talks.</summary>
public sealed class KeyboardTests(ITestOutputHelper output)
{
    private const string Description = "住户来访，楼道墙皮成片脱落，担心伤人，请派人查看。";

    [Fact]
    public Task A_clerk_registers_one_case_after_another_without_a_mouse() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Clerk, "/cases?view=area");
        var title = $"{CaseDesk.UniqueWord()}小区墙皮脱落";
        var clerk = new Typist(page);
        await RegisterAsync(page, clerk, title);
        var number = await page.ReadNumberAsync();
        output.WriteLine($"{clerk.Keys} keys, {clerk.Elapsed.TotalSeconds:F1} s");

        await clerk.PressAsync("n");
        await Assertions.Expect(page.Field("标题")).ToBeFocusedAsync();
        foreach (var label in (string[])["标题", "诉求经过", "详细地址", "反映人姓名", "反映人电话"])
            await Assertions.Expect(page.Field(label)).ToHaveValueAsync("");
        foreach (var label in (string[])["地点", "类别"])
            await Assertions.Expect(page.Choice(label)).ToHaveValueAsync("");
        await page.SaysNothingOfAsync("草稿");

        await page.OpenCaseAsync(number);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(title);
        await page.SaysAsync(Description);
        await page.SaysAsync("公主府社区");
        await page.SaysAsync("房屋渗漏");
        await page.SaysAsync("二号楼");
        await page.SaysAsync("2345");
        await page.ShouldOfferAsync("分派");
    });

    [Fact]
    public Task The_menu_brings_an_empty_form_after_a_case_was_saved() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Clerk, "/");
        await page.RegisterAsync($"{CaseDesk.UniqueWord()}路面塌陷");
        await page.Locator("#menu").GetByRole(AriaRole.Link, new() { Name = "登记", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Field("标题")).ToBeFocusedAsync();
        await Assertions.Expect(page.Field("标题")).ToHaveValueAsync("");
        await Assertions.Expect(page.Choice("地点")).ToHaveValueAsync("");

        await page.Keyboard.TypeAsync("写到一半");
        await page.Locator("#menu").GetByRole(AriaRole.Link, new() { Name = "登记", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/cases/new$"));
        await Assertions.Expect(page.Field("标题")).ToHaveValueAsync("写到一半");
    });

    [Fact]
    public Task What_is_typed_before_the_form_is_there_goes_to_its_fields() => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Clerk, "/cases?view=area");
        foreach (var slow in (string[])["**/cases/new", "**/_blazor/negotiate**"])
            await page.RouteAsync(slow, async route =>
            {
                await Task.Delay(1000);
                await route.ContinueAsync();
            });
        var clerk = new Typist(page);
        await clerk.PressAsync("n");
        // j, k, n and / are keys of the list as well.
        await clerk.TypeAsync("no 3 jk/n");
        await clerk.TabAsync();
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Input.imeSetComposition", new() { ["text"] = "shui", ["selectionStart"] = 4, ["selectionEnd"] = 4 });
        await page.LiveAsync();
        await browser.SendAsync("Input.insertText", new() { ["text"] = "水管" });
        await Assertions.Expect(page.Field("诉求经过")).ToBeFocusedAsync();
        await clerk.TypeAsync("爆裂");
        await Assertions.Expect(page.Field("标题")).ToHaveValueAsync("no 3 jk/n");
        await Assertions.Expect(page.Field("诉求经过")).ToHaveValueAsync("水管爆裂");
    });

    [Theory]
    [InlineData("Enter")]
    [InlineData("Tab")]
    public Task A_key_that_comes_before_the_list_takes_the_first_choice_for_the_words(string key) => Journey.WalkAsync(async journey =>
    {
        var page = await journey.OpenAsync(People.Centre, "/cases/new");
        var place = page.Choice("地点");
        await place.FocusAsync();
        await page.Keyboard.TypeAsync("东路");
        await page.Choices("地点").Nth(2).WaitForAsync();
        var expected = await page.Choices("地点").First.GetAttributeAsync("data-text");
        await place.FillAsync("");

        // No list at all.
        await page.Keyboard.TypeAsync("东路");
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(place).ToHaveValueAsync(expected!);
        await Assertions.Expect(page.Choices("地点")).ToHaveCountAsync(0);

        // The list of other words.
        await place.FocusAsync();
        await place.FillAsync("");
        await page.Keyboard.TypeAsync("街道");
        await page.Choices("地点").Nth(2).WaitForAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("东路");
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(place).ToHaveValueAsync(expected!);
    });

    // As somebody who looks at the list before taking from it.
    private static async Task RegisterAsync(IPage page, Typist clerk, string title)
    {
        await clerk.PressAsync("n");
        await clerk.TypeAsync(title);
        await clerk.TabAsync();
        await clerk.TypeAsync(Description);
        await clerk.TabAsync();
        await clerk.TypeAsync("公主府");
        await Assertions.Expect(page.Choices("地点").First).ToContainTextAsync("公主府");
        await clerk.PressAsync("Enter");
        await clerk.TabAsync();
        await clerk.TypeAsync("二号楼");
        await clerk.TabAsync();
        await clerk.TypeAsync("房屋渗");
        await Assertions.Expect(page.Choices("类别").First).ToContainTextAsync("房屋渗漏");
        await clerk.PressAsync("Enter");
        await clerk.TabAsync(2);
        await clerk.TypeAsync("乌云其其格");
        await clerk.TabAsync();
        await clerk.TypeAsync(CaseDesk.Phone);
        await clerk.PressAsync("Control+Enter");
    }
}
