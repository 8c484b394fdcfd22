using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Users;

/// <summary>One account: who it is, what it may, and whether it may sign in.</summary>
public sealed partial class UserEdit(
    IActorProvider actors, UserReadService reads, UserService users, IReferenceData reference, Toaster toaster)
{
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private UserEntry _entry = new();
    private UserDetail? _user;
    private NewSignIn? _handOver;
    private string? _refusal;
    private ConfirmModal _confirm = null!;

    /// <summary>Key of the account.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_user?.Id == Id)
            return;
        _handOver = null;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await reads.FindAsync(await actors.GetAsync(), Id);
        _refusal = found.IsOk ? null : found.Error.Message;
        _user = found.IsOk ? found.Value : null;
        if (_user is null)
            return;
        _entry = new UserEntry
        {
            DisplayName = _user.Facts.DisplayName,
            Role = _user.Facts.Role,
            Body = new ComboItem(_user.Facts.BodyCode, _user.BodyName),
            Scope = reference.Pack.FindDivision(_user.Facts.Scope) is { } scope ? UserEntry.Choice(scope) : null,
        };
    }

    private async Task SaveAsync()
    {
        _errors.Clear();
        var changed = await users.ChangeAsync(await actors.GetAsync(), new ChangeUser(Id, _user!.Version, _entry.ToFacts()));
        if (changed.IsOk || changed.Error is UserErrors.ChangedMeanwhile)
            await LoadAsync();
        if (changed.IsOk)
            toaster.Done("已保存。");
        else
            _errors.Set(changed.Errors);
    }

    private async Task ResetAsync()
    {
        if (!await _confirm.AskAsync("重置密码", "原密码立即失效，此人须用新的初始密码登录并改为本人的密码。", "重置密码"))
            return;
        var reset = await users.ResetPasswordAsync(await actors.GetAsync(), Id);
        _handOver = reset.IsOk ? reset.Value : null;
        await AfterAsync(reset.Errors, "密码已重置。");
    }

    private async Task LockAsync()
    {
        if (!await _confirm.AskAsync("锁定账号", "此人立即退出登录，解除锁定前不能再登录。", "锁定", dangerous: true))
            return;
        await AfterAsync((await users.LockAsync(await actors.GetAsync(), Id)).Errors, "账号已锁定。");
    }

    private async Task UnlockAsync() =>
        await AfterAsync((await users.UnlockAsync(await actors.GetAsync(), Id)).Errors, "已解除锁定。");

    private async Task SignOutEverywhereAsync() =>
        await AfterAsync((await users.SignOutEverywhereAsync(await actors.GetAsync(), Id)).Errors, "已在所有设备上退出。");

    private async Task AfterAsync(IReadOnlyList<Error> errors, string done)
    {
        if (errors.Count > 0)
        {
            toaster.Refused(errors[0].Message);
            return;
        }
        toaster.Done(done);
        await LoadAsync();
    }
}
