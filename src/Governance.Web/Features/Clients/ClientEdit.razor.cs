using Governance.Application.Clients;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Clients;

/// <summary>One client: what it may deliver, its keys, its latest calls.</summary>
public sealed partial class ClientEdit(IActorProvider actors, ClientService clients, CaseLabels labels, Toaster toaster)
{
    private const int UsualOverlapHours = 168;

    private readonly CaseLabels _labels = labels;
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private ClientEntry _entry = new();
    private ClientDetail? _client;
    private HandedOut? _made;
    private string _madeTitle = "";
    private string? _refusal;
    private int _overlap = UsualOverlapHours;
    private ConfirmModal _confirm = null!;

    /// <summary>Key of the client.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_client?.Id == Id)
            return;
        _made = null;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await clients.FindAsync(await actors.GetAsync(), Id);
        _refusal = found.IsOk ? null : found.Error.Message;
        _client = found.IsOk ? found.Value : null;
        if (_client is not null)
            _entry = ClientEntry.Of(_client.Facts);
    }

    private Task SaveAsync() =>
        ChangeAsync(actor => clients.ChangeAsync(actor, Id, _client!.Version, _entry.ToFacts()), "已保存", "已保存。");

    private async Task RotateAsync()
    {
        var consequence = _overlap == 0
            ? "旧密钥立即失效，对方换上新密钥前不能报送。"
            : $"旧密钥 {_overlap / 24} 天后失效，请对方在此之前换上新密钥。";
        if (await _confirm.AskAsync("更换密钥", consequence, "更换", dangerous: _overlap == 0))
            await ChangeAsync(actor => clients.RotateAsync(actor, Id, _client!.Version, _overlap), "密钥已更换", "密钥已更换。");
    }

    private async Task RotateSecretAsync()
    {
        if (await _confirm.AskAsync("更换签名密钥", "以后的通知用新的签名密钥签名，请对方同时更换。", "更换"))
            await ChangeAsync(actor => clients.RotateWebhookSecretAsync(actor, Id, _client!.Version), "签名密钥已更换", "签名密钥已更换。");
    }

    private async Task RevokeAsync()
    {
        if (await _confirm.AskAsync("停用", "几秒钟内全部密钥失效，对方不能再报送和查询；不能恢复。", "停用", dangerous: true))
            await ChangeAsync(actor => clients.RevokeAsync(actor, Id, _client!.Version), "", "已停用。");
    }

    private async Task ChangeAsync(Func<Actor, Task<Result<HandedOut>>> change, string title, string said)
    {
        _errors.Clear();
        var result = await change(await actors.GetAsync());
        if (!result.IsOk)
        {
            if (result.Error.Field is null)
                toaster.Refused(result.Error.Message);
            _errors.Set(result.Errors);
            return;
        }
        (_made, _madeTitle) = (result.Value is { Key: null, WebhookSecret: null } ? null : result.Value, title);
        toaster.Done(said);
        await LoadAsync();
    }
}
