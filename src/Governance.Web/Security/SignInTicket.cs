using System.Security.Claims;

namespace Governance.Web.Security;

/// <summary>What a sign-in cookie says: which account, and the security stamp it had at sign-in.</summary>
public readonly record struct SignInTicket(Guid UserId, string SecurityStamp)
{
    /// <summary>Claim that Identity puts the stamp in.</summary>
    public const string StampClaim = "AspNet.Identity.SecurityStamp";

    /// <summary>Reads the ticket of a signed-in principal; null when nobody is signed in.</summary>
    public static SignInTicket? From(ClaimsPrincipal? principal) =>
        principal?.Identity?.IsAuthenticated == true
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && principal.FindFirstValue(StampClaim) is { } stamp
            ? new SignInTicket(id, stamp)
            : null;
}
