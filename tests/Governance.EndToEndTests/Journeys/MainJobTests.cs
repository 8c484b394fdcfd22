using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>The life of a case, by the people whose work it is.</summary>
public sealed class MainJobTests
{
    [Fact]
    public Task A_case_goes_from_the_counter_to_the_archive_and_back() => Journey.WalkAsync(async journey =>
    {
        var title = $"{CaseDesk.UniqueWord()}小区外墙脱落";
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync(title);

        await clerk.OpenCaseAsync(number);
        await clerk.ShouldOfferAsync("受理", "不予受理");
        await clerk.TakeAsync("受理");
        await clerk.ShouldOfferAsync("分派");
        await clerk.TakeAsync("分派", "请尽快到现场查看。", "新城区住房和城乡建设局");
        await clerk.ShouldOfferAsync("撤回");

        var handler = await journey.OpenAsync(People.Handler, "/");
        await handler.SaysAsync(title);
        await handler.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await handler.LiveAsync();
        await handler.ShouldOfferAsync("签收", "退回");
        await handler.TakeAsync("签收");
        await handler.ShouldOfferAsync("提交办理结果", "退回");
        await handler.TakeAsync("提交办理结果", "已拉警戒带并排险，物业三日内修复。");
        await handler.ShouldOfferAsync();

        var centre = await journey.OpenAsync(People.Centre, $"/cases/{number}");
        await centre.ShouldOfferAsync("核查通过", "核查不通过");
        await centre.TakeAsync("核查通过", "电话回访，反映人表示已排险。");
        await centre.TakeAsync("结案", "外墙已修复，请放心通行。");
        await centre.TakeAsync("归档");
        await centre.SaysAsync("归档");

        var citizen = await journey.OpenAsync(null, "/query");
        await citizen.GetByLabel("案件编号").FillAsync(number);
        await citizen.GetByLabel("电话后四位").FillAsync(CaseDesk.PhoneTail);
        await citizen.Button("查询").ClickAsync();
        await citizen.SaysAsync("已办结");
        await citizen.SaysAsync("外墙已修复，请放心通行。");
        await citizen.SaysNothingOfAsync("乌云");
        await citizen.SaysNothingOfAsync("139");
        await citizen.SaysNothingOfAsync(title);

        await centre.ShouldOfferAsync("重开");
        await centre.TakeAsync("重开", "反映人来电，墙面再次脱落。");
        await centre.ShouldOfferAsync("分派");
        await centre.SaysAsync("反映人来电，墙面再次脱落。");
    });

    [Fact]
    public Task A_refused_case_reads_refused_for_the_citizen_before_and_after_the_archive() => Journey.WalkAsync(async journey =>
    {
        const string reason = "属于劳动仲裁事项，请向新城区劳动人事争议仲裁委员会申请。";
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync($"{CaseDesk.UniqueWord()}工伤赔偿争议");
        await clerk.OpenCaseAsync(number);
        await clerk.TakeAsync("不予受理", reason);
        await ShouldReadRefusedAsync(journey, number, reason);

        var centre = await journey.OpenAsync(People.Centre, $"/cases/{number}");
        await centre.TakeAsync("归档");
        await centre.SaysAsync("不予受理理由");
        await ShouldReadRefusedAsync(journey, number, reason);
    });

    private static async Task ShouldReadRefusedAsync(Journey journey, string number, string reason)
    {
        var citizen = await journey.OpenAsync(null, "/query");
        await citizen.GetByLabel("案件编号").FillAsync(number);
        await citizen.GetByLabel("电话后四位").FillAsync(CaseDesk.PhoneTail);
        await citizen.Button("查询").ClickAsync();
        await Assertions.Expect(citizen.Locator(".lookup-result")).ToContainTextAsync("不予受理理由");
        await Assertions.Expect(citizen.Locator(".lookup-result")).ToContainTextAsync(reason);
        await citizen.SaysNothingOfAsync("已办结");
        await Assertions.Expect(citizen.Locator(".lookup-result")).Not.ToContainTextAsync("答复");
    }
}
