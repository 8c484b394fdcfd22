using System.Runtime.CompilerServices;

namespace Governance.Web.Downloads;

/// <summary>Ends a file at its bound, and says so in the file: nobody takes a part for the whole.</summary>
public static class BoundedRows
{
    /// <summary>The rows up to the bound; when there are more, a last row, as wide as the others, that says so.</summary>
    /// <param name="rows">The rows, one more than the bound when there are more.</param>
    /// <param name="bound">Most rows of the file.</param>
    /// <param name="measure">What is counted, with its measure word, e.g. <c>件</c>.</param>
    /// <param name="ct">Stops it.</param>
    public static async IAsyncEnumerable<IReadOnlyList<object?>> UpTo(
        this IAsyncEnumerable<IReadOnlyList<object?>> rows, int bound, string measure, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var given = 0;
        var columns = 1;
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (given++ == bound)
            {
                yield return [$"以上为前 {bound} {measure}，其余没有导出。请缩小筛选范围，分几次导出。", .. new object?[columns - 1]];
                yield break;
            }
            columns = row.Count;
            yield return row;
        }
    }
}
