using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Governance.Application.Imports;

namespace Governance.Infrastructure.Imports;

/// <summary>
/// The rows of an operator's CSV file. A file of the wrong encoding or with other columns is refused as a whole; a row that is
/// damaged is refused alone, and reading goes on with the next line, however its quotes are broken.
/// </summary>
internal sealed class ImportTable
{
    /// <summary>Largest file, in bytes.</summary>
    public const long MaximumSize = 512L * 1024 * 1024;

    private const int HeaderLine = 1;

    private static readonly CsvReaderOptions Format = new()
    {
        Separator = ',',
        HasHeader = false,
        TrackLineNumbers = true,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private readonly ReadOnlyMemory<byte> _content;
    private readonly List<ImportFault> _faults = [];
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private ImportTable(ReadOnlyMemory<byte> content) => _content = content;

    /// <summary>What was refused so far, in order of the lines once all rows were read.</summary>
    public IReadOnlyList<ImportFault> Faults => _faults;

    /// <summary>True when the file as a whole is refused.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Which of the given layouts the header has.</summary>
    public int Layout { get; private set; } = -1;

    /// <summary>Rows read so far, refused ones included.</summary>
    public int RowCount { get; private set; }

    /// <summary>Opens a file whose header has at least the columns of one of the layouts, in any order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layouts">Column names, the preferred layout first.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<ImportTable> OpenAsync(string path, string[][] layouts, CancellationToken ct)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return RefusedFile(0, "文件不存在。");
        if (file.Length > MaximumSize)
            return RefusedFile(0, $"文件超过 {MaximumSize >> 20} MB，请分成几个文件。");
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return RefusedFile(0, "文件无法读取，请检查权限。");
        }
        if (!Utf8.IsValid(bytes))
            return RefusedFile(LineOfFirstBadByte(bytes), "文件不是 UTF-8 编码，请另存为 UTF-8 后重试。");
        var table = new ImportTable(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(Encoding.UTF8.Preamble.Length) : bytes);
        table.ReadHeader(layouts);
        return table;
    }

    /// <summary>Refuses a row.</summary>
    public void Refuse(int line, string reason) => _faults.Add(new ImportFault(line, reason));

    /// <summary>The rows that could be read, the header not among them; to be read once.</summary>
    public IEnumerable<ImportRow> Rows()
    {
        var (offset, line) = (0, 1);
        while (!IsRefused && offset < _content.Length)
        {
            using var reader = CsvReader.Create(_content[offset..], Format);
            int damagedLine;
            while (Read(reader, out damagedLine))
            {
                var rowLine = line + (int)reader.LineNumber - 1;
                if (rowLine == HeaderLine)
                    continue;
                RowCount++;
                if (RowOf(reader, rowLine) is { } row)
                    yield return row;
            }
            if (damagedLine == 0)
                yield break;
            RowCount++;
            Refuse(line + damagedLine - 1, "引号不成对。");
            offset += StartOfNextLine(_content.Span[offset..], damagedLine);
            line += damagedLine;
        }
    }

    private void ReadHeader(string[][] layouts)
    {
        using var reader = CsvReader.Create(_content, Format);
        if (!Read(reader, out _) || reader.LineNumber > HeaderLine)
        {
            RefuseFile(HeaderLine, $"缺少表头，应有列：{string.Join("、", layouts[0])}。");
            return;
        }
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (!_columns.TryAdd(reader.GetString(i).Trim(), i))
            {
                RefuseFile(HeaderLine, "表头有重复的列。");
                return;
            }
        }
        Layout = Array.FindIndex(layouts, layout => layout.All(_columns.ContainsKey));
        if (Layout < 0)
            RefuseFile(HeaderLine, $"表头缺少列：{string.Join("、", layouts[0].Where(c => !_columns.ContainsKey(c)))}。");
    }

    private ImportRow? RowOf(CsvReader reader, int line)
    {
        if (reader.FieldCount == _columns.Count)
            return new ImportRow(line, _columns, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        Refuse(line, $"应有 {_columns.Count} 列，实有 {reader.FieldCount} 列。");
        return null;
    }

    private static bool Read(CsvReader reader, out int damagedLine)
    {
        damagedLine = 0;
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException fault)
        {
            damagedLine = (int)fault.LineNumber;
            return false;
        }
    }

    private static int StartOfNextLine(ReadOnlySpan<byte> content, int lines)
    {
        var start = 0;
        for (var i = 0; i < lines; i++)
        {
            var length = content[start..].IndexOfAny((byte)'\n', (byte)'\r');
            if (length < 0)
                return content.Length;
            start += length + 1;
            if (content[start - 1] == '\r' && start < content.Length && content[start] == '\n')
                start++;
        }
        return start;
    }

    private static int LineOfFirstBadByte(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            if (rune.Value == '\n')
                line++;
            bytes = bytes[length..];
        }
        return line;
    }

    private static ImportTable RefusedFile(int line, string reason)
    {
        var table = new ImportTable(ReadOnlyMemory<byte>.Empty);
        table.RefuseFile(line, reason);
        return table;
    }

    private void RefuseFile(int line, string reason)
    {
        Refuse(line, reason);
        IsRefused = true;
    }
}

/// <summary>A row of an operator's file.</summary>
/// <param name="Line">Line of the file on which it starts.</param>
/// <param name="Columns">Position of every column.</param>
/// <param name="Values">The values as written.</param>
internal sealed record ImportRow(int Line, IReadOnlyDictionary<string, int> Columns, IReadOnlyList<string> Values)
{
    /// <summary>The value of a column.</summary>
    public string this[string column] => Values[Columns[column]];

    /// <summary>True when the value holds a character that is no text; line ends and tabs are.</summary>
    public bool HasControlCharacter(string column) =>
        this[column].Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));
}
