using System.Text.RegularExpressions;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>Finding cases: filters, pages, search, export, and what is not to be found.</summary>
public sealed partial class ListTests
{
    [Fact]
    public Task A_list_is_filtered_turned_searched_and_exported_by_its_address() => Journey.WalkAsync(async journey =>
    {
        await journey.Portal.WithSamplesAsync();
        var page = await journey.OpenAsync(People.Leader, "/cases");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "搜索案件" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("银杏");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(SearchAddress());
        await page.SaysAsync("超过 50 件");
        var first = await NumbersAsync(page);
        first.Count.ShouldBe(50);

        await page.Link("下一页").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(AfterAddress());
        // The address changes before the rows do.
        await Assertions.Expect(page.Locator("tbody tr .num").First).Not.ToHaveTextAsync(first[0]);
        var second = await NumbersAsync(page);
        second.Intersect(first).ShouldBeEmpty();
        await page.Link("下一页").ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(SampleMessages.Count - 100);
        await page.Link("上一页").ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(50);
        (await NumbersAsync(page)).ShouldBe(second);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(SampleMessages.Count - 100);
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("tbody tr .num").First).ToHaveTextAsync(first[0]);

        await page.Link("办结").ClickAsync();
        await page.SaysAsync($"{SampleMessages.Count / 4} 件");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("phase=closed"));
        var closed = await NumbersAsync(page);
        closed.Count.ShouldBe(SampleMessages.Count / 4);

        var download = await page.RunAndWaitForDownloadAsync(() => page.Link("导出 Excel").ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".xlsx");
        var rows = ExcelSheet.Read((await download.PathAsync())!);
        rows.Select(row => row.Count > 0 ? row[0] : "").Where(cell => NumberForm().IsMatch(cell)).ShouldBe(closed);
        rows.Single(row => row.Contains("案件编号")).ShouldContain("诉求经过");
    });

    [Fact]
    public Task Keys_walk_a_list_and_Back_returns_to_it() => Journey.WalkAsync(async journey =>
    {
        await journey.Portal.WithSamplesAsync();
        var page = await journey.OpenAsync(People.Leader, "/cases?q=银杏苑&phase=open");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        var chosen = page.Locator("tbody tr").First.GetByRole(AriaRole.Link);
        await Assertions.Expect(chosen).ToBeFocusedAsync();
        var title = await chosen.InnerTextAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(title);
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("phase=open"));
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync(title);
    });

    [Fact]
    public Task A_case_of_another_district_cannot_be_opened_listed_found_or_registered() => Journey.WalkAsync(async journey =>
    {
        // The browser itself reports the answer 404 that this test asks for.
        journey.Expect("status of 404");
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var word = CaseDesk.UniqueWord();
        var number = await clerk.RegisterAsync($"{word}下水道堵塞");

        var other = await journey.OpenAsync(People.OtherClerk, "/cases");
        await other.SaysNothingOfAsync(word);
        await other.GoAsync($"/cases?q={word}");
        await other.SaysAsync("没有符合条件的案件");
        await other.GoAsync($"/cases?q={number}");
        await other.SaysNothingOfAsync(word);

        await other.GoAsync($"/cases/{number}");
        await other.SaysAsync("没有找到案件");
        await other.SaysNothingOfAsync(word);

        await other.GoAsync("/cases/new");
        await other.Choice("地点").FillAsync("公主府");
        await other.SaysAsync("没有");
        await Assertions.Expect(other.Choices("地点")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task An_unknown_number_is_answered_in_words() => Journey.WalkAsync(async journey =>
    {
        journey.Expect("404");
        var clerk = await journey.OpenAsync(People.Clerk, "/cases/150102-2026-999999-0");
        await clerk.SaysAsync("没有找到案件");
        await clerk.GoAsync("/cases/xyz");
        await clerk.SaysAsync("没有找到案件");
        var citizen = await journey.OpenAsync(null, "/query");
        await citizen.GetByLabel("案件编号").FillAsync("150102-2026-999999-0");
        await citizen.GetByLabel("电话后四位").FillAsync("0000");
        await citizen.Button("查询").ClickAsync();
        await Assertions.Expect(citizen.GetByRole(AriaRole.Alert)).Not.ToHaveTextAsync("");
    });

    private static async Task<IReadOnlyList<string>> NumbersAsync(IPage page) =>
        [.. (await page.Locator("tbody tr .cell-sub .num").AllInnerTextsAsync()).Select(n => n.Trim())];

    [GeneratedRegex(@"/cases\?.*q=")]
    private static partial Regex SearchAddress();

    [GeneratedRegex("after=")]
    private static partial Regex AfterAddress();

    [GeneratedRegex(@"^\d{6}-\d{4}-\d{6}-")]
    private static partial Regex NumberForm();
}
