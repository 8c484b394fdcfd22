using System.Diagnostics;
using System.Net;

namespace Governance.Web.Hosting;

/// <summary>
/// What a load measurement reads: live heap, resident memory, allocated bytes, processor time. Mapped only when the portal is started
/// for measuring (<c>GOVERNANCE_MEASURE=1</c>), and answers the machine itself only.
/// </summary>
public static class MeasureEndpoints
{
    /// <summary>Environment variable that switches them on.</summary>
    public const string Variable = "GOVERNANCE_MEASURE";

    /// <summary>Maps <c>/_gc</c> (collects first) and <c>/_st</c> when asked for.</summary>
    public static void MapMeasuring(this IEndpointRouteBuilder app)
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1")
            return;
        app.MapGet("/_gc", (HttpContext http) => Answer(http, collect: true)).AllowAnonymous();
        app.MapGet("/_st", (HttpContext http) => Answer(http, collect: false)).AllowAnonymous();
    }

    private static IResult Answer(HttpContext http, bool collect)
    {
        if (http.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
            return Results.NotFound();
        if (collect)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        }
        using var process = Process.GetCurrentProcess();
        return Results.Json(new
        {
            heap = GC.GetTotalMemory(forceFullCollection: false),
            rss = process.WorkingSet64,
            alloc = GC.GetTotalAllocatedBytes(precise: false),
            cpu = process.TotalProcessorTime.TotalMilliseconds,
        });
    }
}
