using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Platform;

/// <summary>
/// The portal's own PostgreSQL: a private cluster in the data folder, made on first use from the programs on the machine, on loopback
/// with a random password. Processes given the same data folder share the server: the first starts it, the last one out stops it, and
/// whoever is there starts it again when it dies. Disposing lets it go.
/// </summary>
public sealed partial class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan WatchPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly ClusterHome _home;
    private readonly ClusterServer _server;
    private readonly EmbeddedPostgresOptions _options;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _leaving = new();
    private readonly FileStream _use;
    private readonly Task _watch;
    private int _disposed;

    private EmbeddedPostgres(
        ClusterHome home, ClusterServer server, EmbeddedPostgresOptions options, ILogger logger, FileStream use, int port, bool startedHere)
    {
        _home = home;
        _server = server;
        _options = options;
        _logger = logger;
        _use = use;
        Port = port;
        StartedHere = startedHere;
        ConnectionString = server.ConnectionStringAt(port);
        _watch = Task.Run(WatchAsync);
    }

    /// <summary>Connection string of the portal's database; stays true when the server is started again.</summary>
    public string ConnectionString { get; }

    /// <summary>Port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Folder of the cluster, its password file and its log.</summary>
    public string Directory => _home.Directory;

    /// <summary>The server's own log.</summary>
    public string LogFile => _home.Log;

    /// <summary>False when another process had started the server before.</summary>
    public bool StartedHere { get; }

    /// <summary>Process number of the living server; null while it is down.</summary>
    public int? ProcessId => Postmaster.FindLiving(_home.Cluster)?.Pid;

    /// <summary>Attaches to the data folder's server, or makes and starts it.</summary>
    /// <exception cref="EmbeddedPostgresException">It cannot be had; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">The operator gave up; nothing is left running.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger logger, CancellationToken cancellation)
    {
        var home = await ClusterHome.OpenAsync(options, logger, cancellation);
        var binaries = await PostgresBinaries.FindAsync(options.BinDirectory, home.ClusterMajor, cancellation);
        var server = new ClusterServer(home, binaries, options, logger);
        await using var change = await ClusterLock.ExclusiveAsync(home.ChangeLock, options.StartTimeout, cancellation);
        var use = await ClusterLock.SharedAsync(home.UseLock, options.StartTimeout, cancellation);
        try
        {
            await server.EnsureCreatedAsync(cancellation);
            var attached = await AttachAsync(home, server, cancellation);
            var port = attached ?? await server.StartAsync(null, cancellation);
            LogReady(logger, attached is null ? "已启动" : "已在运行，直接使用", home.Directory, port);
            return new EmbeddedPostgres(home, server, options, logger, use, port, attached is null);
        }
        catch (Exception fault)
        {
            await use.DisposeAsync();
            if (fault is UnauthorizedAccessException) throw EmbeddedPostgresException.NoAccess(home.Directory, fault);
            if (fault is IOException io && ClusterHome.IsDiskFull(io)) throw EmbeddedPostgresException.DiskFull(home.Directory);
            throw;
        }
    }

    /// <summary>Lets the server go; the last one out stops it cleanly.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        await _leaving.CancelAsync();
        await _watch;
        _leaving.Dispose();
        await using var change = await ClusterLock.ExclusiveAsync(_home.ChangeLock, _options.StopTimeout, CancellationToken.None);
        await _use.DisposeAsync();
        await using var alone = ClusterLock.TryExclusive(_home.UseLock);
        if (alone is null) LogStillUsed(_logger);
        else await _server.StopAsync(CancellationToken.None);
    }

    private static async Task<int?> AttachAsync(ClusterHome home, ClusterServer server, CancellationToken cancellation) =>
        Postmaster.FindLiving(home.Cluster) is { } postmaster ? await server.WaitReadyAsync(postmaster, cancellation) : null;

    private async Task WatchAsync()
    {
        var pause = WatchPause;
        while (!_leaving.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, _leaving.Token);
                if (Postmaster.FindLiving(_home.Cluster) is not null) continue;
                await RestoreAsync();
                pause = WatchPause;
            }
            catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // Whatever is wrong (disk full, programs being upgraded), the portal keeps trying: it is useless without its database.
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                LogRestoreFailed(_logger, fault, pause.TotalSeconds);
            }
        }
    }

    private async Task RestoreAsync()
    {
        LogDied(_logger);
        await using var change = await ClusterLock.ExclusiveAsync(_home.ChangeLock, _options.StartTimeout, _leaving.Token);
        // Another process may have been quicker.
        if (await AttachAsync(_home, _server, _leaving.Token) is null) await _server.StartAsync(Port, _leaving.Token);
        LogRestored(_logger, Port);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "自带数据库{State}：{Directory}，端口 {Port}")]
    private static partial void LogReady(ILogger logger, string state, string directory, int port);

    [LoggerMessage(Level = LogLevel.Information, Message = "另有程序在用自带数据库，让它继续运行")]
    private static partial void LogStillUsed(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "自带数据库意外停止，正在重新启动")]
    private static partial void LogDied(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "自带数据库已恢复，端口 {Port}")]
    private static partial void LogRestored(ILogger logger, int port);

    [LoggerMessage(Level = LogLevel.Critical, Message = "自带数据库无法恢复，{Seconds} 秒后再试")]
    private static partial void LogRestoreFailed(ILogger logger, Exception fault, double seconds);
}
