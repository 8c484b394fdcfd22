using Governance.Application;
using Governance.Application.Platform;
using Governance.Infrastructure.Attachments;
using Governance.Infrastructure.Imports;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Governance.Web.Commands;
using Microsoft.AspNetCore.HttpOverrides;

namespace Governance.Web.Hosting;

/// <summary>Puts the portal together; serving and administration verbs use the same parts.</summary>
public static class PortalComposition
{
    /// <summary>Makes a host with every service of the portal in it.</summary>
    public static WebApplication Build(PortalOptions options)
    {
        var hasContentRoot = options.HostArguments.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. options.HostArguments],
            // Started from any folder, the pages' files are beside the program.
            ContentRootPath = hasContentRoot ? null : AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["data"] = options.DataDirectory });
        // On the terminal of a verb only what went wrong is of interest.
        if (options.AdminCommand is not null) builder.Configuration["Serilog:MinimumLevel:Default"] = "Warning";
        builder.WebHost.UseUrls(options.Urls);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<StartupNotes>();
        builder.Services.AddSingleton<DatabaseProbe>();
        builder.Services.AddSingleton<IPersonalDataProtector>(_ => new PersonalDataProtector(PersonalDataProtector.ReadOrMakeKey(
            options.DataKey, Path.Combine(options.DataDirectory, PersonalDataProtector.KeyFile))));
        builder.Services.AddSingleton<PersonalDataKeyCheck>();
        builder.Services.AddSingleton(new AttachmentFolder(Path.Combine(options.DataDirectory, AttachmentFolder.Name)));
        builder.Services.AddApplication();
        builder.Services.AddSingleton(options.WebhookNetworks);
        builder.Services.AddPersistence();
        builder.Services.AddImports();
        builder.Services.AddAdminVerbs();
        // What a proxy on this machine says is believed anyway.
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in options.Proxies)
                forwarded.KnownIPNetworks.Add(proxy);
        });
        builder.AddPortalShell();
        return builder.Build();
    }
}
