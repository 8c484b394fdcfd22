namespace Governance.Web.Security;

/// <summary>While the initial password stands, every page leads to the change of it.</summary>
public static class ForcedPasswordChange
{
    /// <summary>Adds the check; it runs after authentication.</summary>
    public static IApplicationBuilder UseForcedPasswordChange(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<AccountFeature>() is { State.MustChangePassword: true } && !IsExempt(context))
            context.Response.Redirect(Paths.Password);
        else
            await next(context);
    });

    private static bool IsExempt(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/account")
        || context.Request.Path.StartsWithSegments("/status")
        || context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
}
