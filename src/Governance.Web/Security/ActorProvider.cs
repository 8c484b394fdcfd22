using Governance.Application.Platform;
using Governance.Domain.Platform;
using Microsoft.AspNetCore.Components.Authorization;

namespace Governance.Web.Security;

/// <summary>Who acts, from the sign-in of the circuit or of the request.</summary>
public sealed class ActorProvider(AuthenticationStateProvider signIns, AccountCache accounts) : IActorProvider
{
    /// <inheritdoc />
    public async Task<Actor?> FindAsync(CancellationToken ct = default)
    {
        var principal = (await signIns.GetAuthenticationStateAsync()).User;
        return SignInTicket.From(principal) is { } ticket && await accounts.FindAsync(ticket, ct) is { } state ? state.Actor : null;
    }
}

/// <summary>The sign-in ended while a page was open; the page's frame answers with the way back in.</summary>
public sealed class SignedOutException() : Exception("The sign-in is no longer valid.");

/// <summary>Shortens what every page does first.</summary>
public static class ActorProviderExtensions
{
    /// <summary>The person who acts.</summary>
    /// <exception cref="SignedOutException">Nobody is signed in any more; pages let it pass to their frame.</exception>
    public static async Task<Actor> GetAsync(this IActorProvider provider, CancellationToken ct = default) =>
        await provider.FindAsync(ct) ?? throw new SignedOutException();
}
