using Governance.Domain.Platform;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>What the reporter says of the answer: on the phone, or when the clerk calls back.</summary>
public sealed class SatisfactionTests
{
    // A department of its own: other journeys look at what waits for the common handler.
    private const string Body = "新城区水务局";
    private const string Handler = "handler4";

    [Fact]
    public Task An_unhappy_citizen_has_the_case_reopened_once_and_a_call_back_is_kept() => Journey.WalkAsync(async journey =>
    {
        await People.CreateAsync(journey.Portal.ConnectionString, Handler, Role.DepartmentHandler, "150102000000", "water", name: "韩江", bodyName: Body);
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync($"{CaseDesk.UniqueWord()}小区水压不足");
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("受理");
        var handler = await journey.OpenAsync(Handler, "/");
        await CloseAsync(clerk, handler, number);

        var citizen = await journey.OpenAsync(null, "/query", 390, 844);
        await citizen.GetByLabel("案件编号").FillAsync(number);
        await citizen.GetByLabel("电话后四位").FillAsync(CaseDesk.PhoneTail);
        await citizen.Button("查询").ClickAsync();
        await citizen.SaysAsync("您对处理结果满意吗");
        (await citizen.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
        await citizen.GetByRole(AriaRole.Radio, new() { Name = "不满意", Exact = true }).CheckAsync();
        await citizen.Button("提交评价").ClickAsync();
        await citizen.SaysAsync("案件已重新受理");
        await Assertions.Expect(citizen.Button("提交评价")).ToHaveCountAsync(0);

        await clerk.OpenCaseAsync(number);
        await clerk.ShouldOfferAsync("分派");
        await clerk.SaysAsync("自动重新办理");
        await CloseAsync(clerk, handler, number);
        await clerk.Button("回访").ClickAsync();
        await clerk.Button("保存回访").ClickAsync();
        await clerk.SaysAsync("请填写满意度");
        await clerk.Choice("反映人评价").SelectOptionAsync(new SelectOptionValue { Label = "不满意" });
        await clerk.GetByLabel("补充说明").FillAsync("仍希望加装增压泵。");
        await clerk.Button("保存回访").ClickAsync();
        await Assertions.Expect(clerk.Locator(".timeline li").First).ToContainTextAsync("不满意：仍希望加装增压泵。");
        await Assertions.Expect(clerk.Button("保存回访")).ToHaveCountAsync(0);
        await clerk.ShouldOfferAsync("归档", "重开");
    });

    private static async Task CloseAsync(IPage clerk, IPage handler, string number)
    {
        await clerk.TakeAsync("分派", body: Body);
        await handler.OpenCaseAsync(number);
        await handler.TakeAsync("签收");
        await handler.TakeAsync("提交办理结果", "已检修加压设备。");
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("核查通过", "入户查看属实。");
        await clerk.TakeAsync("结案", "加压设备已检修。");
    }
}
