using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Infrastructure.Platform.Files;
using Governance.Web.Downloads;

namespace Governance.UnitTests.Web;

public sealed class BoundedRowsTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    public async Task A_file_that_holds_not_everything_says_so_in_its_last_row(int rows, int lines)
    {
        var made = await Rows(rows).UpTo(3, "件").ToListAsync();

        made.Count.ShouldBe(lines);
        (made[^1][0] is string said && said.StartsWith("以上为前 3 件", StringComparison.Ordinal)).ShouldBe(rows > 3);
    }

    [Fact]
    public async Task The_sheet_takes_the_last_row_too()
    {
        using var file = new MemoryStream();
        var wide = Rows(4).Select(IReadOnlyList<object?> (row) => [row[0], "甲", null]);

        await ExcelFile.WriteAsync(file, "案件", "全部案件", [new("一"), new("二"), new("三")], wide.UpTo(3, "件"));

        file.Length.ShouldBeGreaterThan(0);
        (await wide.UpTo(3, "件").LastAsync()).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(PageRequest.CountedUpTo, false)]
    [InlineData(PageRequest.CountedUpTo + 1, true)]
    [InlineData(null, true)]
    public void A_list_says_beforehand_when_one_file_may_not_hold_it(int? total, bool said) =>
        new Page<CaseRow>([], null, null, total).MayExceedExport.ShouldBe(said);

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return [i];
        }
    }
}
