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

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return [i];
        }
    }
}
