using Governance.Infrastructure.Imports;
using Governance.IntegrationTests.Imports;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Mediation;

/// <summary>Registers from an operator's file: line and reason for every refused row.</summary>
public sealed class MediationImportTests(RefusalPortal started) : IClassFixture<RefusalPortal>, IDisposable
{
    private const string Committees = "name,kind,specialities,area,body,address,office_phone,leader,founded_on,rooms\n";
    private const string Mediators = "name,committee,studio,area,specialities,full_time,phone,appointed_on,term_until,ground\n";
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Good_rows_are_taken_known_ones_left_alone_and_each_bad_one_named()
    {
        var import = started.Portal.Get<MediationImport>();
        var file = await FileAsync(Committees
            + "导入物业调委会,行业性专业性调解委员会,物业服务、业主委员会,150102000000,,某路 1 号,0471-1,某人,2020-01-01,2\n"
            + "导入街道调委会,人民调解委员会,,新城区海拉尔东路街道,,,,,,\n"
            + "无专长调委会,行业性专业性调解委员会,,150102000000,,,,,,\n"
            + "类型不对,调委会,,150102000000,,,,,,\n"
            + "地区不对,人民调解委员会,,不存在的地方,,,,,,\n"
            + "类别不对,人民调解委员会,没有的类别,150102000000,,,,,,\n"
            + "日期不对,人民调解委员会,,150102000000,,,,,2020/1/1,\n");

        var report = await import.RunCommitteesAsync(file);

        (report.Rows, report.Added, report.Known, report.FileRefused).ShouldBe((7, 2, 0, false));
        report.Faults.Select(f => f.ToString()).ShouldBe(
        [
            "第 4 行：行业性专业性调解委员会请选择专长，写明调解哪类纠纷。",
            "第 5 行：类型应为 人民调解委员会、行业性专业性调解委员会、行政调解委员会、个人调解工作室 之一：调委会",
            "第 6 行：地区应写十二位代码，或从县级写起的全称：不存在的地方",
            "第 7 行：没有“没有的类别”这个类别。",
            "第 8 行：设立日期应写作 2026-03-10：2020/1/1",
        ]);
        (await import.RunCommitteesAsync(file)).Known.ShouldBe(2);

        var people = await import.RunMediatorsAsync(await FileAsync(Mediators
            + "导入甲,导入街道调委会,,150102001000,邻里纠纷,专职,13900001111,2024-01-01,,聘书1号\n"
            + "导入乙,没有的调委会,,150102001000,,兼职,,,,聘书2号\n"
            + "导入丙,导入街道调委会,,150102001000,,兼职,123,,,\n"));

        (people.Added, people.Rows).ShouldBe((1, 3));
        people.Faults.Select(f => f.ToString()).ShouldBe(
        [
            "第 3 行：没有在用的调解组织“没有的调委会”，请先导入调解组织。",
            "第 4 行：请填 11 位手机号，或带区号的固定电话。请填写聘任依据。",
        ]);
    }

    [Fact]
    public async Task A_file_without_its_columns_is_refused_as_a_whole()
    {
        var report = await started.Portal.Get<MediationImport>().RunMediatorsAsync(await FileAsync("name,phone\n甲,1\n"));

        report.FileRefused.ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> FileAsync(string content)
    {
        var path = _folder[$"{Guid.NewGuid():N}.csv"];
        await File.WriteAllTextAsync(path, content);
        return path;
    }
}
