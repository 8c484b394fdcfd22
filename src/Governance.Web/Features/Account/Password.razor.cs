using Governance.Application.Platform;
using Governance.Domain.Platform;
using Governance.Infrastructure.Platform;
using Governance.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Governance.Web.Features.Account;

/// <summary>Change of the own password, forced while the initial one stands; and sign-out on every device.</summary>
public sealed partial class Password(OwnAccountService own, SignInManager<PortalUser> signIns, AccountCache accounts, NavigationManager navigation)
{
    private IReadOnlyList<string> _refusals = [];
    private bool _mustChange;
    private Actor _actor = null!;

    [SupplyParameterFromForm(FormName = "password")]
    private Entry? Input { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        var state = Http.Features.Get<AccountFeature>()?.State ?? throw new SignedOutException();
        _mustChange = state.MustChangePassword;
        _actor = state.Actor;
    }

    private async Task ChangeAsync()
    {
        if (Input?.New != Input?.Repeat)
        {
            _refusals = ["两次输入的新密码不一致。"];
            return;
        }
        var changed = await own.ChangePasswordAsync(_actor, Input?.Current ?? "", Input?.New ?? "");
        if (!changed.IsOk)
        {
            _refusals = [.. changed.Errors.Select(error => error.Message)];
            return;
        }
        accounts.Forget(_actor.UserId);
        // Every sign-in has ended; this device gets a new one.
        await signIns.SignInAsync((await signIns.UserManager.FindByIdAsync(_actor.UserId.ToString()))!, isPersistent: false);
        navigation.NavigateTo(Paths.Home);
    }

    private async Task SignOutEverywhereAsync()
    {
        var ended = await own.SignOutEverywhereAsync(_actor);
        if (!ended.IsOk)
        {
            _refusals = [ended.Error.Message];
            return;
        }
        accounts.Forget(_actor.UserId);
        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
        navigation.NavigateTo(Paths.SignIn);
    }

    /// <summary>What was typed.</summary>
    private sealed class Entry
    {
        public string? Current { get; set; }

        public string? New { get; set; }

        public string? Repeat { get; set; }
    }
}
