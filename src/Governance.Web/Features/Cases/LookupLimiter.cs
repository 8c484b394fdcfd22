using System.Net;
using System.Threading.RateLimiting;

namespace Governance.Web.Features.Cases;

/// <summary>Lets one address look up so many cases a minute: enough for a family, too few to try phone tails one by one.</summary>
public sealed class LookupLimiter : IDisposable
{
    /// <summary>Look-ups one address may make in a minute.</summary>
    public const int PerMinute = 20;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = PerMinute,
            Window = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    /// <summary>Counts a look-up; false when the address has used up its minute.</summary>
    public bool Admits(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address?.ToString() ?? "");
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
