using Governance.Domain.Cities;
using Governance.Infrastructure.Platform;
using Governance.Web.Commands;

namespace Governance.Web.Hosting;

/// <summary>The one program: serves, or runs an administration verb beside a running portal.</summary>
public static class PortalProgram
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <summary>Runs to the end and gives the exit code: 0 done, 1 failed, 2 wrong usage.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var reading = PortalOptionsReader.Read(arguments, Environment.GetEnvironmentVariable);
        if (reading.Options is null)
        {
            if (reading.Refusal is { } refusal) await Console.Error.WriteLineAsync(refusal + "\n");
            await (reading.Refusal is null ? Console.Out : Console.Error).WriteLineAsync(PortalOptions.Usage);
            return reading.Refusal is null ? Done : WrongUsage;
        }
        using var signals = new StopSignals();
        try
        {
            DataFolder.Prepare(reading.Options.DataDirectory);
            var options = PortalStart.WithMemory(reading.Options);
            var pack = PortalStart.ReadPack(options);
            await using var app = PortalComposition.Build(options);
            return options.AdminCommand is { } command
                ? await AdminProgram.RunAsync(app.Services, options, pack, command, signals.Token)
                : await ServeAsync(app, options, pack, signals.Token);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            // Stopped during start-up: for the portal that is an end as asked; a verb has not done its work.
            await Console.Error.WriteLineAsync("已停止。");
            return reading.Options.AdminCommand is null ? Done : Failed;
        }
        catch (Exception refused) when (Explain(refused, reading.Options) is { } reason)
        {
            await Console.Error.WriteLineAsync($"启动失败：{reason}");
            return Failed;
        }
    }

    private static async Task<int> ServeAsync(WebApplication app, PortalOptions options, CityPack pack, CancellationToken stop)
    {
        ListenAddresses.EnsureFree(options.Urls);
        await using var database = await PortalDatabase.OpenAsync(options, app.Services, stop);
        await PortalStart.PrepareDataAsync(app.Services, pack, stop);
        if (options.Demo) await MakeDemoAsync(app.Services, options, stop);
        app.UsePortalShell();
        app.MapPortalHealth();
        app.MapMeasuring();
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, pack));
        await app.StartAsync(stop);
        await app.WaitForShutdownAsync(stop);
        return Done;
    }

    private static async Task MakeDemoAsync(IServiceProvider services, PortalOptions options, CancellationToken stop)
    {
        var report = await PortalDemo.EnsureAsync(services, options, insist: false, stop);
        foreach (var line in PortalDemo.Describe(report, options.DemoPassword is not null))
            services.GetRequiredService<StartupNotes>().Add(line);
    }

    private static void Announce(WebApplication app, CityPack pack)
    {
        Console.WriteLine($"平台已启动（{pack.Profile.Name}）：{string.Join("  ", app.Urls)}");
        foreach (var line in app.Services.GetRequiredService<StartupNotes>().Lines) Console.WriteLine(line);
    }

    // Faults the operator can mend are said in a sentence; anything else is a bug and ends with its trace.
    private static string? Explain(Exception fault, PortalOptions options) => fault switch
    {
        StartRefusedException or EmbeddedPostgresException => fault.Message,
        UnauthorizedAccessException => $"没有权限读写数据文件夹 {options.DataDirectory}。请换一个文件夹（--data），或用有权限的系统用户运行。",
        _ => null,
    };
}
