using Governance.Domain.Platform;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>The lead asks another department for its part; the result waits for it.</summary>
[Trait("Provision", "P37")]
public sealed class SubTaskTests
{
    private const string LeadBody = "新城区商务局";
    private const string Unit = "新城区文化旅游广电局";

    [Fact]
    public Task The_lead_gives_a_task_the_unit_answers_and_the_result_follows() => Journey.WalkAsync(async journey =>
    {
        await People.CreateAsync(journey.Portal.ConnectionString, "taskgiver", Role.DepartmentHandler, "150102000000", "commerce", name: "秦岭", bodyName: LeadBody);
        await People.CreateAsync(journey.Portal.ConnectionString, "taskunit", Role.DepartmentHandler, "150102000000", "culture", name: "沈玉", bodyName: Unit);
        var title = $"{CaseDesk.UniqueWord()}公交站旁垃圾异味";
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync(title);
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("受理");
        await clerk.TakeAsync("分派", body: LeadBody);

        var lead = await journey.OpenAsync("taskgiver", $"/cases/{number}");
        await lead.TakeAsync("签收");
        await lead.GetByRole(AriaRole.Link, new() { Name = "协办任务", Exact = true }).Last.ClickAsync();
        await lead.LiveAsync();
        await lead.Button("交办协办").ClickAsync();
        await lead.Button("确定交办").ClickAsync();
        await lead.SaysAsync("请填写协办单位");
        await lead.PickAsync("协办单位", "文化旅游", Unit);
        await lead.Field("协办要求").FillAsync("请检测站点空气并消杀。");
        await lead.Button("确定交办").ClickAsync();
        await Assertions.Expect(lead.Locator("#main")).ToContainTextAsync("待签收");

        var unit = await journey.OpenAsync("taskunit", "/tasks", 390, 844);
        await unit.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await unit.LiveAsync();
        await unit.Button("签收协办").ClickAsync();
        await unit.Button("确定签收协办").ClickAsync();
        await unit.Button("协办回复").ClickAsync();
        await unit.Button("确定协办回复").ClickAsync();
        await unit.SaysAsync("请填写协办情况");
        await unit.Locator("#task-note").FillAsync("已检测并完成消杀。");
        await unit.Button("确定协办回复").ClickAsync();
        await unit.SaysAsync("待确认");
        (await unit.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();

        await lead.OpenCaseAsync(number);
        await lead.BeginAsync("提交办理结果", "已处置。");
        await lead.Button("确定提交办理结果").ClickAsync();
        await lead.SaysAsync("还有 1 项协办任务没有完成");
        await lead.GoAsync($"/cases/{number}/tasks");
        await lead.Button("确认协办").ClickAsync();
        await lead.Button("确定确认协办").ClickAsync();
        await lead.SaysAsync("已完成");
        await lead.OpenCaseAsync(number);
        await lead.TakeAsync("提交办理结果", "站点已消杀，垃圾已清运。");
    });
}
