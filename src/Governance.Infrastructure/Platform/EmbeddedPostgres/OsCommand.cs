using System.Diagnostics;
using System.Text;

namespace Governance.Infrastructure.Platform;

/// <summary>What a command said and how it ended.</summary>
internal sealed record OsCommandResult(int ExitCode, string Output)
{
    /// <summary>True when it ended with 0.</summary>
    public bool IsOk => ExitCode == 0;
}

/// <summary>A system user as numbers, so that users without a name (containers) work too.</summary>
internal sealed record OsUser(int Uid, int Gid);

/// <summary>Runs a program of the machine to its end, as this user or, for root, as another one.</summary>
internal static class OsCommand
{
    /// <summary>Runs and collects standard output and standard error together. Past <paramref name="timeout"/> the program is killed.</summary>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public static async Task<OsCommandResult> RunAsync(
        OsUser? user, string program, IReadOnlyList<string> arguments, TimeSpan timeout, CancellationToken cancellation, string? input = null)
    {
        using var process = new Process { StartInfo = Describe(user, program, arguments) };
        var output = new StringBuilder();
        DataReceivedEventHandler collect = (_, line) =>
        {
            if (line.Data is null) return;
            lock (output) output.AppendLine(line.Data);
        };
        process.OutputDataReceived += collect;
        process.ErrorDataReceived += collect;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            await FeedAsync(process, input);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException($"{program} did not end within {timeout}.");
        }
        lock (output) return new OsCommandResult(process.ExitCode, output.ToString().Trim());
    }

    private static async Task FeedAsync(Process process, string? input)
    {
        try
        {
            if (input is not null) await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended before it read everything; its exit code tells the rest.
        }
    }

    private static ProcessStartInfo Describe(OsUser? user, string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo
        {
            FileName = user is null ? program : "setpriv",
            // The caller's folder may be closed to the other user.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (user is not null)
            foreach (var part in (string[])[$"--reuid={user.Uid}", $"--regid={user.Gid}", "--clear-groups", "--", program])
                start.ArgumentList.Add(part);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // Settings of the operator's shell (PGDATA, PGPORT, PGOPTIONS ...) are not meant for this server.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }
}
