namespace Governance.Web.Hosting;

/// <summary>The address that watchdogs and balancers ask.</summary>
public static class HealthEndpoint
{
    /// <summary>Its path.</summary>
    public const string Path = "/healthz";

    /// <summary>Answers 200 when the database answers within two seconds, else 503, with no detail for strangers.</summary>
    public static void MapPortalHealth(this IEndpointRouteBuilder app) => app
        .MapGet(Path, async (DatabaseProbe probe, HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return await probe.AnswersAsync(context.RequestAborted)
                ? Results.Text("ok")
                : Results.Text("unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
        })
        .AllowAnonymous()
        .ExcludeFromDescription();
}
