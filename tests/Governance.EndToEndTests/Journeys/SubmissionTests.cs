using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.EndToEndTests.Support;
using Governance.IntegrationTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>What a system delivers becomes a case, or is refused; the citizen follows it by its number.</summary>
[Trait("Provision", "P36")]
public sealed class SubmissionTests
{
    [Fact]
    public Task A_delivery_is_asked_back_answered_by_the_citizen_accepted_and_found_as_a_case() => Journey.WalkAsync(async journey =>
    {
        using var system = await LetInAsync(journey);
        var word = CaseDesk.UniqueWord();
        var number = await DeliverAsync(system, word + "小区路灯不亮", "晚上看不清路，请派人修。");

        var clerk = await journey.OpenAsync(People.Clerk, "/submissions");
        await clerk.GetByRole(AriaRole.Link, new() { Name = word }).ClickAsync();
        await clerk.LiveAsync();
        await clerk.SaysAsync("晚上看不清路");
        await Snap.TakeAsync(clerk, "review");
        await clerk.Button("要求补充").ClickAsync();
        await clerk.Field("需要补充的内容").FillAsync("几号楼前的路灯？");
        await clerk.Button("确定要求补充").ClickAsync();
        await clerk.SaysAsync("已要求补充");

        var citizen = await journey.OpenAsync(null, "/query", 390, 844);
        await LookUpAsync(citizen, number);
        await citizen.SaysAsync("几号楼前的路灯？");
        (await citizen.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
        await Snap.TakeAsync(citizen, "citizen-asked");
        await citizen.GetByLabel("补充内容").FillAsync("六号楼前。");
        await citizen.Button("提交补充").ClickAsync();
        await citizen.SaysAsync("已收到您的补充");

        await clerk.GoAsync($"/submissions/{number}");
        await clerk.SaysAsync("六号楼前。");
        await Assertions.Expect(clerk.Field("诉求经过")).ToHaveValueAsync("晚上看不清路，请派人修。\n补充：六号楼前。");
        await clerk.PickAsync("类别", "路灯");
        await clerk.Field("标题").PressAsync("Control+Enter");
        var made = await clerk.ReadNumberAsync();
        await clerk.Link("打开这件案件").ClickAsync();
        await clerk.LiveAsync();
        await clerk.SaysAsync(made);
        await clerk.SaysAsync($"来件 {number}");
        await clerk.ShouldOfferAsync("分派");

        await LookUpAsync(citizen, number);
        await citizen.SaysAsync(made);
        await citizen.Button("查看办理进度").ClickAsync();
        await citizen.SaysAsync("正在确定承办单位");
    });

    [Fact]
    public Task A_delivery_is_refused_with_a_reason_and_another_is_handed_over() => Journey.WalkAsync(async journey =>
    {
        using var system = await LetInAsync(journey);
        var refused = await DeliverAsync(system, CaseDesk.UniqueWord() + "有人诈骗", "有人打电话骗钱。");
        var elsewhere = await DeliverAsync(system, CaseDesk.UniqueWord() + "垃圾没人清运", "楼下垃圾堆了一周。");

        var clerk = await journey.OpenAsync(People.Clerk, $"/submissions/{refused}", 390, 844);
        (await clerk.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
        await Snap.TakeAsync(clerk, "review-phone");
        await clerk.Button("不予受理").ClickAsync();
        await clerk.Button("确定不予受理").ClickAsync();
        await clerk.SaysAsync("请填写不予受理理由");
        await clerk.Field("不予受理理由").FillAsync("涉嫌犯罪，请拨打 110 报案。");
        await clerk.Button("确定不予受理").ClickAsync();
        await clerk.SaysAsync("已不予受理");
        var citizen = await journey.OpenAsync(null, "/query");
        await LookUpAsync(citizen, refused);
        await citizen.SaysAsync("请拨打 110 报案");

        await clerk.GoAsync($"/submissions/{elsewhere}");
        await clerk.Button("转交").ClickAsync();
        await clerk.PickAsync("转交到", "回民区", "回民区");
        await clerk.Button("确定转交").ClickAsync();
        await clerk.SaysAsync("已转交");
        journey.Expect("status of 404");
        await clerk.GoAsync($"/submissions/{elsewhere}");
        await clerk.SaysAsync("没有找到来件");
    });

    [Fact]
    public Task A_delivery_about_a_case_in_hand_is_merged_into_it_from_the_review() => Journey.WalkAsync(async journey =>
    {
        using var system = await LetInAsync(journey);
        var word = CaseDesk.UniqueWord();
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var lead = await clerk.RegisterAsync($"{word}小区东门垃圾三天没有清运", description: "小区东门外的垃圾堆了三天，没有人清运，味道很大。");
        var number = await DeliverAsync(system, $"{word}小区东门垃圾三天没人清运", "小区东门外垃圾堆了三天，没有清运，味道很大。");

        await clerk.GoAsync($"/submissions/{number}");
        await clerk.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"{word}小区东门垃圾三天没有清运" }).GetByRole(AriaRole.Button, new() { Name = "并入这件" }).ClickAsync();
        await clerk.SaysAsync($"并入案件 {lead}");
        await clerk.PickAsync("类别", "垃圾");
        await clerk.Field("并案理由").FillAsync("同一处垃圾");
        await clerk.PictureAsync("review-merge-1440");
        await clerk.Button("登记并并入").ClickAsync();
        var made = await clerk.ReadNumberAsync();

        await clerk.OpenCaseAsync(made);
        await clerk.SaysAsync("已并案");
        await clerk.GoAsync($"/cases/{lead}/repeats");
        await clerk.SaysAsync(made);
        var citizen = await journey.OpenAsync(null, "/query", 390, 844);
        await LookUpAsync(citizen, number);
        await citizen.SaysAsync("同一件事已有案件在办");
        await citizen.SaysAsync(made);
    });

    [Fact]
    public Task What_is_asked_back_is_answered_with_a_photo_that_the_reviewer_sees() => Journey.WalkAsync(async journey =>
    {
        using var system = await LetInAsync(journey);
        var number = await DeliverAsync(system, CaseDesk.UniqueWord() + "人行道塌陷", "人行道塌了一块，有人绊倒。");
        var clerk = await journey.OpenAsync(People.Clerk, $"/submissions/{number}");
        await clerk.Button("要求补充").ClickAsync();
        await clerk.Field("需要补充的内容").FillAsync("请拍一张现场照片。");
        await clerk.Button("确定要求补充").ClickAsync();
        await clerk.SaysAsync("已要求补充");

        var citizen = await journey.OpenAsync(null, "/query", 390, 844);
        await LookUpAsync(citizen, number);
        await citizen.SaysAsync("请拍一张现场照片。");
        await citizen.GetByLabel("补充内容").FillAsync("在公交站牌下面。");
        await citizen.GetByLabel("照片（可不传").SetInputFilesAsync(new FilePayload { Name = "说明.txt", MimeType = "text/plain", Buffer = "不是照片"u8.ToArray() });
        await citizen.Button("提交补充").ClickAsync();
        await citizen.SaysAsync("说明.txt");
        await Assertions.Expect(citizen.GetByLabel("补充内容")).ToHaveValueAsync("在公交站牌下面。");
        await citizen.GetByLabel("照片（可不传").SetInputFilesAsync(new FilePayload { Name = "塌陷.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.PhonePhoto() });
        await citizen.Button("提交补充").ClickAsync();
        await citizen.SaysAsync("已收到您的补充");
        (await citizen.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();

        await clerk.GoAsync($"/submissions/{number}");
        await clerk.SaysAsync("在公交站牌下面。");
        await Assertions.Expect(clerk.Locator(".file-card")).ToHaveCountAsync(1);
        await Assertions.Expect(clerk.Locator(".file-card")).ToContainTextAsync("塌陷.jpg");
        await clerk.PictureAsync("review-photo-1440");
    });

    private static async Task LookUpAsync(IPage citizen, string number)
    {
        await citizen.GoAsync("/query");
        await citizen.GetByLabel("案件编号").FillAsync(number);
        await citizen.GetByLabel("电话后四位").FillAsync(CaseDesk.PhoneTail);
        await citizen.Button("查询").ClickAsync();
    }

    /// <summary>An administrator makes a client and hands its key to the system.</summary>
    private static async Task<HttpClient> LetInAsync(Journey journey)
    {
        var administrator = await journey.OpenAsync(People.Administrator, "/clients/new");
        await administrator.Field("名称").FillAsync("热线平台" + CaseDesk.UniqueWord());
        await administrator.GetByRole(AriaRole.Group, new() { Name = "地区" }).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Snap.TakeAsync(administrator, "client-new");
        await administrator.Button("建立").ClickAsync();
        var key = await administrator.Locator(".hand-over code").First.InnerTextAsync();
        await administrator.Link("打开这个接口客户").ClickAsync();
        await administrator.LiveAsync();
        await administrator.SaysAsync("还没有请求");
        return new HttpClient
        {
            BaseAddress = new Uri(journey.Portal.Server.Url), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key.Trim()) },
        };
    }

    private static async Task<string> DeliverAsync(HttpClient system, string title, string description)
    {
        var answer = await system.PostAsJsonAsync("/api/v1/submissions", new
        {
            sourceNumber = Guid.NewGuid().ToString("N"), title, description, place = "150102001001", contactName = "乌云其其格", contactPhone = CaseDesk.Phone,
        });
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return (string)JsonNode.Parse(text)!["number"]!;
    }
}
