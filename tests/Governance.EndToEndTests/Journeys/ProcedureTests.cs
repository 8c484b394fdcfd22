using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>A dispute is mediated: to an agreement with its papers and its confirmation, and in vain with the ways that are open next.</summary>
[Trait("Provision", "P32")]
public sealed class ProcedureTests
{
    [Fact]
    public Task A_mediation_runs_to_an_agreement_its_papers_and_the_court() => Journey.WalkAsync(async journey =>
    {
        var (clerk, number) = await BeginAsync(journey, "楼上漏水");
        await clerk.SaysAsync("还没有启动程序");
        await clerk.Button("启动程序").ClickAsync();
        await clerk.Choice("程序").SelectOptionAsync(new SelectOptionValue { Label = "人民调解" });
        (await clerk.Field("办理单位").InputValueAsync()).ShouldEndWith("人民调解委员会");
        await clerk.Button("确定启动").ClickAsync();
        await clerk.SaysAsync("请确认双方当事人是否同意");
        await clerk.Choice("双方当事人").SelectOptionAsync("yes");
        await clerk.Field("名册外的调解员").FillAsync("陈安");
        await clerk.Button("确定启动").ClickAsync();
        await Assertions.Expect(clerk.Button("确定启动")).ToHaveCountAsync(0);

        await StepAsync(clerk, "受理");
        await clerk.SaysAsync("待本市确认");
        await StepAsync(clerk, "调解");
        await clerk.Button("登记结果").ClickAsync();
        await clerk.Field("协议内容").FillAsync("三日内修好，赔偿五百元。");
        await clerk.Field("协议金额（元）").FillAsync("500");
        await clerk.Button("确定").ClickAsync();
        await clerk.SaysAsync("以前共同申请");
        await clerk.SaysAsync("500 元");

        var saved = await clerk.RunAndWaitForDownloadAsync(() => clerk.Locator(".paper", new() { HasText = "调解协议书" }).GetByText("下载").ClickAsync());
        saved.SuggestedFilename.ShouldEndWith(".docx");
        await clerk.Locator(".papers").GetByRole(AriaRole.Link, new() { Name = "调解协议书" }).ClickAsync();
        await Assertions.Expect(clerk.Locator(".paper-title")).ToHaveTextAsync("调解协议书");
        await clerk.SaysAsync("三日内修好，赔偿五百元。");
        await clerk.SaysAsync("调协〔");
        await clerk.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(clerk.Button("打印")).ToBeHiddenAsync();
        await Assertions.Expect(clerk.Locator(".paper-sheet")).ToBeVisibleAsync();
        await clerk.EmulateMediaAsync(new() { Media = Media.Screen });

        await clerk.GoAsync("/procedures?standing=to-confirm");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "楼上漏水" }).First.ClickAsync();
        await clerk.LiveAsync();
        await clerk.Button("申请司法确认").ClickAsync();
        await clerk.Field("受理法院").FillAsync("新城区人民法院");
        await clerk.Button("确定").ClickAsync();
        await clerk.SaysAsync("已向新城区人民法院申请");
        await clerk.Button("登记法院裁定").ClickAsync();
        await clerk.Choice("法院的裁定").SelectOptionAsync(new SelectOptionValue { Label = "裁定调解协议有效" });
        await clerk.Field("裁定文号或者说明").FillAsync("民特12号");
        await clerk.Button("确定").ClickAsync();
        await clerk.SaysAsync("裁定调解协议有效（新城区人民法院）");
        await clerk.OpenCaseAsync(number);
        await clerk.SaysAsync("人民调解：达成调解协议");
    });

    [Fact]
    [Trait("Provision", "P34")]
    public Task A_suggested_mediator_leads_to_an_agreement_on_paper_with_the_parties_named() => Journey.WalkAsync(async journey =>
    {
        var name = CaseDesk.UniqueWord();
        var centre = await journey.OpenAsync(People.Centre, "/mediation/committees/new");
        await centre.Field("名称").FillAsync($"{name}调解委员会");
        await centre.PickAsync("所在地区", "海拉尔东路");
        await centre.Button("保存").ClickAsync();
        await centre.SaysAsync("变更记录");
        var committee = centre.Url;
        foreach (var mediator in new[] { $"{name}甲", $"{name}乙" })
        {
            await centre.GoAsync(committee);
            await centre.Link("聘任调解员").ClickAsync();
            await centre.SaysAsync("聘任依据");
            await centre.Field("姓名").FillAsync(mediator);
            await centre.Field("聘任依据").FillAsync("调委会第 3 次会议");
            await centre.Button("聘任").ClickAsync();
            await centre.SaysAsync("依据：调委会第 3 次会议");
        }

        var (clerk, number) = await BeginAsync(journey, "楼上漏水");
        await clerk.GoAsync($"/cases/{number}/parties");
        await clerk.LiveAsync();
        await AddPartyAsync(clerk, "申请人", "巴特尔", "13955556666");
        await AddPartyAsync(clerk, "被申请人", $"{name}乙", "");
        await clerk.GoAsync($"/cases/{number}/procedures");
        await clerk.LiveAsync();
        await clerk.Button("启动程序").ClickAsync();
        await clerk.Choice("程序").SelectOptionAsync(new SelectOptionValue { Label = "人民调解" });
        await clerk.SaysAsync("可以请谁调解");
        await clerk.Locator(".left-out summary").ClickAsync();
        await Assertions.Expect(clerk.Locator(".left-out li", new() { HasText = $"{name}乙" })).ToContainTextAsync("应当回避");
        await clerk.Choice("双方当事人").SelectOptionAsync("yes");
        // Whoever is not suggested is found by name, and refused with the reason.
        await clerk.PickAsync("调解员", $"{name}乙");
        await clerk.Button("确定启动").ClickAsync();
        await Assertions.Expect(clerk.Locator("#procedure-mediator-error")).ToContainTextAsync("应当回避");
        await clerk.GetByRole(AriaRole.Button, new() { NameRegex = new("再列") }).ClickAsync();
        await clerk.Button($"选用{name}甲").ClickAsync();
        await Assertions.Expect(clerk.Field("办理单位")).ToHaveValueAsync($"{name}调解委员会");
        await clerk.Button("确定启动").ClickAsync();
        await Assertions.Expect(clerk.Button("确定启动")).ToHaveCountAsync(0);
        await Assertions.Expect(clerk.Locator(".procedure-card").GetByRole(AriaRole.Link, new() { Name = $"{name}甲" })).ToBeVisibleAsync();

        await StepAsync(clerk, "受理");
        await StepAsync(clerk, "调解");
        await clerk.Button("登记结果").ClickAsync();
        await clerk.Field("协议内容").FillAsync("三日内修好，赔偿五百元。");
        await clerk.Button("确定").ClickAsync();
        await clerk.SaysAsync("以前共同申请");
        await clerk.Locator(".papers").GetByRole(AriaRole.Link, new() { Name = "调解协议书" }).ClickAsync();
        await clerk.SaysAsync("巴**");
        await clerk.Field("填入当事人信息的原因").FillAsync("看");
        await clerk.Button("填入当事人信息").ClickAsync();
        await clerk.SaysAsync("至少 4 个字");
        await clerk.Field("填入当事人信息的原因").FillAsync("制作协议书交双方签字");
        await clerk.Button("填入当事人信息").ClickAsync();
        var sheet = clerk.Locator(".paper-sheet");
        await Assertions.Expect(sheet).ToContainTextAsync("巴特尔（自然人）");
        await Assertions.Expect(sheet).ToContainTextAsync("13955556666");
        await Assertions.Expect(sheet).ToContainTextAsync($"调解员：{name}甲");
        var saved = await clerk.RunAndWaitForDownloadAsync(() => clerk.Button("填入并下载文档").ClickAsync());
        saved.SuggestedFilename.ShouldStartWith("调解协议书");
        using (var word = System.IO.Compression.ZipFile.OpenRead(await saved.PathAsync()))
        using (var text = new StreamReader(word.GetEntry("word/document.xml")!.Open()))
            (await text.ReadToEndAsync()).ShouldContain("巴特尔");

        await clerk.GoAsync("/mediation/mediators?q=" + Uri.EscapeDataString(name));
        await Assertions.Expect(clerk.Locator("tbody tr", new() { HasText = $"{name}甲" })).ToContainTextAsync("近一年办结 1 件，达成协议 1 件");
    });

    [Fact]
    public Task A_mediation_in_vain_tells_what_is_open_next_and_opens_it() => Journey.WalkAsync(async journey =>
    {
        var (clerk, number) = await BeginAsync(journey, "欠物业费");
        await OpenAsync(clerk, "人民调解");
        await StepAsync(clerk, "受理");
        await StepAsync(clerk, "调解");
        await clerk.Button("登记结果").ClickAsync();
        await clerk.Choice("结果").SelectOptionAsync(new SelectOptionValue { Label = "调解不成" });
        await clerk.Field("结果说明").FillAsync("差距太大。");
        await clerk.Button("确定").ClickAsync();
        await clerk.SaysAsync("下一步可以");
        await clerk.SaysAsync("可以向人民法院提起诉讼");
        await clerk.SetViewportSizeAsync(390, 844);
        (await clerk.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
        await clerk.SetViewportSizeAsync(1440, 900);

        await clerk.Button("启动民事诉讼").ClickAsync();
        await Assertions.Expect(clerk.Choice("程序")).ToHaveValueAsync("civil-suit");
        await clerk.Button("确定启动").ClickAsync();
        await Assertions.Expect(clerk.Button("确定启动")).ToHaveCountAsync(0);
        await clerk.SaysAsync("《民事诉讼法》第一百二十六条");
        await clerk.SaysAsync("现在不能启动：选择仲裁的，不能同时向法院起诉");

        await clerk.OpenCaseAsync(number);
        await clerk.SaysAsync("启动程序");
    });

    [Fact]
    public Task The_administrator_confirms_a_limit_for_the_city() => Journey.WalkAsync(async journey =>
    {
        var admin = await journey.OpenAsync(People.Administrator, "/settings/procedure-limits");
        await admin.LiveAsync();
        var row = admin.Locator("tr", new() { HasText = "商事调解期限" });
        await row.GetByRole(AriaRole.Button, new() { Name = "确认", Exact = true }).ClickAsync();
        await admin.Button("代表本市确认").ClickAsync();
        await admin.SaysAsync("时限应为 1 至 999 的整数");
        await admin.Field("时限").FillAsync("25");
        await admin.Field("依据（文件名称和条款）").FillAsync("本市商事调解办法第八条");
        await admin.Button("代表本市确认").ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("25 个工作日");
        await Assertions.Expect(row).ToContainTextAsync("本市已确认");
    });

    private static async Task<(IPage Clerk, string Number)> BeginAsync(Journey journey, string matter)
    {
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync($"{CaseDesk.UniqueWord()}{matter}");
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("受理");
        await clerk.GoAsync($"/cases/{number}/procedures");
        await clerk.LiveAsync();
        return (clerk, number);
    }

    private static async Task OpenAsync(IPage page, string kind)
    {
        await page.Button("启动程序").ClickAsync();
        await page.Choice("程序").SelectOptionAsync(new SelectOptionValue { Label = kind });
        await page.Choice("双方当事人").SelectOptionAsync("yes");
        await page.Button("确定启动").ClickAsync();
        await Assertions.Expect(page.Button("确定启动")).ToHaveCountAsync(0);
    }

    private static async Task StepAsync(IPage page, string step)
    {
        await page.Button(step).ClickAsync();
        await page.Button("确定").ClickAsync();
        await Assertions.Expect(page.Button("确定")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".procedure-card .steps li.now")).ToContainTextAsync(step);
    }

    private static async Task AddPartyAsync(IPage page, string role, string name, string phone)
    {
        await page.Button("添加当事人").ClickAsync();
        await page.Choice("身份").SelectOptionAsync(new SelectOptionValue { Label = role });
        await page.Field("姓名或名称").FillAsync(name);
        await page.Field("电话").FillAsync(phone);
        await page.Button("保存").ClickAsync();
        await Assertions.Expect(page.Button("保存")).ToHaveCountAsync(0);
    }
}
