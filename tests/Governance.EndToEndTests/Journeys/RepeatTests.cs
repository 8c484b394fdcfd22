using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>并案: two reports of one matter become one, and one again two when that was a mistake.</summary>
[Trait("Provision", "P37")]
public sealed class RepeatTests
{
    [Fact]
    public Task A_repeat_is_merged_from_its_own_page_and_restored_from_that_of_its_lead() => Journey.WalkAsync(async journey =>
    {
        var word = CaseDesk.UniqueWord();
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var first = await clerk.RegisterAsync($"{word}三号楼停水两天没有人修", description: "三号楼自来水停了两天，物业说不清楚原因。");
        var second = await clerk.RegisterAsync($"{word}三号楼停水两天了没人来修", description: "三号楼的自来水停了两天，没有人来修。");

        await clerk.GoAsync($"/cases/{second}/repeats");
        var likely = clerk.GetByRole(AriaRole.Listitem).Filter(new() { HasText = first });
        await likely.GetByRole(AriaRole.Checkbox).CheckAsync();
        await clerk.Button("本案并入选中的案件").ClickAsync();
        await clerk.SaysAsync($"本案并入 {first}");
        await clerk.Field("理由").FillAsync("");
        await clerk.Button("确定并案").ClickAsync();
        await clerk.SaysAsync("请填写");
        await clerk.Field("理由").FillAsync("同一栋楼同一件事");
        await clerk.Button("确定并案").ClickAsync();
        await clerk.SaysAsync($"主案 {first}，诉求 2 人次");
        await clerk.PictureAsync("repeats-merged-1440");

        await clerk.OpenCaseAsync(second);
        await clerk.SaysAsync("已并案");
        await clerk.ShouldOfferAsync();

        await clerk.GoAsync($"/cases/{first}/repeats");
        await clerk.Button("撤销并案").ClickAsync();
        await clerk.SaysAsync($"{second} 恢复为单独的案件");
        await clerk.Field("理由").FillAsync("后来查明是两栋楼");
        await clerk.Button("确定撤销并案").ClickAsync();
        await clerk.SaysAsync($"{second} 已撤销并案");
        await clerk.OpenCaseAsync(second);
        await clerk.ShouldOfferAsync("受理", "不予受理");
    });
}
