using Governance.Application.Platform;
using Governance.Application.Webhooks;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Features.Webhooks;

/// <summary>Sending messages to other systems again.</summary>
public static class WebhookEndpoints
{
    /// <summary>Where the forms go.</summary>
    public const string AgainPath = "/clients/webhooks/again";

    /// <summary>Maps it. It takes a form so that the form token is checked; a message that waits already makes no difference.</summary>
    public static void MapWebhookEndpoints(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(AgainPath, async ([FromForm] IFormCollection form, WebhookService webhooks, IActorProvider actors, CancellationToken ct) =>
        {
            if (await actors.FindAsync(ct) is not { } actor)
                return Results.Unauthorized();
            if (!Guid.TryParse(form["client"].ToString(), out var client))
                return Results.NotFound();
            await webhooks.SendAgainAsync(actor, client, Guid.TryParse(form["id"].ToString(), out var id) ? id : null, ct);
            return Results.LocalRedirect($"/clients/{client}/webhooks");
        }).RequireAuthorization();
}
