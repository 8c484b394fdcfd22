using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Clients;
using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Application.Clients;

/// <summary>What administrators of the whole city do with the clients of the interface (接口客户).</summary>
public sealed class ClientService(
    IUnitOfWorkFactory units, IClientQueries queries, IReferenceData reference, IPersonalDataProtector protector, TimeProvider time)
{
    /// <summary>Calls shown on a client's page.</summary>
    public const int CallsShown = 50;

    /// <summary>All clients.</summary>
    public async Task<Result<IReadOnlyList<ClientRow>>> ListAsync(Actor actor, CancellationToken ct = default) =>
        May(actor) ? Result<IReadOnlyList<ClientRow>>.Ok(await queries.ListAsync(ct)) : new PlatformErrors.NotPermitted();

    /// <summary>One client.</summary>
    public async Task<Result<ClientDetail>> FindAsync(Actor actor, Guid id, CancellationToken ct = default) =>
        !May(actor) ? new PlatformErrors.NotPermitted()
        : await queries.FindAsync(id, CallsShown, ct) is { } found ? found : new ClientErrors.NotFound();

    /// <summary>Makes a client; its key is in the answer and nowhere else.</summary>
    public Task<Result<HandedOut>> CreateAsync(Actor actor, ClientFacts given, CancellationToken ct = default)
    {
        var facts = given.Cleaned();
        var key = ClientSecrets.NewKey();
        var secret = facts.WebhookAddress.Length > 0 ? ClientSecrets.NewSecret() : null;
        return units.ExecuteAsync<HandedOut>(async unit =>
        {
            if (!May(actor))
                return new PlatformErrors.NotPermitted();
            if (await CheckAsync(unit, facts, null, ct) is { Count: > 0 } errors)
                return Result<HandedOut>.Refused(errors);
            var made = ApiClient.Create(facts, (key.Id, key.Hash), protector.Protect(secret), time.GetUtcNow());
            if (!made.IsOk)
                return Result<HandedOut>.Refused(made.Errors);
            unit.Clients.Add(made.Value);
            Audit(unit, actor, "client.create", made.Value, Describe(facts));
            return new HandedOut(made.Value.Id, key.Clear, secret);
        }, ct);
    }

    /// <summary>Changes what a client may do. Where an address for messages is new, their signing secret is in the answer.</summary>
    public Task<Result<HandedOut>> ChangeAsync(Actor actor, Guid id, uint version, ClientFacts given, CancellationToken ct = default)
    {
        var facts = given.Cleaned();
        var secret = ClientSecrets.NewSecret();
        return ChangeAsync(actor, id, version, async (unit, found) =>
        {
            if (await CheckAsync(unit, facts, id, ct) is { Count: > 0 } errors)
                return Result<HandedOut>.Refused(errors);
            var isNew = found.WebhookSecret is null && facts.WebhookAddress.Length > 0;
            var changed = found.Change(facts, protector.Protect(secret));
            if (!changed.IsOk)
                return Result<HandedOut>.Refused(changed.Errors);
            Audit(unit, actor, "client.change", found, Describe(facts));
            return new HandedOut(id, null, isNew ? secret : null);
        }, ct);
    }

    /// <summary>更换密钥: a new key; the old one goes on working for so many hours.</summary>
    public Task<Result<HandedOut>> RotateAsync(Actor actor, Guid id, uint version, int overlapHours, CancellationToken ct = default)
    {
        var key = ClientSecrets.NewKey();
        var hours = Math.Clamp(overlapHours, 0, (int)ApiClient.LongestOverlap.TotalHours);
        return ChangeAsync(actor, id, version, (unit, found) =>
        {
            var rotated = found.Rotate((key.Id, key.Hash), TimeSpan.FromHours(hours), time.GetUtcNow());
            if (rotated.IsOk)
                Audit(unit, actor, "client.rotate-key", found, hours == 0 ? "旧密钥立即失效" : $"旧密钥 {hours} 小时后失效");
            return Task.FromResult(rotated.IsOk ? new HandedOut(id, key.Clear, null) : Result<HandedOut>.Refused(rotated.Errors));
        }, ct);
    }

    /// <summary>更换签名密钥.</summary>
    public Task<Result<HandedOut>> RotateWebhookSecretAsync(Actor actor, Guid id, uint version, CancellationToken ct = default)
    {
        var secret = ClientSecrets.NewSecret();
        return ChangeAsync(actor, id, version, (unit, found) =>
        {
            var rotated = found.ChangeWebhookSecret(protector.Protect(secret)!);
            if (rotated.IsOk)
                Audit(unit, actor, "client.rotate-secret", found, "");
            return Task.FromResult(rotated.IsOk ? new HandedOut(id, null, secret) : Result<HandedOut>.Refused(rotated.Errors));
        }, ct);
    }

    /// <summary>停用: no key of it works any more, within seconds also on what is open.</summary>
    public Task<Result<HandedOut>> RevokeAsync(Actor actor, Guid id, uint version, CancellationToken ct = default) =>
        ChangeAsync(actor, id, version, (unit, found) =>
        {
            if (found.RevokedAt is null)
                Audit(unit, actor, "client.revoke", found, "");
            found.Revoke(time.GetUtcNow());
            return Task.FromResult<Result<HandedOut>>(new HandedOut(id, null, null));
        }, ct);

    private Task<Result<HandedOut>> ChangeAsync(
        Actor actor, Guid id, uint version, Func<IUnitOfWork, ApiClient, Task<Result<HandedOut>>> change, CancellationToken ct) =>
        units.ExecuteAsync(async unit =>
        {
            if (!May(actor))
                return new PlatformErrors.NotPermitted();
            if (await unit.Clients.FindAsync(id, ct) is not { } found)
                return new ClientErrors.NotFound();
            return found.Version == version ? await change(unit, found) : new ClientErrors.ChangedMeanwhile();
        }, ct);

    private async Task<List<Error>> CheckAsync(IUnitOfWork unit, ClientFacts facts, Guid? except, CancellationToken ct)
    {
        var errors = facts.Check().ToList();
        if (facts.Areas.Any(area => reference.Pack.FindDivision(area) is null))
            errors.Add(new ClientErrors.NoArea { Field = nameof(facts.Areas) });
        if (errors.Count == 0 && await unit.Clients.IsNameTakenAsync(facts.Name, except, ct))
            errors.Add(new ClientErrors.NameTaken { Field = nameof(facts.Name) });
        return errors;
    }

    // A client delivers for the whole city: whoever administers one county must not let one in.
    private bool May(Actor actor) => actor.May(Permission.ManageClients, reference.Pack.Profile.AreaCode);

    private void Audit(IUnitOfWork unit, Actor actor, string action, ApiClient subject, string detail) =>
        unit.Audit(actor, new AuditRecord(action, "client", subject.Name, reference.Pack.Profile.AreaCode, detail));

    private string Describe(ClientFacts facts) =>
        $"来源：{string.Join("、", facts.Channels.Select(c => c.DisplayName()))}；地区：{string.Join("、", facts.Areas.Select(a => reference.Pack.FindDivision(a)?.Name))}；"
        + $"{(facts.OpensCases ? "直接登记" : "先审核")}；每分钟 {facts.PerMinute} 件；{(facts.WebhookAddress.Length > 0 ? "有通知地址" : "无通知地址")}";
}
