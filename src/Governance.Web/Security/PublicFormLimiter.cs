using System.Threading.RateLimiting;

namespace Governance.Web.Security;

/// <summary>
/// The coarse guard of the public forms: before a body is read, one address may send so much a minute, and only so many forms with photos are
/// read at once. The finer limits stand in the pages, where what was typed is kept.
/// </summary>
public static class PublicFormLimiter
{
    /// <summary>Forms one address may send in a minute; many citizens share the address of a mobile network.</summary>
    public const int PerMinute = 60;

    /// <summary>Forms with photos read at once: each may hold thirty megabytes of memory.</summary>
    public const int AtOnce = 24;

    /// <summary>Address of 我要反映.</summary>
    public const string ReportPath = "/report";

    /// <summary>Address of 案件查询.</summary>
    public const string QueryPath = "/query";

    /// <summary>The limiters, for the chain of all.</summary>
    public static PartitionedRateLimiter<HttpContext>[] Create() =>
    [
        PartitionedRateLimiter.Create<HttpContext, string>(context => Sends(context, ReportPath) || Sends(context, QueryPath)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("")),
        PartitionedRateLimiter.Create<HttpContext, string>(context => Sends(context, ReportPath)
            ? RateLimitPartition.GetConcurrencyLimiter(ReportPath, _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = AtOnce })
            : RateLimitPartition.GetNoLimiter("")),
    ];

    private static bool Sends(HttpContext context, string path) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments(path);
}
