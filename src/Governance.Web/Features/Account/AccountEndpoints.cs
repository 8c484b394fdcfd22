using Governance.Application.Platform;
using Governance.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Features.Account;

/// <summary>What a form posts to outside of pages.</summary>
public static class AccountEndpoints
{
    /// <summary>Maps sign-out. It takes a form so that the form token is checked: no other site can sign somebody out.</summary>
    public static void MapAccountEndpoints(this IEndpointRouteBuilder app) =>
        app.MapPost(Paths.SignOut, async (HttpContext context, SignInTrail trail, [FromForm] IFormCollection _) =>
        {
            // Leaving always works, with the database or without it.
            if (context.Features.Get<AccountFeature>() is { } account)
                await trail.SignedOutAsync(account.State.Actor, context.RequestAborted);
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            return Results.LocalRedirect(Paths.SignIn);
        }).AllowAnonymous();
}
