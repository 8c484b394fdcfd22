using Governance.Domain.Platform;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>包案与批示: a leader takes charge of a case, follows it up, instructs, and hears what came of it.</summary>
[Trait("Provision", "P37")]
public sealed class ChargeTests
{
    private const string Body = "新城区退役军人事务局";
    private const string LeaderName = "高远山";

    [Fact]
    public Task A_leader_takes_charge_follows_up_instructs_and_hears_what_was_done() => Journey.WalkAsync(async journey =>
    {
        await People.CreateAsync(journey.Portal.ConnectionString, "veterans1", Role.DepartmentHandler, "150102000000", "veterans", name: "邢志远", bodyName: Body);
        await People.CreateAsync(journey.Portal.ConnectionString, "chargeleader", Role.Leader, "150102000000", "gov", name: LeaderName, bodyName: "新城区人民政府");
        var title = $"{CaseDesk.UniqueWord()}优抚金连续三个月没有到账";
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync(title);
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("受理");
        await clerk.TakeAsync("分派", body: Body);

        var centre = await journey.OpenAsync(People.Centre, $"/cases/{number}/charge");
        await centre.Button("包案").ClickAsync();
        await centre.Button("确定包案").ClickAsync();
        await centre.SaysAsync("请从列表中选择包案领导");
        await centre.PickAsync("包案领导", LeaderName[..1], LeaderName);
        await centre.GetByLabel("几天跟进一次").FillAsync("5");
        await centre.Button("确定包案").ClickAsync();
        await centre.SaysAsync("每 5 天");

        var leader = await journey.OpenAsync("chargeleader", "/charges", 390, 844);
        await leader.SaysAsync("还有 5 天");
        (await leader.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
        await leader.PictureAsync("charges-390");
        await leader.Link(title).ClickAsync();
        await leader.LiveAsync();
        await leader.Button("跟进").ClickAsync();
        await leader.Button("确定跟进").ClickAsync();
        await leader.SaysAsync("请填写跟进情况");
        await leader.Field("跟进情况").FillAsync("已与当事人见面，材料齐全，只差核定。");
        await leader.Button("确定跟进").ClickAsync();
        await leader.SaysAsync("已与当事人见面");
        await leader.OpenCaseAsync(number);
        await leader.GetByRole(AriaRole.Group, new() { Name = "办理交流", Exact = true }).GetByRole(AriaRole.Button, new() { Name = "批示", Exact = true }).ClickAsync();
        await leader.Locator("#remark-note").FillAsync("本周内核定到位。");
        await leader.Button("确定批示").ClickAsync();
        await leader.SaysAsync("本周内核定到位。");

        var handler = await journey.OpenAsync("veterans1", $"/cases/{number}/charge");
        await handler.SaysAsync("批示待落实");
        await handler.Button("落实批示").ClickAsync();
        await handler.Field("落实情况").FillAsync("已核定，今天补发三个月。");
        await handler.Button("确定落实批示").ClickAsync();
        await handler.SaysAsync("已核定，今天补发三个月。");
        await Assertions.Expect(handler.Locator("#main")).Not.ToContainTextAsync("批示待落实");
        await handler.PictureAsync("charge-1440");
        await leader.HearsAsync("落实批示");
    });
}
