using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Clients;

/// <summary>What an administrator decides about a client of the interface.</summary>
/// <param name="Name">Name of the system, which reviewers read as the source.</param>
/// <param name="Channels">Channels it may deliver for, the usual one first.</param>
/// <param name="Areas">Divisions it may deliver for.</param>
/// <param name="OpensCases">直接登记: what has place and category skips the review.</param>
/// <param name="PerMinute">Deliveries a minute.</param>
/// <param name="WebhookAddress">Where changes are told; may be empty.</param>
public sealed record ClientFacts(
    string Name, IReadOnlyList<CaseChannel> Channels, IReadOnlyList<AreaCode> Areas, bool OpensCases, int PerMinute, string WebhookAddress)
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 60;

    /// <summary>Most areas of one client.</summary>
    public const int MostAreas = 30;

    /// <summary>Longest address.</summary>
    public const int WebhookLength = 300;

    /// <summary>Smallest limit.</summary>
    public const int LeastPerMinute = 1;

    /// <summary>Largest limit.</summary>
    public const int MostPerMinute = 60_000;

    /// <summary>Limit unless told.</summary>
    public const int UsualPerMinute = 600;

    /// <summary>The same without stray spaces and doubles.</summary>
    public ClientFacts Cleaned() => this with
    {
        Name = PlainText.CleanLine(Name),
        Channels = [.. Channels.Distinct()],
        Areas = [.. Areas.Distinct()],
        WebhookAddress = PlainText.CleanLine(WebhookAddress),
    };

    /// <summary>Every fault, each named with its field.</summary>
    public IReadOnlyList<Error> Check()
    {
        var errors = new List<Error>();
        if (Name.Length == 0)
            errors.Add(new PlatformErrors.Required(nameof(Name), "名称") { Field = nameof(Name) });
        if (Name.Length > NameLength)
            errors.Add(new PlatformErrors.TooLong("名称", NameLength, Name.Length) { Field = nameof(Name) });
        if (Channels.Count == 0 || !Channels.All(Enum.IsDefined))
            errors.Add(new ClientErrors.NoChannel { Field = nameof(Channels) });
        if (Areas.Count is 0 or > MostAreas)
            errors.Add(new ClientErrors.NoArea { Field = nameof(Areas) });
        if (PerMinute is < LeastPerMinute or > MostPerMinute)
            errors.Add(new ClientErrors.BadRate(LeastPerMinute, MostPerMinute) { Field = nameof(PerMinute) });
        if (WebhookAddress.Length > 0 && !IsWebhook(WebhookAddress))
            errors.Add(new ClientErrors.BadWebhook { Field = nameof(WebhookAddress) });
        return errors;
    }

    // Plain http only on the machine itself, where a gateway or a test listens.
    private static bool IsWebhook(string address) =>
        address.Length <= WebhookLength && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0 && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
