using Governance.Application.Notifications;
using Governance.Application.Platform;
using Governance.Domain.Platform;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Features.Notifications;

/// <summary>Opening and reading notifications, and what the bell of every open page listens to.</summary>
public static class NotificationEndpoints
{
    // Lines between browser and portal are cut when they are silent; and a page of somebody who was signed out everywhere is to end.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(25);

    /// <summary>Maps them.</summary>
    public static void MapNotificationEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(NotificationQuery.Path + "/{id:guid}", OpenAsync).RequireAuthorization();
        endpoints.MapGet(NotificationQuery.SubmissionsPath, OpenSubmissionsAsync).RequireAuthorization();
        endpoints.MapPost(NotificationQuery.ReadPath, ReadAsync).RequireAuthorization();
        endpoints.MapGet(NotificationQuery.StreamPath, StreamAsync).RequireAuthorization();
        endpoints.MapGet(NotificationQuery.UnreadPath, UnreadAsync).RequireAuthorization();
    }

    private static async Task<IResult> OpenAsync(Guid id, NotificationService notifications, IActorProvider actors, CancellationToken ct)
    {
        if (await actors.FindAsync(ct) is not { } actor)
            return Results.Unauthorized();
        var opened = await notifications.OpenAsync(actor, id, ct);
        return opened.IsOk ? Results.LocalRedirect(CaseListQuery.CaseHref(opened.Value)) : Results.NotFound();
    }

    private static async Task<IResult> OpenSubmissionsAsync(NotificationService notifications, IActorProvider actors, CancellationToken ct)
    {
        if (await actors.FindAsync(ct) is not { } actor)
            return Results.Unauthorized();
        await notifications.OpenSubmissionsAsync(actor, ct);
        return Results.LocalRedirect("/restricted");
    }

    // Takes a form so that the form token is checked.
    private static async Task<IResult> ReadAsync([FromForm] IFormCollection form, NotificationService notifications, IActorProvider actors, CancellationToken ct)
    {
        if (await actors.FindAsync(ct) is not { } actor)
            return Results.Unauthorized();
        var one = form["id"].ToString();
        if (one.Length == 0)
            await notifications.ReadAsync(actor, null, ct);
        else if (Guid.TryParse(one, out var id))
            await notifications.ReadAsync(actor, id, ct);
        return Results.LocalRedirect(NotificationQuery.Path);
    }

    private static async Task<IResult> UnreadAsync(INotificationQueries queries, IActorProvider actors, CancellationToken ct)
    {
        if (await actors.FindAsync(ct) is not { } actor)
            return Results.Unauthorized();
        return Results.Text((await queries.CountUnreadAsync([actor.UserId], ct)).GetValueOrDefault(actor.UserId).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// One line a browser, not one a tab: the tabs share a worker (bell-worker.js). A page that only shows needs no circuit to be told, and
    /// a line costs a few kilobytes.
    /// </summary>
    private static async Task StreamAsync(
        HttpContext http, IActorProvider actors, IUnreadFeed feed, IHostApplicationLifetime portal, [FromQuery(Name = "for")] string? account)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, portal.ApplicationStopping);
        // A tab left over from somebody else's sign-in in the same browser must not show this person's number.
        if (await actors.FindAsync(end.Token) is not { } actor || actor.Account != account)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        // Proxies would collect what is to arrive at once.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var page = feed.Subscribe(actor.UserId);
        try
        {
            await http.Response.WriteAsync(": \n\n", end.Token);
            await http.Response.Body.FlushAsync(end.Token);
            while (await SendNextAsync(http, page, actors, actor, end.Token))
            {
            }
        }
        catch (Exception gone) when (end.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            // The page was closed, or the portal stops.
        }
    }

    private static async Task<bool> SendNextAsync(HttpContext http, IUnreadSubscription page, IActorProvider actors, Actor actor, CancellationToken end)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(end);
        patience.CancelAfter(Beat);
        string line;
        try
        {
            line = $"data: {await page.NextAsync(patience.Token)}\n\n";
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            if (await actors.FindAsync(end) is not { } still || still.UserId != actor.UserId)
                return false;
            line = ": \n\n";
        }
        await http.Response.WriteAsync(line, end);
        await http.Response.Body.FlushAsync(end);
        return true;
    }
}
