using Governance.Domain.Cases;
using Governance.Domain.Clients;
using Governance.Domain.Organisation;

namespace Governance.Web.Features.Clients;

/// <summary>What an administrator types about a client.</summary>
public sealed class ClientEntry
{
    /// <summary>名称.</summary>
    public string Name { get; set; } = "";

    /// <summary>来源 that a delivery has unless it says otherwise.</summary>
    public CaseChannel Channel { get; set; } = CaseChannel.Hotline;

    /// <summary>Further channels.</summary>
    public HashSet<CaseChannel> Others { get; init; } = [];

    /// <summary>地区.</summary>
    public HashSet<AreaCode> Areas { get; init; } = [];

    /// <summary>直接登记.</summary>
    public bool OpensCases { get; set; }

    /// <summary>每分钟件数.</summary>
    public int PerMinute { get; set; } = ClientFacts.UsualPerMinute;

    /// <summary>通知地址.</summary>
    public string WebhookAddress { get; set; } = "";

    /// <summary>The facts for the service; areas inside a chosen one add nothing.</summary>
    public ClientFacts ToFacts() => new(
        Name, [Channel, .. Others.Where(c => c != Channel).Order()],
        [.. Areas.Where(a => !Areas.Any(other => other != a && other.Contains(a))).Order()], OpensCases, PerMinute, WebhookAddress);

    /// <summary>The entry of an existing client.</summary>
    public static ClientEntry Of(ClientFacts facts) => new()
    {
        Name = facts.Name, Channel = facts.Channels[0], Others = [.. facts.Channels.Skip(1)], Areas = [.. facts.Areas], OpensCases = facts.OpensCases,
        PerMinute = facts.PerMinute, WebhookAddress = facts.WebhookAddress,
    };
}
