using System.Diagnostics;
using Serilog.Context;

namespace Governance.Web.Logging;

/// <summary>
/// Gives every request its reference and writes one line about it. Query strings, form fields and header values never get
/// into the log: they may hold names and phone numbers.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    /// <summary>Runs the request inside the log scope of its reference.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        context.TraceIdentifier = Reference.New();
        using var _ = LogContext.PushProperty(Reference.Property, context.TraceIdentifier);
        var path = context.Request.Path.Value ?? "";
        var started = Stopwatch.GetTimestamp();
        await next(context);
        if (IsPage(context))
            Done(context.Request.Method, path, context.Response.StatusCode, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    // Static files and the life signs of circuits would drown everything else.
    private static bool IsPage(HttpContext context) =>
        context.Response.StatusCode >= 400
        || (!context.Request.Path.StartsWithSegments("/_blazor") && !context.Request.Path.StartsWithSegments("/healthz")
            && context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null);

    [LoggerMessage(1001, LogLevel.Information, "{Method} {Path} {Status} in {Milliseconds} ms")]
    private partial void Done(string method, string path, int status, long milliseconds);
}
