using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Governance.Application.Clients;

namespace Governance.Web.Features.Api;

/// <summary>
/// Two limits: deliveries of a client a minute, as its administrator set them, and wrong keys of an address a minute, so that nobody
/// can try keys. Limits that stand idle are dropped by themselves, so that many addresses fill no memory.
/// </summary>
public sealed class ApiLimiter : IDisposable
{
    /// <summary>Wrong keys one address may send in a minute.</summary>
    public const int WrongKeysPerMinute = 30;

    private readonly PartitionedRateLimiter<string> _wrongKeys = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => Window(WrongKeysPerMinute)));

    // A changed limit is another partition: it holds at once.
    private readonly PartitionedRateLimiter<ClientIdentity> _deliveries = PartitionedRateLimiter.Create<ClientIdentity, (Guid, int)>(client =>
        RateLimitPartition.GetFixedWindowLimiter((client.Id, client.PerMinute), _ => Window(client.PerMinute)));

    /// <summary>Seconds to wait when an address has sent too many wrong keys; null while it may go on.</summary>
    public int? WaitOf(IPAddress? address)
    {
        // Asking for no permit only looks whether one is left.
        using var lease = _wrongKeys.AttemptAcquire(Key(address), 0);
        return lease.IsAcquired ? null : Seconds(lease);
    }

    /// <summary>Counts a wrong key.</summary>
    public void CountWrongKey(IPAddress? address) => _wrongKeys.AttemptAcquire(Key(address)).Dispose();

    /// <summary>Counts deliveries of a client; gives the seconds to wait when its minute is used up.</summary>
    public int? Count(ClientIdentity client, int deliveries)
    {
        using var lease = _deliveries.AttemptAcquire(client, Math.Min(deliveries, client.PerMinute));
        return lease.IsAcquired ? null : Seconds(lease);
    }

    /// <summary>As the call log writes an address.</summary>
    public static string Text(IPAddress? address) => (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "";

    /// <inheritdoc />
    public void Dispose()
    {
        _wrongKeys.Dispose();
        _deliveries.Dispose();
    }

    // One line of a provider is 2^64 addresses of the new kind: they count as one.
    private static string Key(IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
        : Text(address);

    private static FixedWindowRateLimiterOptions Window(int permits) =>
        new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 };

    private static int Seconds(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 60;

    /// <summary>The header of a refusal.</summary>
    public static string Header(int seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
