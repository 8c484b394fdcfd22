using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;

namespace Governance.Domain.Clients;

/// <summary>
/// 接口客户: a system that delivers submissions over the interface, with its keys, what it may deliver, how fast, and where changes are
/// told.
/// </summary>
public sealed class ApiClient
{
    /// <summary>Longest overlap of an old key with the new one.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    private readonly List<ClientKey> _keys = [];

    private ApiClient()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Name of the system.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Channels it may deliver for, the usual one first.</summary>
    public IReadOnlyList<CaseChannel> Channels { get; private set; } = [];

    /// <summary>Divisions it may deliver for.</summary>
    public IReadOnlyList<AreaCode> Areas { get; private set; } = [];

    /// <summary>直接登记.</summary>
    public bool OpensCases { get; private set; }

    /// <summary>Deliveries a minute.</summary>
    public int PerMinute { get; private set; }

    /// <summary>Where changes are told; empty for nowhere.</summary>
    public string WebhookAddress { get; private set; } = "";

    /// <summary>What the messages are signed with, encrypted; null without an address.</summary>
    public ProtectedText? WebhookSecret { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was stopped, UTC; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Changes with every save.</summary>
    public uint Version { get; private set; }

    /// <summary>Its keys, the newest last.</summary>
    public IReadOnlyList<ClientKey> Keys => _keys;

    /// <summary>Key of its submissions.</summary>
    public string SourceKey => SourceKeyOf(Id);

    /// <summary>Key of a client's submissions.</summary>
    public static string SourceKeyOf(Guid id) => id.ToString("N");

    /// <summary>The client of that key; null when the submissions of that key came another way.</summary>
    public static Guid? IdOfSource(string sourceKey) => Guid.TryParseExact(sourceKey, "N", out var id) ? id : null;

    /// <summary>Makes a client with its first key.</summary>
    /// <param name="facts">Cleaned facts.</param>
    /// <param name="key">Public part and hash of its key.</param>
    /// <param name="webhookSecret">Encrypted secret for messages, used when there is an address.</param>
    /// <param name="at">Now, UTC.</param>
    public static Result<ApiClient> Create(ClientFacts facts, (string Id, string Hash) key, ProtectedText? webhookSecret, DateTimeOffset at)
    {
        var errors = facts.Check();
        if (errors.Count > 0)
            return Result<ApiClient>.Refused(errors);
        var made = new ApiClient { Id = Guid.CreateVersion7(at), CreatedAt = at };
        made.Set(facts, webhookSecret);
        made._keys.Add(ClientKey.Create(made.Id, key.Id, key.Hash, at));
        return made;
    }

    /// <summary>Changes what was decided about it.</summary>
    /// <param name="facts">Cleaned facts.</param>
    /// <param name="newSecret">Encrypted secret, used when there was none.</param>
    public Result Change(ClientFacts facts, ProtectedText? newSecret)
    {
        if (RevokedAt is not null)
            return new ClientErrors.Revoked();
        var errors = facts.Check();
        if (errors.Count > 0)
            return Result.Refused(errors);
        Set(facts, WebhookSecret ?? newSecret);
        return Result.Ok;
    }

    /// <summary>更换密钥: gives it a new key; the old ones go on working for a while, so that the system can be changed over.</summary>
    public Result Rotate((string Id, string Hash) key, TimeSpan overlap, DateTimeOffset at)
    {
        if (RevokedAt is not null)
            return new ClientErrors.Revoked();
        if (overlap < TimeSpan.Zero || overlap > LongestOverlap)
            throw new ArgumentOutOfRangeException(nameof(overlap), overlap, null);
        _keys.ForEach(old => old.EndAt(at + overlap));
        _keys.Add(ClientKey.Create(Id, key.Id, key.Hash, at));
        return Result.Ok;
    }

    /// <summary>更换签名密钥: what messages are signed with from now on.</summary>
    public Result ChangeWebhookSecret(ProtectedText secret)
    {
        if (RevokedAt is not null)
            return new ClientErrors.Revoked();
        WebhookSecret = secret;
        return Result.Ok;
    }

    /// <summary>停用: no key works any more; stopping a stopped client changes nothing.</summary>
    public void Revoke(DateTimeOffset at)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = at;
        _keys.ForEach(key => key.EndAt(at));
    }

    private void Set(ClientFacts facts, ProtectedText? secret)
    {
        Name = facts.Name;
        Channels = facts.Channels;
        Areas = facts.Areas;
        OpensCases = facts.OpensCases;
        PerMinute = facts.PerMinute;
        WebhookAddress = facts.WebhookAddress;
        WebhookSecret = facts.WebhookAddress.Length == 0 ? null : secret;
    }
}
