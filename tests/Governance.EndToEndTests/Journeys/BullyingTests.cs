using Governance.Domain.Platform;
using Governance.EndToEndTests.Support;
using Governance.IntegrationTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>
/// Restricted matters in the browser: a report of bullying from a child's phone to the answer on the look-up, and a lead that goes to the police.
/// The people are of a county that no other journey works in.
/// </summary>
public sealed class BullyingTests
{
    private const string County = "150104000000";
    private const string CountyName = "玉泉区";
    private const string Keeper = "bully-centre";
    private const string Officer = "bully-police";
    private const string OtherOfficer = "bully-police2";
    private const string Police = "呼和浩特市公安局玉泉区分局";

    [Fact]
    public Task A_child_reports_by_phone_and_reads_the_answer_that_nobody_else_could_see() => Journey.WalkAsync(async journey =>
    {
        // What others may not see is missing to them; the browser says so.
        journey.Expect("status of 404");
        await HireAsync(journey);
        var word = CaseDesk.UniqueWord();
        var child = await journey.OpenAsync(null, "/report", 390, 844);
        await child.Link("学生欺凌举报").First.ClickAsync();
        await child.SaysAsync("谁会看到");
        await child.GetByLabel("哪个学校").FillAsync($"{word}中学");
        await child.GetByLabel("学校在哪里").SelectOptionAsync(new SelectOptionValue { Value = County });
        await child.GetByLabel("什么时候").FillAsync("这周三放学后");
        await child.GetByLabel("发生了什么").FillAsync("他们把我堵在操场后面，抢走饭卡，还推我。");
        await child.GetByLabel("谁被欺负了").FillAsync("王小明");
        await child.GetByLabel("照片、聊天截图").SetInputFilesAsync(new FilePayload { Name = "截图.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.PhonePhoto() });
        await child.GetByLabel("学生", new() { Exact = true }).CheckAsync();
        await ShouldFitAsync(child);
        await Snap.TakeAsync(child, "bullying-form-390");
        (await child.EvaluateAsync<string>("() => JSON.stringify(localStorage)")).ShouldNotContain("操场");
        await child.WaitForTimeoutAsync(3200);
        await child.Button("提交").ClickAsync();
        await child.SaysAsync("收到了，谢谢你说出来");
        var number = (await child.Locator(".made-number").First.InnerTextAsync()).Trim();
        var code = (await child.Locator("[data-code]").InnerTextAsync()).Trim();
        await ShouldFitAsync(child);
        await Snap.TakeAsync(child, "bullying-thanks-390");

        var clerk = await journey.OpenAsync(People.Clerk, $"/submissions?view=all&q={number}");
        await clerk.SaysAsync("没有符合条件的来件");
        await clerk.GoAsync($"/submissions/{number}");
        await clerk.SaysAsync("没有找到来件");

        var keeper = await journey.OpenAsync(Keeper, "/restricted");
        await keeper.SaysAsync($"{word}中学");
        await Snap.TakeAsync(keeper, "restricted-list-1440");
        await keeper.Link($"{word}中学：学生欺凌举报").ClickAsync();
        await keeper.SaysAsync("受理并登记");
        await keeper.LiveAsync();
        await Assertions.Expect(keeper.Locator(".file-card")).ToContainTextAsync("截图.jpg");
        await Snap.TakeAsync(keeper, "restricted-submission-1440");
        await keeper.Button("查看涉事人员").ClickAsync();
        await keeper.GetByLabel("查看原因").FillAsync("联系学校核实");
        await keeper.GetByLabel("查看原因").PressAsync("Enter");
        await keeper.SaysAsync("受到伤害的：王小明");
        await keeper.PickAsync("地点", "小召前街");
        await keeper.Button("受理并登记").ClickAsync();
        var made = await keeper.ReadNumberAsync();
        await keeper.GoAsync($"/cases/{made}/restriction");
        await keeper.SaysAsync("登记以前不能结案");
        await keeper.Button("登记查证").ClickAsync();
        await keeper.GetByLabel("查证结论").SelectOptionAsync(new SelectOptionValue { Label = "查证属实" });
        await keeper.GetByLabel("查证情况").FillAsync("查看监控，分别询问有关学生。");
        await keeper.GetByLabel("处理措施").FillAsync("批评教育，约谈家长。");
        await keeper.Button("保存查证结论").ClickAsync();
        await keeper.SaysAsync("查看监控，分别询问有关学生。");
        await keeper.Button("登记反馈").ClickAsync();
        await keeper.GetByLabel("方式").SelectOptionAsync(new SelectOptionValue { Label = "查询页" });
        await keeper.GetByLabel("反馈内容").FillAsync("王小明的事学校已处理。");
        await keeper.Button("保存反馈").ClickAsync();
        await keeper.SaysAsync("内容里有当事人姓名“王小明”");
        await keeper.GetByLabel("反馈内容").FillAsync("已核实，学校已批评教育有关学生。再发生请马上告诉我们。");
        await keeper.Button("保存反馈").ClickAsync();
        await keeper.SaysAsync("查询页可见");
        await Snap.TakeAsync(keeper, "restricted-case-1440");

        await clerk.GoAsync($"/cases/{made}");
        await clerk.SaysAsync("没有找到案件");

        await child.GotoAsync($"/query?number={number}");
        await child.GetByLabel("电话后四位").FillAsync(code);
        await child.Button("查询").ClickAsync();
        await child.SaysAsync("已核实，学校已批评教育有关学生。");
        await child.SaysAsync("已经核实");
        (await child.Locator("main").InnerTextAsync()).ShouldNotContain("王小明");
        await ShouldFitAsync(child);
        await Snap.TakeAsync(child, "bullying-answer-390");
    });

    [Fact]
    public Task A_lead_goes_to_a_named_officer_with_a_receipt_and_is_invisible_to_others() => Journey.WalkAsync(async journey =>
    {
        journey.Expect("status of 404");
        await HireAsync(journey);
        var title = CaseDesk.UniqueWord() + "早市强收保护费";
        var keeper = await journey.OpenAsync(Keeper, "/cases/new");
        await keeper.FillCaseAsync(title, "小召前街", "每周有人来收所谓管理费，不交就掀摊子。");
        await keeper.PickAsync("类别", "涉黑涉恶");
        await keeper.Button("只登记").ClickAsync();
        var number = await keeper.ReadNumberAsync();
        await keeper.GoAsync($"/cases/{number}/restriction");
        await keeper.PickAsync("公安机关承办人", "高警官");
        await Assertions.Expect(keeper.Locator(".picked-list")).ToContainTextAsync("高警官");
        await keeper.GetByLabel("移送说明").FillAsync("笔录两份");
        await Snap.TakeAsync(keeper, "hand-over-1440");
        await keeper.Button("确定移送").ClickAsync();
        await keeper.SaysAsync("未收到回执");

        var other = await journey.OpenAsync(OtherOfficer, $"/cases/{number}");
        await other.SaysAsync("没有找到案件");
        var officer = await journey.OpenAsync(Officer, "/restricted", 390, 844);
        await officer.SaysAsync(title);
        await Snap.TakeAsync(officer, "restricted-list-390");
        await officer.GoAsync($"/cases/{number}/restriction");
        await officer.GetByLabel("回执编号").FillAsync("玉公刑收17号");
        await officer.GetByLabel("接收人").FillAsync("高警官");
        await officer.Button("登记回执").ClickAsync();
        await officer.SaysAsync("玉公刑收17号，高警官 接收");
        await ShouldFitAsync(officer);
        await Snap.TakeAsync(officer, "hand-over-390");

        // The keeper narrows the own office to one person.
        await keeper.GoAsync($"/cases/{number}/restriction");
        await keeper.SaysAsync("玉公刑收17号");
        await keeper.Button("指定承办人").ClickAsync();
        await keeper.GetByLabel("单位").SelectOptionAsync(new SelectOptionValue { Label = Police });
        await keeper.GetByRole(AriaRole.Checkbox, new() { Name = "邱警官" }).CheckAsync();
        await keeper.GetByRole(AriaRole.Checkbox, new() { Name = "高警官" }).UncheckAsync();
        await keeper.GetByLabel("指定原因").FillAsync("高警官调离");
        await Snap.TakeAsync(keeper, "name-handlers-1440");
        await keeper.Button("确定指定承办人").ClickAsync();
        await Assertions.Expect(keeper.Locator("section[aria-labelledby=circle]")).ToContainTextAsync("邱警官");
        await other.GoAsync($"/cases/{number}");
        await other.SaysAsync(title);
        await officer.GoAsync($"/cases/{number}");
        await officer.SaysAsync("没有找到案件");
    });

    private static async Task HireAsync(Journey journey)
    {
        var database = journey.Portal.ConnectionString;
        await People.CreateAsync(database, Keeper, Role.CentreStaff, County, "centre", name: "云敏", bodyName: $"{CountyName}社会治安综合治理中心");
        await People.CreateAsync(database, Officer, Role.DepartmentHandler, County, "police", name: "高警官", bodyName: Police);
        await People.CreateAsync(database, OtherOfficer, Role.DepartmentHandler, County, "police", name: "邱警官", bodyName: Police);
    }

    private static async Task ShouldFitAsync(IPage page) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
}
