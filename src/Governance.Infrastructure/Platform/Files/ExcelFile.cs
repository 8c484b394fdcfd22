using System.IO.Compression;
using System.Text;

namespace Governance.Infrastructure.Platform.Files;

/// <summary>
/// Writes a table as an Excel workbook straight to a stream, row by row: a list of any length costs the memory of a few rows, and
/// the stream need not be seekable. Nothing in it is ever a formula, whatever the texts look like. A workbook is a few small XML
/// files in a zip; the SDK's own writer would keep the whole sheet in memory.
/// </summary>
public static class ExcelFile
{
    /// <summary>Media type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Most rows of a sheet, the title and the headers included; Excel opens no more.</summary>
    public const int MaximumRows = 1_048_576;

    private const int FlushAt = 32 * 1024;

    /// <summary>Writes one sheet: the title, the bold headers (both stay in sight while scrolling), then the rows.</summary>
    /// <param name="output">Where to; left open. Written to asynchronously only, so it may be a response's body.</param>
    /// <param name="sheetName">Name of the sheet; characters Excel refuses are left out.</param>
    /// <param name="title">First line: what the table shows, of which area and time.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">
    /// The cells of each row: string, int, long, double, DateTimeOffset (shown as Chinese wall-clock time), DateOnly or null.
    /// </param>
    /// <param name="ct">Stops the writing.</param>
    /// <exception cref="ArgumentException">A cell of another type, or a row with another number of cells than columns.</exception>
    /// <exception cref="InvalidOperationException">More rows than <see cref="MaximumRows"/>.</exception>
    public static async Task WriteAsync(
        Stream output, string sheetName, string title, IReadOnlyList<ExcelColumn> columns,
        IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct = default)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(new WriteOnly(made), ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in ExcelParts.Fixed(sheetName))
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }

            using var sheet = zip.CreateEntry(ExcelParts.SheetName, CompressionLevel.Fastest).Open();
            await WriteSheetAsync(sheet, () => DrainAsync(made, output, ct), title, columns, rows, ct);
        }

        await DrainAsync(made, output, ct);
    }

    private static async Task WriteSheetAsync(
        Stream sheet, Func<Task> drain, string title, IReadOnlyList<ExcelColumn> columns,
        IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct)
    {
        var pending = new StringBuilder(FlushAt * 2);
        var cells = new ExcelCells(pending);
        ExcelParts.BeginSheet(pending, columns);
        cells.Title(title);
        cells.Headers(columns);
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (cells.Rows == MaximumRows)
                throw new InvalidOperationException($"A sheet holds at most {MaximumRows} rows.");
            if (row.Count != columns.Count)
                throw new ArgumentException($"A row has {row.Count} cells for {columns.Count} columns.", nameof(rows));
            cells.Row(row, columns);
            if (pending.Length < FlushAt)
                continue;
            Compress(sheet, pending);
            await drain();
        }

        ExcelParts.EndSheet(pending, columns.Count, cells.Rows);
        Compress(sheet, pending);
    }

    private static void Compress(Stream sheet, StringBuilder pending)
    {
        sheet.Write(Encoding.UTF8.GetBytes(pending.ToString()));
        pending.Clear();
    }

    // The zip classes still write synchronously here and there, which a response's body refuses: they write to memory, which is
    // passed on after every few rows.
    private static async Task DrainAsync(MemoryStream made, Stream output, CancellationToken ct)
    {
        await output.WriteAsync(made.GetBuffer().AsMemory(0, (int)made.Length), ct);
        made.SetLength(0);
    }
}
