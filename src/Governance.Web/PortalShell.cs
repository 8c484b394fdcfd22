using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Governance.Web.Circuits;
using Governance.Web.Components;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Account;
using Governance.Web.Features.Api;
using Governance.Web.Features.Attachments;
using Governance.Web.Features.Audit;
using Governance.Web.Features.Cases;
using Governance.Web.Features.Dashboards;
using Governance.Web.Features.Help;
using Governance.Web.Features.Intake;
using Governance.Web.Features.Mediation;
using Governance.Web.Features.Notifications;
using Governance.Web.Features.Ordinances;
using Governance.Web.Features.Procedures;
using Governance.Web.Features.SavedFilters;
using Governance.Web.Features.Webhooks;
using Governance.Web.Logging;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.SignalR;

namespace Governance.Web;

/// <summary>The frame of the web side: pages, culture, compression, errors, headers, in the order that matters.</summary>
public static class PortalShell
{
    /// <summary>Pages kept for three minutes after their line was cut; at most about 200 MB.</summary>
    private const int CircuitsKept = 1000;

    /// <summary>Bytes of one message from a page: the longest text field, each character three bytes, with room to spare.</summary>
    private const long LargestMessage = 256 * 1024;

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>Registers pages, logging, security and culture.</summary>
    public static WebApplicationBuilder AddPortalShell(this WebApplicationBuilder builder)
    {
        builder.AddPortalLogging();
        // Lets a build that was not published find its files in every environment; a published one has no such manifest.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        services.AddRazorComponents()
            // After a short cut of a whole office's line its pages should find themselves again, not be opened anew.
            .AddInteractiveServerComponents(options => options.DisconnectedCircuitMaxRetained = CircuitsKept)
            .AddHubOptions(options =>
            {
                options.MaximumReceiveMessageSize = LargestMessage;
                options.AddFilter(new EventsBeforeDrawings());
            });
        services.AddScoped<CircuitHandler, EventNotes>();
        services.AddScoped<Toaster>();
        builder.AddPortalSecurity();
        services.AddCasePages();
        services.AddSavedFilters();
        services.AddIntakePages();
        services.AddHelpPages();
        services.AddApi();
        // The default encoder writes every Chinese character as a numeric entity.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        CultureInfo.DefaultThreadCurrentCulture = Chinese;
        CultureInfo.DefaultThreadCurrentUICulture = Chinese;
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Chinese);
            options.SupportedCultures = [Chinese];
            options.SupportedUICultures = [Chinese];
        });
        // Safe with TLS: form tokens differ in every answer, and the cookie does not travel with requests of other sites.
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Fastest);
        return builder;
    }

    /// <summary>Adds the middleware and maps pages and static files.</summary>
    public static WebApplication UsePortalShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseHead();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/status/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseUnknownAddress();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseForcedPasswordChange();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        app.MapAccountEndpoints();
        app.MapCaseEndpoints();
        app.MapAttachmentEndpoints();
        app.MapMediationEndpoints();
        app.MapProcedureEndpoints();
        app.MapIntakeEndpoints();
        app.MapDashboardEndpoints();
        app.MapAuditEndpoints();
        app.MapOrdinanceEndpoints();
        app.MapNotificationEndpoints();
        app.MapWebhookEndpoints();
        app.MapApi();
        app.MapSavedFilterEndpoints();
        return app;
    }

    // Monitoring asks with HEAD, which pages do not know: they answer as to GET, without the body.
    private static void UseHead(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }
        await next(context);
    });

    // Without it an unknown address would ask for a sign-in before saying that there is nothing.
    private static void UseUnknownAddress(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
