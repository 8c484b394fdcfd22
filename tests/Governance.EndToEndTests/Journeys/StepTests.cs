using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>Steps that go back, steps that no longer fit, and two people at the same case.</summary>
public sealed class StepTests
{
    private const string Housing = "新城区住房和城乡建设局";

    [Fact]
    public Task A_case_is_returned_and_recalled_with_reasons() => Journey.WalkAsync(async journey =>
    {
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync($"{CaseDesk.UniqueWord()}屋面漏水", button: "保存并受理");
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("分派", body: Housing);

        var handler = await journey.OpenAsync(People.Handler, $"/cases/{number}");
        await handler.BeginAsync("退回");
        await handler.Button("确定退回").ClickAsync();
        await handler.SaysAsync("退回理由");
        await Assertions.Expect(handler.Locator("#step-note-error")).Not.ToHaveTextAsync("");
        await handler.Locator("#step-note").FillAsync("属于物业保修期内事项，应由区物业中心办理。");
        await handler.Button("确定退回").ClickAsync();
        await handler.SaysAsync("没有找到");

        await clerk.OpenCaseAsync(number);
        await clerk.SaysAsync("属于物业保修期内事项，应由区物业中心办理。");
        await clerk.ShouldOfferAsync("分派");
        await clerk.TakeAsync("分派", body: Housing);
        await clerk.ShouldOfferAsync("撤回");
        await clerk.TakeAsync("撤回", "分派有误，改由街道直接办理。");
        await clerk.ShouldOfferAsync("分派");
        await clerk.SaysAsync("分派有误，改由街道直接办理。");
    });

    [Fact]
    public Task A_step_from_a_stale_page_is_refused_and_the_words_stay() => Journey.WalkAsync(async journey =>
    {
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync($"{CaseDesk.UniqueWord()}道路积水");
        await clerk.OpenCaseAsync(number);
        await clerk.BeginAsync("不予受理", "经核实属于诉讼事项，请向人民法院起诉。");

        var centre = await journey.OpenAsync(People.Centre, $"/cases/{number}");
        await centre.TakeAsync("受理", "先行受理。");

        await clerk.Button("确定不予受理").ClickAsync();
        await clerk.SaysAsync("受理");
        var told = clerk.GetByRole(AriaRole.Alert).Filter(new() { HasText = "查看最新情况" });
        await Assertions.Expect(told).ToContainTextAsync(People.CentreName);
        await Assertions.Expect(told).ToContainTextAsync("受理");
        await Assertions.Expect(clerk.Locator("#step-note")).ToHaveValueAsync("经核实属于诉讼事项，请向人民法院起诉。");
        await clerk.Button("查看最新情况").ClickAsync();
        await clerk.SaysAsync("经核实属于诉讼事项，请向人民法院起诉。");
        await clerk.ShouldOfferAsync("分派");
    });

    [Fact]
    public Task Two_people_correct_the_same_case_and_nothing_is_lost() => Journey.WalkAsync(async journey =>
    {
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var word = CaseDesk.UniqueWord();
        var number = await clerk.RegisterAsync($"{word}门前堆土");
        await clerk.OpenCaseAsync(number);
        var centre = await journey.OpenAsync(People.Centre, $"/cases/{number}");
        await clerk.Button("更正信息").ClickAsync();
        await centre.Button("更正信息").ClickAsync();

        await clerk.Field("标题").FillAsync($"{word}单元门前堆土挡路");
        await clerk.Button("保存更正").ClickAsync();
        await Assertions.Expect(clerk.Button("保存更正")).ToHaveCountAsync(0);

        await centre.Field("详细地址").FillAsync("二号楼三单元");
        await centre.Button("保存更正").ClickAsync();
        var told = centre.GetByRole(AriaRole.Alert).Filter(new() { HasText = People.ClerkName });
        await Assertions.Expect(told).ToContainTextAsync("更正");
        await Assertions.Expect(centre.Field("详细地址")).ToHaveValueAsync("二号楼三单元");
        await centre.Button("保存更正").ClickAsync();
        await Assertions.Expect(centre.Button("保存更正")).ToHaveCountAsync(0);

        await clerk.OpenCaseAsync(number);
        await clerk.SaysAsync("二号楼三单元");
        await clerk.SaysAsync($"{word}单元门前堆土挡路");
    });

    [Fact]
    public Task A_reporter_is_shown_for_a_reason_and_the_auditor_sees_it() => Journey.WalkAsync(async journey =>
    {
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync($"{CaseDesk.UniqueWord()}电梯停运");
        await clerk.OpenCaseAsync(number);
        await clerk.SaysNothingOfAsync(CaseDesk.Phone);
        await clerk.Button("查看").ClickAsync();
        await clerk.GetByLabel("查看原因").WaitForAsync();
        await clerk.GetByRole(AriaRole.Button, new() { Name = "查看", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(clerk.Locator("#reveal-reason-error")).Not.ToHaveTextAsync("");
        var reason = $"回访反映人{CaseDesk.UniqueWord()}";
        await clerk.GetByLabel("查看原因").FillAsync(reason);
        await clerk.GetByLabel("查看原因").PressAsync("Enter");
        await clerk.SaysAsync(CaseDesk.Phone);
        await clerk.SaysAsync("乌云其其格");

        var auditor = await journey.OpenAsync(People.Auditor, "/audit");
        await auditor.SaysAsync(number);
        await auditor.SaysAsync(reason);
        await auditor.SaysAsync(People.ClerkName);
        await auditor.SaysNothingOfAsync(CaseDesk.Phone);
    });
}
