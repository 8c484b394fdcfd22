using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>The case sheet on paper (案件办理单).</summary>
public sealed class PrintTests
{
    private static readonly string[] Sections = ["经过", "基本情况", "期限"];

    [Fact]
    public Task A_case_is_printed_as_a_sheet_without_buttons_and_without_clear_personal_data() => Journey.WalkAsync(async journey =>
    {
        var title = $"{CaseDesk.UniqueWord()}路灯不亮";
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync(title);
        await clerk.OpenCaseAsync(number);
        var sheet = clerk.GetByText("案件办理单");
        await Assertions.Expect(sheet).ToBeHiddenAsync();
        await clerk.EvaluateAsync("window.print = () => { document.body.dataset.printed = 'yes'; }");
        await clerk.Button("打印办理单").ClickAsync();
        await Assertions.Expect(clerk.Locator("body")).ToHaveAttributeAsync("data-printed", "yes");

        await clerk.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        await clerk.SaysAsync(number);
        await clerk.SaysAsync(title);
        foreach (var shown in Sections)
            await Assertions.Expect(clerk.GetByRole(AriaRole.Heading, new() { Name = shown, Exact = true })).ToBeVisibleAsync();
        foreach (var button in await clerk.GetByRole(AriaRole.Button, new() { IncludeHidden = true }).AllAsync())
            await Assertions.Expect(button).ToBeHiddenAsync();
        await Assertions.Expect(clerk.GetByText("经办人：")).ToBeVisibleAsync();
        await clerk.SaysNothingOfAsync(CaseDesk.Phone);
    });
}
