using System.Threading.RateLimiting;

namespace Governance.Web.Security;

/// <summary>
/// Slows down whoever tries many accounts from one address. The lock of a single account is Identity's; this one is generous,
/// because a whole office may share an address at half past eight.
/// </summary>
public static class SignInLimiter
{
    /// <summary>Sign-in attempts per address and minute unless <c>SignIn:AttemptsPerMinute</c> says otherwise.</summary>
    public const int DefaultAttemptsPerMinute = 300;

    /// <summary>Adds the limiter.</summary>
    public static IServiceCollection AddSignInLimiter(this IServiceCollection services, IConfiguration configuration)
    {
        var permits = configuration.GetValue("SignIn:AttemptsPerMinute", DefaultAttemptsPerMinute);
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            var signIns = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments(Paths.SignIn)
                    ? RateLimitPartition.GetSlidingWindowLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                        _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
                    : RateLimitPartition.GetNoLimiter(""));
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained([signIns, .. PublicFormLimiter.Create()]);
        });
    }
}
