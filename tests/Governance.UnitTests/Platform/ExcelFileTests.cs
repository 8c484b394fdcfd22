using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Governance.Infrastructure.Platform.Files;

namespace Governance.UnitTests.Platform;

public sealed class ExcelFileTests
{
    private static readonly ExcelColumn[] TwoColumns = [new("案件", 20), new("件数", 8)];

    [Fact]
    public async Task A_workbook_passes_the_validator_of_the_format()
    {
        using var file = await WriteAsync(
            [new("文本"), new("整数"), new("小数"), new("比率", 10, ExcelFormat.Percent), new("时间"), new("日期"), new("空")],
            ["物业停暖", 12, 1.5, 0.964, DateTimeOffset.UnixEpoch, new DateOnly(2026, 11, 20), null]);

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Title_and_headers_come_first_bold_and_stay_in_sight()
    {
        using var file = await WriteAsync(TwoColumns, ["道路破损", 3]);

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Texts(document).ShouldBe(["新城区案件", "案件", "件数", "道路破损", "3"]);
        var pane = Sheet(document).Descendants<Pane>().Single();
        (pane.State!.Value, pane.VerticalSplit!.Value).ShouldBe((PaneStateValues.Frozen, 2));
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        foreach (var cell in Sheet(document).Descendants<Row>().Take(2).SelectMany(r => r.Elements<Cell>()))
        {
            var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
            styles.Fonts!.Elements<Font>().ElementAt((int)format.FontId!.Value).Bold.ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 138")]
    [InlineData("-cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)")]
    public async Task A_text_that_looks_like_a_formula_stays_a_text_even_when_edited(string text)
    {
        using var file = await WriteAsync(TwoColumns, [text, 1]);

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Sheet(document).Descendants<CellFormula>().ShouldBeEmpty();
        var cell = Sheet(document).Descendants<Row>().Last().Elements<Cell>().First();
        (cell.DataType!.Value, cell.InnerText).ShouldBe((CellValues.InlineString, text));
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!;
        formats.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).QuotePrefix!.Value.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a\u0000b\u0008c\uFFFEd", "abcd")]
    [InlineData("其他：𠮷", "其他：𠮷")]
    [InlineData("<b>&\"'", "<b>&\"'")]
    [InlineData("一\r\n二\r三", "一\n二\n三")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("", "")]
    public async Task Whatever_a_text_holds_the_file_opens(string text, string stored)
    {
        using var file = await WriteAsync(TwoColumns, [text, 1]);

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Sheet(document).Descendants<Row>().Last().Elements<Cell>().First().InnerText.ShouldBe(stored);
    }

    [Fact]
    public async Task Half_a_character_is_left_out()
    {
        using var file = await WriteAsync(TwoColumns, ["半\ud83d个", 1]);

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Sheet(document).Descendants<Row>().Last().Elements<Cell>().First().InnerText.ShouldBe("半个");
    }

    [Fact]
    public async Task A_text_longer_than_a_cell_is_cut_and_says_so()
    {
        using var file = await WriteAsync(TwoColumns, [new string('长', 1_000_000), 1]);

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var text = Sheet(document).Descendants<Row>().Last().Elements<Cell>().First().InnerText;
        text.Length.ShouldBe(32_767);
        text.ShouldEndWith("已截断）");
    }

    [Fact]
    public async Task A_moment_is_a_date_on_the_chinese_clock()
    {
        using var file = await WriteAsync(TwoColumns, [new DateTimeOffset(2026, 11, 20, 16, 30, 0, TimeSpan.Zero), 1]);

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var cell = Sheet(document).Descendants<Row>().Last().Elements<Cell>().First();
        DateTime.FromOADate(double.Parse(cell.InnerText, CultureInfo.InvariantCulture)).ShouldBe(new DateTime(2026, 11, 21, 0, 30, 0, DateTimeKind.Unspecified));
    }

    [Fact]
    public async Task A_response_that_allows_no_synchronous_writing_is_good_enough()
    {
        await using var output = new AsynchronousOnly();
        await ExcelFile.WriteAsync(output, "案件", "全部案件", TwoColumns, Rows(20_000));

        output.Inner.Position = 0;
        using var document = SpreadsheetDocument.Open(output.Inner, isEditable: false);
        Sheet(document).Descendants<Row>().Count().ShouldBe(20_002);
    }

    [Fact]
    public async Task A_fault_among_the_rows_is_not_swallowed()
    {
        static async IAsyncEnumerable<IReadOnlyList<object?>> Failing()
        {
            yield return ["一", 1];
            await Task.Yield();
            throw new TimeoutException();
        }

        await Should.ThrowAsync<TimeoutException>(() => ExcelFile.WriteAsync(new MemoryStream(), "案件", "案件", TwoColumns, Failing()));
        await Should.ThrowAsync<ArgumentException>(() => WriteAsync(TwoColumns, ["一列"]));
        await Should.ThrowAsync<ArgumentException>(() => WriteAsync(TwoColumns, [new object(), 1]));
    }

    [Theory]
    [InlineData("旗县区[2026]", "旗县区2026")]
    [InlineData("", "数据")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public async Task A_sheet_has_a_name_that_excel_accepts(string wanted, string given)
    {
        using var file = new MemoryStream();
        await ExcelFile.WriteAsync(file, wanted, "标题", TwoColumns, Rows(1));
        file.Position = 0;

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Single().Name!.Value.ShouldBe(given);
    }

    [Fact]
    public async Task Columns_beyond_Z_have_two_letters()
    {
        var columns = Enumerable.Range(0, 28).Select(i => new ExcelColumn($"列{i}")).ToList();
        using var file = await WriteAsync(columns, [.. Enumerable.Range(0, 28).Cast<object?>()]);

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Sheet(document).Descendants<Row>().Last().Elements<Cell>().Select(c => c.CellReference!.Value).ShouldContain("AB3");
        Sheet(document).Descendants<AutoFilter>().Single().Reference!.Value.ShouldBe("A2:AB3");
    }

    private static async Task<MemoryStream> WriteAsync(IReadOnlyList<ExcelColumn> columns, params object?[] row)
    {
        var file = new MemoryStream();
        await ExcelFile.WriteAsync(file, "案件", "新城区案件", columns, new[] { (IReadOnlyList<object?>)row }.ToAsyncEnumerable());
        file.Position = 0;
        return file;
    }

    private static IAsyncEnumerable<IReadOnlyList<object?>> Rows(int count) =>
        Enumerable.Range(1, count).Select(i => (IReadOnlyList<object?>)[$"第 {i} 件", i]).ToAsyncEnumerable();

    private static Worksheet Sheet(SpreadsheetDocument document) => document.WorkbookPart!.WorksheetParts.Single().Worksheet;

    private static IEnumerable<string> Texts(SpreadsheetDocument document) => Sheet(document).Descendants<Cell>().Select(c => c.InnerText);

    /// <summary>As Kestrel's response body: it refuses synchronous writes and cannot seek.</summary>
    private sealed class AsynchronousOnly : Stream
    {
        public MemoryStream Inner { get; } = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Inner.WriteAsync(buffer, offset, count, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Inner.WriteAsync(buffer, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
