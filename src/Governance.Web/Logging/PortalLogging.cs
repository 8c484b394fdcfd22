using System.Globalization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Serilog;
using Serilog.Events;

namespace Governance.Web.Logging;

/// <summary>Sets up the log: console and one file a day in the data folder.</summary>
public static class PortalLogging
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {Reference} {Circuit} {SourceContext}: {Message:lj}{NewLine}{Exception}";
    private const int DaysKept = 30;
    private const long LargestFile = 200 * 1024 * 1024;

    /// <summary>
    /// Replaces the default loggers. Request start lines (with query strings) and SQL texts are left out by level; raise them in
    /// the section <c>Serilog</c> of the configuration on a test machine only.
    /// </summary>
    public static WebApplicationBuilder AddPortalLogging(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            // Start-up prints its own line; keys lie unencrypted in a folder that is closed to everybody else.
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Extensions.Localization", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .ReadFrom.Configuration(builder.Configuration)
            // Standard output belongs to what was asked for: the address at start, the result of an administration verb.
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
            .WriteTo.File(
                Path.Combine(DataFolder.Of(builder.Configuration), "logs", "portal-.log"), outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept, fileSizeLimitBytes: LargestFile, rollOnFileSizeLimit: true, shared: true)
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
        builder.Services.AddScoped<CircuitHandler, CircuitLog>();
        return builder;
    }
}
