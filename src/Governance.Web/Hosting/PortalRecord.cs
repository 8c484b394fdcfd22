using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Governance.Web.Hosting;

/// <summary>
/// What the data folder remembers of the portal that uses it (<c>portal.json</c>, readable by its owner only): administration verbs
/// find the same city and database, and a start with another city is refused before anything is mixed.
/// </summary>
/// <param name="City">Id of the city pack.</param>
/// <param name="ConnectionString">The operator's own server, or null for the embedded one.</param>
public sealed record PortalRecord(string City, string? ConnectionString)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Read by operators: names in Chinese stay as they are.
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Reads the record, or null when the folder is new.</summary>
    /// <exception cref="StartRefusedException">It cannot be read.</exception>
    public static PortalRecord? Read(string dataDirectory)
    {
        var file = FileIn(dataDirectory);
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<PortalRecord>(File.ReadAllText(file)) : null;
        }
        catch (JsonException fault)
        {
            throw new StartRefusedException($"文件 {file} 已损坏，请从备份恢复，或删除后用 --city 指明城市重新启动。", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StartRefusedException($"没有权限读取 {file}。请用启动平台的同一系统用户（或 root）运行。", fault);
        }
    }

    /// <summary>Writes the record when it says something new.</summary>
    public void Write(string dataDirectory)
    {
        if (Read(dataDirectory) == this) return;
        var file = FileIn(dataDirectory);
        var draft = file + ".new";
        File.Delete(draft);
        using (var stream = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        }))
            JsonSerializer.Serialize(stream, this, Format);
        File.Move(draft, file, overwrite: true);
    }

    private static string FileIn(string dataDirectory) => Path.Combine(dataDirectory, "portal.json");
}
