using Governance.Application.Imports;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Cities;
using Governance.Infrastructure.Imports;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Imports;

public sealed class ReferenceImportTests(RefusalPortal started) : IClassFixture<RefusalPortal>, IDisposable
{
    private const string PackDivisions = "code,name,parent,level,kind,initials\n";
    private const string ListDivisions = "code,code12,name,parent_code,level,level_name,unit_kind\n";
    private const string PackDays = "date,is_workday,kind,name\n";
    private const string ListDays = "date,iso_weekday,day_type,is_workday,festival,is_in_lieu_rest,notice_url\n";

    private readonly TemporaryFolder _folder = new();

    private ImportPortal Portal => started.Portal;

    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public async Task The_packs_own_files_are_known_already(string city)
    {
        await using var portal = await ImportPortal.StartAsync(city);
        var folder = Path.Combine(ImportPortal.Checkout, "cities", city);

        var divisions = await portal.Get<ReferenceImport>().RunDivisionsAsync(Path.Combine(folder, "divisions.csv"));
        var days = await portal.Get<ReferenceImport>().RunCalendarAsync(Path.Combine(folder, "calendar.csv"));

        (divisions.Added, divisions.Known, divisions.Faults.Count).ShouldBe((0, portal.Pack.Divisions.Count, 0));
        (days.Added, days.Known, days.Faults.Count).ShouldBe((0, portal.Pack.Calendar.Count, 0));
        (await portal.AskAsync<long>("select count(*) from audit_entries")).ShouldBe(0);
    }

    [Fact]
    public async Task A_rename_is_taken_from_a_statistical_list_and_the_initials_stay()
    {
        var before = Portal.Pack.FindDivision(AreaCode.Parse("150102001000"))!;
        var report = await DivisionsAsync(ListDivisions
            + "150102001,150102001000,海东路街道,150102,4,street,subdistrict\n"
            + "150102001777,150102001777,新建社区居民委员会,150102001,5,village,residents_committee\n"
            + "150102,150102000000,新城区,1501,3,county,district\n");

        report.ShouldBeEquivalentTo(new ImportReport(3, 2, 1, report.Faults, false));
        (await Portal.AskAsync<string>("select name || ' ' || initials from divisions where code = '150102001000'"))
            .ShouldBe($"海东路街道 {before.Initials}");
        (await Portal.AskAsync<string>("select name || '|' || initials || '|' || parent from divisions where code = '150102001777'"))
            .ShouldBe("新建社区居民委员会||150102001000");
        (await Portal.AskAsync<string>("select action || '|' || actor_name || '|' || detail from audit_entries where action = 'settings.import-divisions'"))
            .ShouldBe("settings.import-divisions|区划导入|新增或更正 2 行");
    }

    [Fact]
    public async Task A_running_portal_notices_an_import()
    {
        var code = AreaCode.Parse("150102002777");
        await DivisionsAsync(PackDivisions + "150102002777,后来的社区居民委员会,150102002000,village,residents_committee,hldsq\n");
        Portal.Pack.FindDivision(code).ShouldBeNull();

        await Portal.Get<ReferenceData>().RefreshAsync();

        Portal.Pack.FindDivision(code)!.Name.ShouldBe("后来的社区居民委员会");
        Portal.Pack.FindBodyFor(code, "committee")!.Name.ShouldBe("后来的社区居民委员会");
    }

    [Fact]
    public async Task One_faulty_division_and_nothing_is_saved()
    {
        var report = await DivisionsAsync(PackDivisions
            + "150102003777,好的社区居民委员会,150102003000,village,residents_committee,hdsq\n"
            + "15010200377,少一位,150102003000,village,residents_committee,sw\n"
            + "150102003777,重复,150102003000,village,residents_committee,cf\n"
            + "410502001001,别的市,410502001000,village,residents_committee,bds\n"
            + "150102003778,层级不对,150102003000,township,subdistrict,cjbd\n"
            + "150102003779,,150102003000,village,residents_committee,mc\n"
            + "150102003780,上级不对,150102004000,village,residents_committee,sjbd\n"
            + "150102003781,类型不对,150102003000,village,town,lxbd\n"
            + "150102003782,首字母不对,150102003000,village,residents_committee,大写\n"
            + "150102888001,没有上级,150102888000,village,residents_committee,mysj\n");

        report.FileRefused.ShouldBeTrue();
        report.Faults.Select(f => f.ToString()).ShouldBe(
        [
            "第 3 行：代码应为十二位数字：15010200377",
            "第 4 行：代码 150102003777 与第 2 行重复。",
            "第 5 行：410502001001 不在呼和浩特市之内。",
            "第 6 行：层级“township”与代码 150102003778 不符。",
            "第 7 行：名称为空。",
            "第 8 行：上级“150102004000”与代码 150102003780 不符。",
            "第 9 行：类型“town”不是 residents_committee、residents_committee_like、villagers_committee、villagers_committee_like 之一。",
            "第 10 行：拼音首字母应为 60 位以内的小写字母或数字。",
            "第 11 行：上级 150102888000 既不在文件中，也不在平台中。",
        ]);
        (await Portal.AskAsync<long>("select count(*) from divisions where code like '150102003777'")).ShouldBe(0);
    }

    [Fact]
    public async Task Days_before_the_packs_calendar_and_a_late_correction_are_taken()
    {
        var report = await CalendarAsync(ListDays
            + "2018-12-29,6,transfer_workday,1,元旦,0,\n2018-12-30,7,holiday,0,元旦,0,\n2018-12-31,1,holiday,0,元旦,1,\n2026-03-03,2,holiday,0,临时放假,0,\n");

        report.ShouldBeEquivalentTo(new ImportReport(4, 4, 0, report.Faults, false));
        (await CalendarAsync(PackDays + "2018-12-29,1,swap_workday,元旦\n")).Known.ShouldBe(1);
        await Portal.Get<ReferenceData>().RefreshAsync();
        Portal.Get<ReferenceData>().Calendar.IsWorkingDay(new DateOnly(2018, 12, 29)).ShouldBeTrue();
        Portal.Get<ReferenceData>().Calendar.IsWorkingDay(new DateOnly(2026, 3, 3)).ShouldBeFalse();
    }

    [Fact]
    public async Task One_faulty_day_and_nothing_is_saved()
    {
        var report = await CalendarAsync(PackDays
            + "2027-01-04,1,workday,\n"
            + "2027-02-30,1,workday,\n"
            + "2027-01-04,1,workday,\n"
            + "2027-01-05,是,workday,\n"
            + "2027-01-06,1,transfer_workday,\n"
            + "2027-01-07,0,workday,\n"
            + "2027-01-08,0,weekend,\n"
            + "2027-01-09,1,workday,\n");

        report.FileRefused.ShouldBeTrue();
        report.Faults.Select(f => f.ToString()).ShouldBe(
        [
            "第 3 行：日期应写作 2026-10-01，且在 2000 年至 2100 年之间：2027-02-30",
            "第 4 行：日期 2027-01-04 与第 2 行重复。",
            "第 5 行：是否上班应为 0 或 1。",
            "第 6 行：日期类型“transfer_workday”不认识，应为 workday、weekend、holiday、swap_workday 之一。",
            "第 7 行：是否上班与日期类型不符。",
            "第 8 行：日期类型与星期不符：2027-01-08 不是周末。",
            "第 9 行：日期类型与星期不符：2027-01-09 是周末。",
        ]);
        (await Portal.AskAsync<long>("select count(*) from calendar_days where date >= '2027-01-01'")).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "第 1 行：缺少表头，应有列：date、is_workday、kind、name。")]
    [InlineData(PackDays, "文件没有数据行。")]
    public async Task An_empty_file_is_refused(string content, string reason)
    {
        var report = await CalendarAsync(content);

        report.FileRefused.ShouldBeTrue();
        report.Faults.ShouldHaveSingleItem().ToString().ShouldBe(reason);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<ImportReport> DivisionsAsync(string content) =>
        await Portal.Get<ReferenceImport>().RunDivisionsAsync(await FileAsync(content));

    private async Task<ImportReport> CalendarAsync(string content) =>
        await Portal.Get<ReferenceImport>().RunCalendarAsync(await FileAsync(content));

    private async Task<string> FileAsync(string content)
    {
        await File.WriteAllTextAsync(_folder["file.csv"], content);
        return _folder["file.csv"];
    }
}
