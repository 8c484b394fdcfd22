using Governance.EndToEndTests.Support;
using Governance.IntegrationTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>我要反映 on a citizen's phone, and what the office sees of it.</summary>
public sealed class ReportTests
{
    private const string Township = "海拉尔东路街道";

    [Fact]
    public Task A_citizen_reports_with_a_photo_and_the_reviewer_sees_it() => Journey.WalkAsync(async journey =>
    {
        var word = CaseDesk.UniqueWord();
        var citizen = await journey.OpenAsync(null, "/report", 390, 844);
        await citizen.GetByLabel("什么事").FillAsync($"{word}小区井盖破损，夜间看不见，请尽快更换。");
        await citizen.GetByLabel("在哪个街道").SelectOptionAsync(new SelectOptionValue { Label = Township });
        await citizen.GetByLabel("村（社区）").SelectOptionAsync(new SelectOptionValue { Label = "公主府社区" });
        await citizen.GetByLabel("照片", new() { Exact = true }).SetInputFilesAsync(
            new FilePayload { Name = "现场.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.PhonePhoto() });
        await citizen.GetByLabel("电话").FillAsync(CaseDesk.Phone);
        (await citizen.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await ShotAsync(citizen, "report-phone");
        // What was typed is kept on the phone, but neither name nor number of the citizen.
        await citizen.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.startsWith('draft:') && localStorage.getItem(k).includes('井盖'))");
        (await citizen.EvaluateAsync<string>("() => JSON.stringify(localStorage)")).ShouldNotContain(CaseDesk.Phone);
        await SendAsync(citizen);
        await citizen.SaysAsync("照片 1 张，已收到");
        var number = (await citizen.Locator(".made-number").InnerTextAsync()).Trim();
        (await citizen.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await ShotAsync(citizen, "report-thanks-phone");
        await citizen.WaitForFunctionAsync("() => !Object.keys(localStorage).some(k => k.startsWith('draft:'))");

        await citizen.Link("查询进度").ClickAsync();
        await Assertions.Expect(citizen.GetByLabel("编号")).ToHaveValueAsync(number);
        await citizen.GetByLabel("电话后四位").FillAsync(CaseDesk.PhoneTail);
        await citizen.Button("查询").ClickAsync();
        await citizen.SaysAsync("已收到，正在审核");
        await ShotAsync(citizen, "query-phone");

        var clerk = await journey.OpenAsync(People.Clerk, $"/submissions/{number}");
        await clerk.SaysAsync(word);
        await Assertions.Expect(clerk.Locator(".file-card")).ToContainTextAsync("现场.jpg");
        await ShotAsync(clerk, "submission-photos-desk");
    });

    [Fact]
    public Task Two_characters_find_the_place_while_the_citizen_types() => Journey.WalkAsync(async journey =>
    {
        var citizen = await journey.OpenAsync(null, "/report", 390, 844);
        await citizen.GetByLabel("查找地点").PressSequentiallyAsync("公主", new() { Delay = 30 });
        var hit = citizen.Locator(".report-hit").Filter(new() { HasText = "新城区海拉尔东路街道公主府社区" });
        await Assertions.Expect(hit).ToBeVisibleAsync();
        await ShotAsync(citizen, "report-find-phone");
        (await citizen.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await hit.ClickAsync();
        await Assertions.Expect(citizen.GetByLabel("在哪个街道")).ToHaveValueAsync("150102001000");
        await Assertions.Expect(citizen.GetByLabel("村（社区）")).ToHaveValueAsync("150102001001");
        await Assertions.Expect(citizen.Locator(".report-hit")).ToHaveCountAsync(0);
        await Assertions.Expect(citizen.GetByLabel("具体位置")).ToBeFocusedAsync();

        // Enter takes the first one and sends nothing.
        await citizen.GetByLabel("查找地点").FillAsync("成吉思汗");
        await Assertions.Expect(citizen.Locator(".report-hit").First).ToContainTextAsync("成吉思汗");
        var first = await citizen.Locator(".report-hit").First.InnerTextAsync();
        await citizen.GetByLabel("查找地点").PressAsync("Enter");
        await citizen.SaysAsync($"已选 {first}");
        await Assertions.Expect(citizen.GetByLabel("查找地点")).ToHaveValueAsync(first);

        await citizen.GetByLabel("什么事").FillAsync("路灯不亮已有一周，请派人修理。");
        await citizen.GetByLabel("电话").FillAsync(CaseDesk.Phone);
        await SendAsync(citizen);
    });

    [Fact]
    public Task Without_a_script_everything_works_as_well() => Journey.WalkAsync(async journey =>
    {
        var citizen = await journey.OpenAsync(null, "/report", 390, 844, withScript: false);
        await citizen.GetByLabel("什么事").FillAsync("路灯不亮已有一周，请派人修理。");
        await citizen.GetByLabel("在哪个街道").SelectOptionAsync(new SelectOptionValue { Label = Township });
        await citizen.Button("列出村（社区）").ClickAsync();
        await citizen.GetByLabel("村（社区）").SelectOptionAsync(new SelectOptionValue { Label = "公主府社区" });
        await citizen.GetByLabel("查找地点").FillAsync("公主");
        await citizen.Button("查找").ClickAsync();
        await ShotAsync(citizen, "report-find-without-script");
        await citizen.Button("新城区海拉尔东路街道公主府社区").ClickAsync();
        await Assertions.Expect(citizen.GetByLabel("什么事")).ToHaveValueAsync("路灯不亮已有一周，请派人修理。");
        await Assertions.Expect(citizen.GetByLabel("村（社区）")).ToHaveValueAsync("150102001001");
        await citizen.GetByLabel("照片", new() { Exact = true }).SetInputFilesAsync(
            new FilePayload { Name = "路灯.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.PhonePhoto(3) });
        await citizen.GetByLabel("电话").FillAsync(CaseDesk.Phone);
        await SendAsync(citizen);
        await citizen.SaysAsync("照片 1 张，已收到");
        await Assertions.Expect(citizen.Locator("svg.qr-code")).ToBeVisibleAsync();
    });

    // Faster than a person: the page asks a machine to look once more.
    private static async Task SendAsync(IPage page)
    {
        await page.WaitForTimeoutAsync(3200);
        await page.Button("提交").ClickAsync();
        await page.SaysAsync("已收到您的反映");
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("GOVERNANCE_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
