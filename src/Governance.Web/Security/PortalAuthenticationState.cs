using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Governance.Web.Security;

/// <summary>
/// Who is signed in, for pages with and without a circuit and for plain endpoints. In a circuit the account is looked at
/// again from time to time, so that an open page of somebody who was signed out everywhere says so by itself.
/// </summary>
public sealed class PortalAuthenticationState(AccountCache accounts, IHttpContextAccessor http, ILoggerFactory logs)
    : RevalidatingServerAuthenticationStateProvider(logs), IHostEnvironmentAuthenticationStateProvider
{
    private bool _given;

    /// <summary>Commands check far more often (see <see cref="AccountCache"/>); this is for pages that only lie open.</summary>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(60);

    void IHostEnvironmentAuthenticationStateProvider.SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        _given = true;
        SetAuthenticationState(authenticationStateTask);
    }

    /// <inheritdoc />
    public override Task<AuthenticationState> GetAuthenticationStateAsync() => _given
        ? base.GetAuthenticationStateAsync()
        : Task.FromResult(new AuthenticationState(http.HttpContext?.User ?? new()));

    /// <inheritdoc />
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        SignInTicket.From(authenticationState.User) is { } ticket && await accounts.FindAsync(ticket, cancellationToken) is not null;
}
