using System.Text;
using CsvHelper;

namespace Governance.Infrastructure.Cities;

/// <summary>The files of one pack while it is read, and the faults found so far.</summary>
internal sealed class PackFiles(string folder)
{
    /// <summary>Folder beside the packs with what all cities share: national law.</summary>
    private const string NationalFolder = "national";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly CsvReaderOptions Format = new()
    {
        Separator = ',',
        HasHeader = false,
        TrackLineNumbers = true,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private readonly List<PackProblem> _problems = [];

    public string Id => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    public IReadOnlyList<PackProblem> Problems => _problems;

    public void Refuse(string file, int line, string reason) => _problems.Add(new PackProblem(file, line, reason));

    /// <summary>True when the pack has the file; only for files it may go without.</summary>
    public bool Has(string file) => File.Exists(Path.Combine(folder, file));

    /// <summary>The text of a file; null, with the fault noted, when it is missing or not UTF-8.</summary>
    public string? Text(string file) => Text(file, Path.Combine(folder, file));

    /// <summary>The text of a file that all cities share; one of the same name in the pack's own folder comes first.</summary>
    public string? SharedText(string file)
    {
        var own = Path.Combine(folder, file);
        return Text(file, File.Exists(own) ? own : Path.Combine(folder, "..", NationalFolder, file));
    }

    private string? Text(string file, string path)
    {
        if (!File.Exists(path))
        {
            Refuse(file, 0, "文件缺失");
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException fault)
        {
            Refuse(file, bytes.AsSpan(0, Math.Max(0, fault.Index)).Count((byte)'\n') + 1, "不是 UTF-8 编码");
            return null;
        }
    }

    /// <summary>The rows of a CSV file with exactly these columns; empty, with the fault noted, when it cannot be read.</summary>
    public IReadOnlyList<PackRow> Rows(string file, params string[] columns) => Rows(Text(file), file, columns);

    /// <summary>The same for a file that all cities share.</summary>
    public IReadOnlyList<PackRow> SharedRows(string file, params string[] columns) => Rows(SharedText(file), file, columns);

    private List<PackRow> Rows(string? text, string file, string[] columns)
    {
        if (text is null)
            return [];
        using var reader = CsvReader.FromText(text, Format);
        var rows = new List<PackRow>();
        try
        {
            if (!reader.Read() || !Fields(reader).SequenceEqual(columns))
            {
                Refuse(file, 1, $"表头应为 {string.Join(',', columns)}");
                return [];
            }

            while (reader.Read())
            {
                if (reader.FieldCount == columns.Length)
                    rows.Add(new PackRow(this, file, (int)reader.LineNumber, columns, Fields(reader)));
                else
                    Refuse(file, (int)reader.LineNumber, $"应有 {columns.Length} 列，实有 {reader.FieldCount} 列");
            }
        }
        catch (CsvFormatException fault)
        {
            Refuse(file, (int)fault.LineNumber, "引号不成对");
        }

        return rows;
    }

    private static string[] Fields(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
}
