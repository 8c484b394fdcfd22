using System.Net;
using System.Threading.RateLimiting;

namespace Governance.Web.Features.Intake;

/// <summary>How many reports are taken from one address and from everybody together.</summary>
public sealed class ReportLimiter : IDisposable
{
    /// <summary>Reports of one address in ten minutes.</summary>
    public const int PerAddress = 6;

    /// <summary>Reports of everybody in a minute: far above what a city sends, far below what reviewers would drown in.</summary>
    public const int Together = 120;

    private readonly PartitionedRateLimiter<string> _addresses = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerAddress, Window = TimeSpan.FromMinutes(10) }));

    private readonly FixedWindowRateLimiter _together = new(new FixedWindowRateLimiterOptions { PermitLimit = Together, Window = TimeSpan.FromMinutes(1) });

    /// <summary>Counts a report.</summary>
    /// <returns>Null when it is taken, else what the citizen is told.</returns>
    public string? Refuses(IPAddress? address)
    {
        using var own = _addresses.AttemptAcquire(address?.ToString() ?? "");
        if (!own.IsAcquired)
            return "提交过于频繁，请十分钟后再试，或拨打 12345。您填写的内容还在页面上。";
        using var all = _together.AttemptAcquire();
        return all.IsAcquired ? null : "现在提交的人太多，请几分钟后再试，或拨打 12345。您填写的内容还在页面上。";
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _addresses.Dispose();
        _together.Dispose();
    }
}
