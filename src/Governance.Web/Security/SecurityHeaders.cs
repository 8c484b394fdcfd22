namespace Governance.Web.Security;

/// <summary>Headers of every answer: only own scripts and styles, nothing inline, no frames, no referrer abroad.</summary>
public static class SecurityHeaders
{
    /// <summary>Adds the headers before anything is sent.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        // Older Safari does not count web sockets as 'self'.
        var socket = $"{(context.Request.IsHttps ? "wss" : "ws")}://{context.Request.Host}";
        headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
            $"connect-src 'self' {socket}; object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Pages hold case data: no copy in a shared cache or behind the Back button after sign-out.
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            headers.CacheControl = "no-store";
    }
}
