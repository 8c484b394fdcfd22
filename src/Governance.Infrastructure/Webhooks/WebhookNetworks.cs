using System.Net;
using System.Net.Sockets;

namespace Governance.Infrastructure.Webhooks;

/// <summary>
/// Where messages may go. An address is typed by a person and its name may lead anywhere: into the machine itself, or to a system of the
/// inner network that trusts this one. So only public addresses are called, and those the operator has named.
/// </summary>
/// <param name="Allowed">Networks of the operator's, e.g. that of the city's own systems.</param>
public sealed record WebhookNetworks(IReadOnlyList<IPNetwork> Allowed)
{
    private static readonly IPNetwork[] Inner =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "::/128", "::1/128", "64:ff9b::/96", "100::/64",
            "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>Reads the operator's networks, separated by commas; null when one cannot be read.</summary>
    public static WebhookNetworks? Read(string? text)
    {
        var networks = new List<IPNetwork>();
        foreach (var part in (text ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IPNetwork.TryParse(part, out var network))
                return null;
            networks.Add(network);
        }
        return new WebhookNetworks(networks);
    }

    /// <summary>True when the address may be called.</summary>
    public bool Allows(IPAddress address)
    {
        // ::ffff:10.0.0.1 is 10.0.0.1.
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
            && (Allowed.Any(n => n.Contains(plain)) || !Inner.Any(n => n.Contains(plain)));
    }
}
