using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Governance.Infrastructure.Platform;

/// <summary>Makes, starts and stops the server of one cluster. The caller holds the cluster's change lock.</summary>
internal sealed partial class ClusterServer(ClusterHome home, PostgresBinaries binaries, EmbeddedPostgresOptions options, ILogger logger)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(300);

    /// <summary>Connection string of the portal's database on a server at <paramref name="port"/>.</summary>
    public string ConnectionStringAt(int port) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Database = ClusterSettings.Name,
        Username = ClusterSettings.Name,
        Password = ReadPassword(),
        // Room is left for operators and administration verbs beside the portal.
        MaxPoolSize = Math.Max(10, options.MaxConnections * 3 / 4),
        ApplicationName = "governance",
    }.ConnectionString;

    /// <summary>Makes the cluster when there is none; a half-made one of an interrupted start is made anew.</summary>
    public async Task EnsureCreatedAsync(CancellationToken cancellation)
    {
        if (home.ClusterMajor is not null) return;
        if (Directory.Exists(home.Cluster)) 
            throw EmbeddedPostgresException.ClusterGone(home.Cluster, File.Exists(home.Pointer) ? home.Pointer : home.Directory);
        LogCreating(logger, home.Cluster, binaries.Directory);
        var password = RandomNumberGenerator.GetHexString(48, lowercase: true);
        WriteSecret(home.PasswordFile, password);
        var draft = home.Cluster + ".new";
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft, OwnerOnly | UnixFileMode.UserExecute);
        await GiveToServerAsync(draft, cancellation);
        List<string> init =
        [
            "-D", draft, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--lc-messages=C",
            "--auth-local=reject", "--auth-host=scram-sha-256",
        ];
        if (!options.Durable) init.Add("--no-sync");
        await MustAsync("建立数据库失败", "initdb", init, null, cancellation);
        var said = await MustAsync(
            "建立数据库失败", "postgres",
            ["--single", "-D", draft, "-c", "log_min_error_statement=panic", "-c", "log_error_verbosity=terse", "postgres"],
            ClusterSettings.FirstStatements(password), cancellation);
        if (said.Contains("ERROR:", StringComparison.Ordinal) || said.Contains("FATAL:", StringComparison.Ordinal))
            throw ClusterFault.Explain("建立数据库失败", said, home, null);
        Directory.Move(draft, home.Cluster);
    }

    /// <summary>Starts the server and waits until it answers.</summary>
    /// <param name="onlyPort">The one port it may take; null prefers the last one and else takes any free one.</param>
    /// <param name="cancellation">Ends the wait; a server already started is stopped again.</param>
    /// <returns>The port it listens on.</returns>
    public async Task<int> StartAsync(int? onlyPort, CancellationToken cancellation)
    {
        ReadPassword();
        var deadline = Environment.TickCount64 + (long)options.StartTimeout.TotalMilliseconds;
        for (var attempt = 0; ; attempt++)
        {
            var port = onlyPort ?? options.Port ?? (attempt == 0 ? LastPort() : null) ?? FreePort();
            var fault = await TryStartAsync(port, cancellation);
            if (fault is null)
            {
                await File.WriteAllTextAsync(home.PortFile, port.ToString(CultureInfo.InvariantCulture), cancellation);
                return port;
            }
            var again = fault.IsPassing || (fault.IsPortTaken && onlyPort is null && options.Port is null && attempt < 5);
            if (!again || Environment.TickCount64 > deadline) throw fault.ToException();
            await Task.Delay(RetryPause, cancellation);
        }
    }

    /// <summary>Waits until the server lets the portal in; null when the server ended instead.</summary>
    public async Task<int?> WaitReadyAsync(Postmaster postmaster, CancellationToken cancellation)
    {
        var deadline = Environment.TickCount64 + (long)options.StartTimeout.TotalMilliseconds;
        while (postmaster.IsAlive())
        {
            if (await AnswersAsync(postmaster.Port, cancellation)) return postmaster.Port;
            if (Environment.TickCount64 > deadline) throw ClusterFault.Explain("数据库迟迟没有应答", Tail(0), home, null);
            await Task.Delay(100, cancellation);
        }
        return null;
    }

    /// <summary>Stops the server at once but cleanly: open transactions are rolled back, everything acknowledged is kept.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (Postmaster.FindLiving(home.Cluster) is null) return;
        var seconds = ((int)options.StopTimeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var stopped = await RunAsync("pg_ctl", ["stop", "-D", home.Cluster, "-m", "fast", "-w", "-t", seconds], null, cancellation);
        if (!stopped.IsOk && Postmaster.FindLiving(home.Cluster) is not null)
            throw EmbeddedPostgresException.Failed("停止数据库失败", stopped.Output);
        LogStopped(logger);
    }

    private async Task<ClusterFault?> TryStartAsync(int port, CancellationToken cancellation)
    {
        ClusterSettings.Write(home.Cluster, options, port);
        // A pid file whose server is gone would hold up the start when its number belongs to another process by now.
        File.Delete(Path.Combine(home.Cluster, "postmaster.pid"));
        var logged = RotateLog();
        var seconds = ((int)options.StartTimeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        try
        {
            var started = await RunAsync("pg_ctl", ["start", "-D", home.Cluster, "-l", home.Log, "-w", "-t", seconds], null, cancellation);
            if (started.IsOk && Postmaster.FindLiving(home.Cluster) is { } postmaster
                && await WaitReadyAsync(postmaster, cancellation) is not null)
                return null;
            return new ClusterFault("数据库无法启动", started.Output + "\n" + Tail(logged), home, port);
        }
        catch (OperationCanceledException)
        {
            await StopAsync(CancellationToken.None);
            throw;
        }
    }

    private async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        var builder = new NpgsqlConnectionStringBuilder(ConnectionStringAt(port)) { Pooling = false, Timeout = 5, CommandTimeout = 5 };
        try
        {
            await using var connection = new NpgsqlConnection(builder.ConnectionString);
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            throw EmbeddedPostgresException.Failed("数据库拒绝门户登录", refused.MessageText);
        }
        catch (NpgsqlException)
        {
            // Starting, recovering, stopping or full: the caller looks again until its time is up.
            return false;
        }
    }

    private string ReadPassword()
    {
        try
        {
            return File.ReadAllText(home.PasswordFile).Trim();
        }
        catch (FileNotFoundException)
        {
            throw EmbeddedPostgresException.PasswordGone(home.PasswordFile);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw EmbeddedPostgresException.NoAccess(home.PasswordFile, refused);
        }
    }

    private static void WriteSecret(string file, string text)
    {
        File.Delete(file);
        using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        });
        stream.Write(Encoding.UTF8.GetBytes(text + "\n"));
        stream.Flush(flushToDisk: true);
    }

    private int? LastPort() =>
        File.Exists(home.PortFile) && int.TryParse(File.ReadAllText(home.PortFile), CultureInfo.InvariantCulture, out var port) ? port : null;

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task GiveToServerAsync(string path, CancellationToken cancellation)
    {
        if (home.User is null) return;
        await OsCommand.RunAsync(null, "chown", [$"{home.User.Uid}:{home.User.Gid}", path], options.StopTimeout, cancellation);
    }

    private async Task<string> MustAsync(
        string what, string program, IReadOnlyList<string> arguments, string? input, CancellationToken cancellation)
    {
        var result = await RunAsync(program, arguments, input, cancellation);
        return result.IsOk ? result.Output : throw ClusterFault.Explain(what, result.Output, home, null);
    }

    private Task<OsCommandResult> RunAsync(string program, IReadOnlyList<string> arguments, string? input, CancellationToken cancellation) =>
        OsCommand.RunAsync(
            home.User, binaries.Program(program), arguments, options.StartTimeout + TimeSpan.FromSeconds(10), cancellation, input);

    /// <summary>Keeps the log of the server small: past 10 MB it becomes the old one. Gives the length it starts at.</summary>
    private long RotateLog()
    {
        const long most = 10 * 1024 * 1024;
        var log = new FileInfo(home.Log);
        if (!log.Exists) return 0;
        if (log.Length < most) return log.Length;
        File.Move(home.Log, home.Log + ".old", overwrite: true);
        return 0;
    }

    private string Tail(long from)
    {
        if (!File.Exists(home.Log)) return "";
        using var stream = new FileStream(home.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(Math.Max(Math.Min(from, stream.Length), stream.Length - 4096), SeekOrigin.Begin);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "首次启动，正在建立数据库：{Cluster}（程序：{Binaries}）")]
    private static partial void LogCreating(ILogger logger, string cluster, string binaries);

    [LoggerMessage(Level = LogLevel.Information, Message = "数据库已停止")]
    private static partial void LogStopped(ILogger logger);
}
