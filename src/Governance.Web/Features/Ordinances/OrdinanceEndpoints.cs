using Governance.Application.Cities;
using Governance.Web.Components.Shared;

namespace Governance.Web.Features.Ordinances;

/// <summary>Short addresses of articles.</summary>
public static class OrdinanceEndpoints
{
    /// <summary>Maps <c>/ordinance/43</c> to the place of that article; an article the text does not have is not found.</summary>
    public static void MapOrdinanceEndpoints(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/ordinance/{number:int}", (int number, IReferenceData reference) => reference.Pack.Ordinance.FindArticle(number) is null
            ? Results.NotFound()
            : Results.LocalRedirect(ArticleLink.Address(number))).AllowAnonymous();
}
