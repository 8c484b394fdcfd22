using Governance.Domain.Cities;
using Governance.Web.Hosting;

namespace Governance.Web.Commands;

/// <summary>Finds the verb, brings the database within reach, runs it.</summary>
public static partial class AdminProgram
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <summary>Runs a verb with its arguments and gives the exit code.</summary>
    public static async Task<int> RunAsync(
        IServiceProvider root, PortalOptions options, CityPack pack, IReadOnlyList<string> command, CancellationToken stop)
    {
        if (command.Count == 0 || command[0] == "help")
        {
            using var listing = root.CreateScope();
            return List(listing.ServiceProvider, command.Count == 0 ? Console.Error : Console.Out);
        }
        if (options.ConnectionString is null && PortalRecord.Read(options.DataDirectory) is null)
            await Console.Error.WriteLineAsync($"数据文件夹 {options.DataDirectory} 是新的，将在其中建立数据库。");
        // First the database: verbs are made with services that already want to know where it is.
        await using var database = await PortalDatabase.OpenAsync(options, root, stop);
        await using var scope = root.CreateAsyncScope();
        if (scope.ServiceProvider.GetServices<IAdminVerb>().FirstOrDefault(v => v.Name == command[0]) is not { } verb)
        {
            await Console.Error.WriteLineAsync($"没有命令“{command[0]}”。");
            return List(scope.ServiceProvider, Console.Error);
        }
        try
        {
            if (verb.NeedsSchema) await PortalStart.PrepareDataAsync(root, pack, stop);
            var context = new AdminContext(options, pack, scope.ServiceProvider, Console.In, Console.Out, Console.Error, TimeProvider.System);
            return await verb.RunAsync(context, [.. command.Skip(1)], stop);
        }
        catch (AdminUsageException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\n用法：{verb.Usage}");
            return WrongUsage;
        }
        catch (AdminFailedException failed)
        {
            LogFailed(root.GetRequiredService<ILogger<AdminContext>>(), failed, verb.Name);
            await Console.Error.WriteLineAsync(failed.Message);
            return Failed;
        }
    }

    private static int List(IServiceProvider services, TextWriter output)
    {
        output.WriteLine("管理命令：");
        foreach (var verb in services.GetServices<IAdminVerb>().OrderBy(v => v.Name, StringComparer.Ordinal))
            output.WriteLine($"  {verb.Usage}\n      {verb.Summary}");
        return output == Console.Out ? Done : WrongUsage;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "管理命令 {Verb} 失败")]
    private static partial void LogFailed(ILogger logger, Exception fault, string verb);
}
