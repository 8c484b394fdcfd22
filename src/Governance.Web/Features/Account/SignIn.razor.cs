using Governance.Application.Platform;
using Governance.Domain.Platform;
using Governance.Infrastructure.Platform;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Governance.Web.Features.Account;

/// <summary>The sign-in page. Its refusal is one sentence whatever the reason, so that it never tells which accounts exist.</summary>
public sealed partial class SignIn(
    SignInManager<PortalUser> signIns, IPasswordHasher<PortalUser> hasher, SignInTrail trail, NavigationManager navigation)
{
    private static readonly string Refusal =
        $"账号或密码不正确，或账号已锁定。连续输错 {PasswordRules.FailuresUntilLock} 次会锁定 {PasswordRules.LockMinutes} 分钟，锁定期间密码正确也不能登录。";

    private string? _refusal;

    [SupplyParameterFromForm(FormName = "sign-in")]
    private Entry? Input { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (Input is null && Http.User.Identity?.IsAuthenticated == true)
            navigation.NavigateTo(Paths.LocalOr(ReturnUrl));
    }

    private async Task SubmitAsync()
    {
        var password = Input?.Password ?? "";
        var user = await signIns.UserManager.FindByNameAsync(Input?.Account?.Trim().ToLowerInvariant() ?? "");
        if (user is null)
            SpendTheSameTime(password);
        if (user is null || !(await signIns.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded)
        {
            await trail.FailedAsync(user is null ? null : ActorOf(user));
            _refusal = Refusal;
            return;
        }
        var written = await trail.SignedInAsync(ActorOf(user));
        if (!written.IsOk)
        {
            _refusal = written.Error.Message;
            return;
        }
        await signIns.SignInAsync(user, isPersistent: false);
        navigation.NavigateTo(user.MustChangePassword ? Paths.Password : Paths.LocalOr(ReturnUrl));
    }

    // Without it the answer for an unknown account would come sooner and so tell that it is unknown.
    private void SpendTheSameTime(string password) => hasher.HashPassword(new PortalUser(), password);

    private static Actor ActorOf(PortalUser user) =>
        new(user.Id, user.UserName!, user.DisplayName, user.Role, user.BodyCode, user.BodyName, user.ScopeCode);

    /// <summary>What was typed.</summary>
    private sealed class Entry
    {
        public string? Account { get; set; }

        public string? Password { get; set; }
    }
}
