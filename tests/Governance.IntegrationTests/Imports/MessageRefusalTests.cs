using System.Text;
using Governance.Application.Imports;
using Governance.Infrastructure.Imports;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Imports;

public sealed class RefusalPortal : IAsyncLifetime
{
    public ImportPortal Portal { get; private set; } = null!;

    public async Task InitializeAsync() => Portal = await ImportPortal.StartAsync();

    public async Task DisposeAsync() => await Portal.DisposeAsync();
}

public sealed class MessageRefusalTests(RefusalPortal started) : IClassFixture<RefusalPortal>, IDisposable
{
    private const string Header = "message_id,title,created_at,body,l1_label,likes,dislikes,reply,replied_at,elapsed_hours,origin\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_bad_row_is_refused_with_line_and_reason_and_the_good_ones_are_taken()
    {
        var report = await ImportAsync(Header
            + "R1,好的一行,2019-01-02T03:04:05,内容,,,,,,,\n"
            + "R2,日期不对,2019-13-02T03:04:05,内容,,,,,,,\n"
            + "R3,先答后问,2019-01-02T03:04:05,内容,,,,答复,2019-01-01T00:00:00,,\n"
            + "R4,  ,2019-01-02T03:04:05,内容,,,,,,,\n"
            + "R5,标题,2019-01-02T03:04:05,,,,,,,,\n"
            + "R1,编号重复,2019-01-02T03:04:05,内容,,,,,,,\n"
            + "R6,少一列,2019-01-02T03:04:05,内容,,,,,,\n"
            + "R7,控制字符,2019-01-02T03:04:05,内\u0007容,,,,,,,\n"
            + "R8,空字符,2019-01-02T03:04:05,内\0容,,,,,,,\n"
            + ",没有编号,2019-01-02T03:04:05,内容,,,,,,,\n"
            + "R9,答复没有时间,2019-01-02T03:04:05,内容,,,,答复,,,\n"
            + "R10,将来,2999-01-02T03:04:05,内容,,,,,,,\n"
            + "R11,答复太长,2019-01-02T03:04:05,内容,,,," + new string('长', 2001) + ",2019-01-03T03:04:05,,\n"
            + "R12,最后一行,2019-01-02T03:04:05,内容,,,,,,,\n");

        report.Faults.Select(f => f.ToString()).ShouldBe(
        [
            "第 3 行：留言时间不是 2000 年以来的时间，应写作 2019-05-06T08:30:00。",
            "第 4 行：答复时间早于留言时间。",
            "第 5 行：请填写标题。",
            "第 6 行：请填写诉求经过。",
            "第 7 行：留言编号与第 2 行重复。",
            "第 8 行：应有 11 列，实有 10 列。",
            "第 9 行：留言内容含有控制字符。",
            "第 10 行：留言内容含有控制字符。",
            "第 11 行：请填写留言编号。",
            "第 12 行：答复和答复时间应当同时填写。",
            "第 13 行：留言时间晚于现在。",
            "第 14 行：答复最多 2000 个字，现在是 2001 个字。",
        ]);
        (report.Rows, report.Added, report.FileRefused).ShouldBe((14, 2, false));
        (await TitlesAsync("R")).ShouldBe(["好的一行", "最后一行"]);
    }

    [Fact]
    public async Task A_field_of_a_million_characters_is_refused_and_its_neighbours_are_taken()
    {
        var report = await ImportAsync(Header
            + "M1,之前,2019-01-02T03:04:05,内容,,,,,,,\n"
            + $"M2,{new string('长', 1_000_000)},2019-01-02T03:04:05,{new string('多', 1_000_000)},,,,,,,\n"
            + "M3,之后,2019-01-02T03:04:05,内容,,,,,,,\n");

        report.Faults.ShouldHaveSingleItem().ToString().ShouldBe(
            "第 3 行：标题最多 100 个字，现在是 1000000 个字。诉求经过最多 5000 个字，现在是 1000000 个字。");
        (await TitlesAsync("M")).ShouldBe(["之前", "之后"]);
    }

    [Fact]
    public async Task Broken_quotes_cost_their_own_line_only()
    {
        var report = await ImportAsync(Header
            + "Q1,之前,2019-01-02T03:04:05,内容,,,,,,,\n"
            + "Q2,\"引号没有闭合,2019-01-02T03:04:05,内容,,,,,,,\n"
            + "Q3,中间,2019-01-02T03:04:05,\"内容,有\"\"引号\"\"\n和换行\",,,,,,,\n"
            + "Q4,\"标题\"后面还有字,2019-01-02T03:04:05,内容,,,,,,,\r\n"
            + "Q5,之后,2019-01-02T03:04:05,内容,,,,,,,\n"
            + "Q6,\"到文件结束也没有闭合,2019-01-02T03:04:05,内容,,,,,,,\n"
            + "Q7,末尾,2019-01-02T03:04:05,内容,,,,,,,");

        report.Faults.Select(f => f.ToString()).ShouldBe(["第 3 行：引号不成对。", "第 6 行：引号不成对。", "第 8 行：引号不成对。"]);
        (await TitlesAsync("Q")).ShouldBe(["之前", "中间", "之后", "末尾"]);
    }

    [Fact]
    public async Task Formulas_scripts_and_statements_are_stored_as_the_text_they_are()
    {
        string[] hostile =
        [
            "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "'); drop table cases; --", "{{7*7}}", "\\copy cases to '/tmp/x'", "@SUM(1+1)*cmd",
        ];
        var rows = hostile.Select((text, i) => $"H{i},\"{text}\",2019-01-02T03:04:05,\"{text}\",,,,\"{text}\",2019-01-03T03:04:05,,\n");

        var report = await ImportAsync(Header + string.Concat(rows));

        report.Faults.ShouldBeEmpty();
        (await TitlesAsync("H")).ShouldBe(hostile);
        (await started.Portal.AskAsync<string[]>(
            "select array_agg(answer order by source_key) from cases where source_key like 'message:H%'")).ShouldBe(hostile);
    }

    [Theory]
    [InlineData("", "第 1 行：缺少表头，应有列：message_id、title、created_at、body、l1_label、reply、replied_at。")]
    [InlineData("编号,标题,时间\n1,2,3\n", "第 1 行：表头缺少列：message_id、title、created_at、body、l1_label、reply、replied_at。")]
    [InlineData("message_id,title,created_at,body,l1_label,reply\nX1,标题,2019-01-02T03:04:05,内容,,\n", "第 1 行：表头缺少列：replied_at。")]
    [InlineData("message_id,title,title\n", "第 1 行：表头有重复的列。")]
    public async Task A_file_with_other_columns_is_refused_as_a_whole(string content, string reason)
    {
        var report = await ImportAsync(content);

        report.FileRefused.ShouldBeTrue();
        report.Faults.ShouldHaveSingleItem().ToString().ShouldBe(reason);
        (await TitlesAsync("X")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_not_utf8_is_refused_as_a_whole_with_the_first_bad_line()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = _folder["gbk.csv"];
        await File.WriteAllBytesAsync(path, Encoding.GetEncoding("GB18030").GetBytes(Header + "X2,plain,2019-01-02T03:04:05,plain,,,,,,,\nX3,标题,2019-01-02T03:04:05,内容,,,,,,,\n"));

        var report = await started.Portal.Get<MessageImport>().RunAsync(path);

        report.FileRefused.ShouldBeTrue();
        report.Faults.ShouldHaveSingleItem().ToString().ShouldBe("第 3 行：文件不是 UTF-8 编码，请另存为 UTF-8 后重试。");
        (await TitlesAsync("X")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_file_is_said_to_be_missing()
    {
        var report = await started.Portal.Get<MessageImport>().RunAsync(_folder["nowhere.csv"]);

        report.FileRefused.ShouldBeTrue();
        report.Faults.ShouldHaveSingleItem().ToString().ShouldBe("文件不存在。");
    }

    [Fact]
    public async Task Columns_may_stand_in_another_order_behind_a_byte_order_mark()
    {
        var report = await ImportAsync("\uFEFFtitle,body,reply,replied_at,created_at,l1_label,message_id\r\n标题,内容,,,2019-01-02 03:04,,B1\r\n");

        report.Added.ShouldBe(1);
        (await TitlesAsync("B")).ShouldBe(["标题"]);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<ImportReport> ImportAsync(string content)
    {
        var path = _folder["messages.csv"];
        await File.WriteAllTextAsync(path, content);
        return await started.Portal.Get<MessageImport>().RunAsync(path);
    }

    private Task<string[]> TitlesAsync(string prefix) => started.Portal.AskAsync<string[]>(
        $"select coalesce(array_agg(title order by length(source_key), source_key), '{{}}') from cases where source_key like 'message:{prefix}%'");
}
