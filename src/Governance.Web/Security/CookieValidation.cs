using Governance.Application.Platform;
using Governance.Web.Features.Notifications;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;

namespace Governance.Web.Security;

/// <summary>The account behind the request, as it is now.</summary>
public sealed record AccountFeature(AccountState State);

/// <summary>Holds every request's cookie against the account, so that signing out everywhere works within seconds.</summary>
public sealed class CookieValidation(AccountCache accounts) : CookieAuthenticationEvents
{
    /// <inheritdoc />
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        // A page that only lies open listens for news again and again: that is no sign of somebody working.
        context.ShouldRenew &= context.Request.Path != NotificationQuery.StreamPath && context.Request.Path != NotificationQuery.UnreadPath;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        // The page that tells of a fault must not fail on the same fault: it needs nobody's account.
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.RejectPrincipal();
            return;
        }
        var ticket = SignInTicket.From(context.Principal);
        var state = ticket is null ? null : await accounts.FindAsync(ticket.Value, context.HttpContext.RequestAborted);
        if (state is not null)
        {
            context.HttpContext.Features.Set(new AccountFeature(state));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }
}
