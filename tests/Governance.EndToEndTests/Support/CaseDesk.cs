using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Support;

/// <summary>What people do with cases, in their words.</summary>
internal static partial class CaseDesk
{
    /// <summary>Phone that reporters of the journeys leave.</summary>
    public const string Phone = "13947112345";

    /// <summary>Its last four digits.</summary>
    public const string PhoneTail = "2345";

    /// <summary>A word no other case holds, to find this one by.</summary>
    public static string UniqueWord()
    {
        const string letters = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
        return string.Concat(Enumerable.Range(0, 5).Select(_ => letters[Random.Shared.Next(letters.Length)]));
    }

    /// <summary>Fills the form 登记 with what it needs and saves it; gives the number.</summary>
    public static async Task<string> RegisterAsync(
        this IPage page, string title, string place = "公主府", string button = "只登记", string description = "楼道墙皮脱落，住户担心伤人，请派人查看。")
    {
        await page.GoAsync("/cases/new");
        await page.FillCaseAsync(title, place, description);
        await page.Button(button).ClickAsync();
        return await page.ReadNumberAsync();
    }

    /// <summary>Fills the form 登记 with what it needs.</summary>
    public static async Task FillCaseAsync(this IPage page, string title, string place, string description)
    {
        await page.Field("标题").FillAsync(title);
        await page.Field("诉求经过").FillAsync(description);
        await page.PickAsync("地点", place);
        await page.PickAsync("类别", "房屋");
        await page.Field("反映人姓名").FillAsync("乌云其其格");
        await page.Field("反映人电话").FillAsync(Phone);
    }

    /// <summary>The number of the case that was just saved.</summary>
    public static async Task<string> ReadNumberAsync(this IPage page)
    {
        var number = (await page.Locator(".made-number").InnerTextAsync()).Trim();
        NumberForm().IsMatch(number).ShouldBeTrue(number);
        return number;
    }

    /// <summary>Opens a case by its number.</summary>
    public static Task OpenCaseAsync(this IPage page, string number) => page.GoAsync($"/cases/{number}");

    /// <summary>Takes a step of the case on show and waits until the portal has drawn what follows.</summary>
    public static async Task TakeAsync(this IPage page, string step, string? note = null, string? body = null)
    {
        await page.BeginAsync(step, note, body);
        await page.Button($"确定{step}").ClickAsync();
        await Assertions.Expect(page.Locator(".timeline li").First).ToContainTextAsync(step);
        await Assertions.Expect(page.Button($"确定{step}")).ToHaveCountAsync(0);
    }

    /// <summary>Opens the small form of a step and fills it.</summary>
    public static async Task BeginAsync(this IPage page, string step, string? note = null, string? body = null)
    {
        await page.Steps().GetByRole(AriaRole.Button, new() { Name = step, Exact = true }).ClickAsync();
        if (body is not null) await page.PickAsync("承办单位", body, body);
        if (note is not null) await page.Locator("#step-note").FillAsync(note);
    }

    /// <summary>The buttons of the next steps.</summary>
    public static ILocator Steps(this IPage page) => page.GetByRole(AriaRole.Group, new() { Name = "下一步", Exact = true });

    /// <summary>The steps on offer, in their order.</summary>
    public static async Task ShouldOfferAsync(this IPage page, params string[] steps)
    {
        if (steps.Length == 0) await Assertions.Expect(page.Steps()).ToHaveCountAsync(0);
        else await Assertions.Expect(page.Steps().GetByRole(AriaRole.Button)).ToHaveTextAsync(steps);
    }

    [GeneratedRegex(@"^\d{6}-\d{4}-\d{6}-[0-9A-Z]$")]
    private static partial Regex NumberForm();
}
