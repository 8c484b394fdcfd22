using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Governance.Domain.Common;

namespace Governance.Web.Features.Api;

/// <summary>How the interface reads and writes JSON: bounded, strict, and with what is wrong said in Chinese.</summary>
internal static class ApiJson
{
    /// <summary>Bytes of one delivery: every field at its longest, each character four bytes or escaped, with room to spare.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>Bytes of a batch.</summary>
    public const int MostBatchBytes = 8 * 1024 * 1024;

    // As deep as the answer to a batch; what comes in is flatter.
    private const int MostDepth = 10;

    /// <summary>Names in camelCase, enums as words, unknown fields refused.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = MostDepth,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The refusal of anything but JSON.</summary>
    public static ProblemBody NotJson { get; } =
        ApiProblems.Of(StatusCodes.Status415UnsupportedMediaType, "api.not-json", "请以 application/json 报送，字符集 UTF-8。");

    /// <summary>Reads a body; a refusal when it is too large, of another type, or not what is expected.</summary>
    public static async Task<(T? Body, ProblemBody? Problem)> ReadAsync<T>(HttpRequest request, int mostBytes, CancellationToken ct)
        where T : class
    {
        if (!request.HasJsonContentType())
            return (null, NotJson);
        if (request.ContentLength > mostBytes || await ReadBoundedAsync(request.Body, mostBytes, ct) is not { } bytes)
            return (null, ApiProblems.Of(StatusCodes.Status413PayloadTooLarge, "api.too-large", $"请求内容最多 {mostBytes / 1024} KB。"));
        try
        {
            return JsonSerializer.Deserialize<T>(bytes.Span, Options) is { } body
                ? (body, null)
                : (null, ApiProblems.Of(StatusCodes.Status400BadRequest, "api.empty", "请求内容为空。"));
        }
        catch (JsonException fault)
        {
            var where = Where(fault.Path);
            return (null, ApiProblems.Of(
                StatusCodes.Status400BadRequest, "api.bad-json",
                where.Length == 0
                    ? $"请求内容不是合法的 JSON，或嵌套过深：第 {fault.LineNumber + 1} 行。"
                    : $"字段 {where} 不认识、重复或类型不对：第 {fault.LineNumber + 1} 行。"));
        }
    }

    // The path is built from the names a client sent: it goes back to that client only, cleaned and cut.
    private static string Where(string? path) => PlainText.Cut(PlainText.CleanLine(path?.TrimStart('$', '.')), 80);

    private static async Task<ReadOnlyMemory<byte>?> ReadBoundedAsync(Stream body, int most, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, ct)) > 0)
        {
            if (kept.Length + read > most)
                return null;
            kept.Write(buffer, 0, read);
        }
        return kept.GetBuffer().AsMemory(0, (int)kept.Length);
    }
}
