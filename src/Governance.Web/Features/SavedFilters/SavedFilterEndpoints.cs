using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.SavedFilters;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Web.Features.SavedFilters;

/// <summary>Where the small forms above the list of cases go; each leads back to the list.</summary>
public static class SavedFilterEndpoints
{
    /// <summary>Keeps the filter on show.</summary>
    public const string KeepPath = "/cases/filters";

    /// <summary>Opens the list with a filter, or no more.</summary>
    public const string DefaultPath = KeepPath + "/default";

    /// <summary>Removes a filter.</summary>
    public const string RemovePath = KeepPath + "/remove";

    /// <summary>Query parameter that tells the list what was refused: the code of the refusal.</summary>
    public const string RefusalParameter = "refused";

    /// <summary>Adds what the filters need.</summary>
    public static IServiceCollection AddSavedFilters(this IServiceCollection services) => services.AddSingleton<SavedFilterCache>();

    /// <summary>Maps them.</summary>
    public static void MapSavedFilterEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(KeepPath, ([FromForm] IFormCollection form, SavedFilterService filters, SavedFilterCache cache, IActorProvider actors, CancellationToken ct) =>
            ActAsync(form, cache, actors, actor => filters.KeepAsync(actor, form["name"].ToString(), Query(form), form["shared"] == "yes", ct), ct))
            .RequireAuthorization();
        endpoints.MapPost(DefaultPath, ([FromForm] IFormCollection form, SavedFilterService filters, SavedFilterCache cache, IActorProvider actors, CancellationToken ct) =>
            ActAsync(form, cache, actors, actor => filters.OpenWithAsync(actor, Id(form), form["default"] == "yes", ct), ct)).RequireAuthorization();
        endpoints.MapPost(RemovePath, ([FromForm] IFormCollection form, SavedFilterService filters, SavedFilterCache cache, IActorProvider actors, CancellationToken ct) =>
            ActAsync(form, cache, actors, actor => filters.RemoveAsync(actor, Id(form), ct), ct)).RequireAuthorization();
    }

    private static async Task<IResult> ActAsync(
        IFormCollection form, SavedFilterCache cache, IActorProvider actors, Func<Actor, Task<Result<Guid>>> act, CancellationToken ct)
    {
        if (await actors.FindAsync(ct) is not { } actor)
            return Results.Unauthorized();
        var done = await act(actor);
        cache.Forget(actor);
        var back = CaseListQuery.WholeHref(Criteria(form));
        return Results.LocalRedirect(done.IsOk ? back : QueryHelpers.AddQueryString(back, RefusalParameter, done.Error.Code));
    }

    /// <summary>The list the form stood on, read as a filter and written again: nothing else of the form's text is followed.</summary>
    private static CaseListCriteria Criteria(IFormCollection form) => CaseListQuery.Read(form["query"].ToString());

    private static string Query(IFormCollection form) => CaseListQuery.Href(Criteria(form))[CaseListQuery.Path.Length..];

    private static Guid Id(IFormCollection form) => Guid.TryParse(form["id"].ToString(), out var id) ? id : Guid.Empty;
}
