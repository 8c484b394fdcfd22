using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Platform;

/// <summary>
/// The folder a cluster lives in: <c>cluster/</c> (the server's own files), <c>log/</c>, the password file, the lock files and the
/// port last used. Normally <c>postgres/</c> in the data folder; where the server's system user cannot reach that (as root below a
/// closed folder), a folder of its own elsewhere, named by a pointer file in the data folder.
/// </summary>
internal sealed partial class ClusterHome
{
    private const string SystemUser = "postgres";
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(20);

    private ClusterHome(string directory, string pointer, OsUser? user)
    {
        Directory = directory;
        Pointer = pointer;
        User = user;
    }

    public string Directory { get; }

    /// <summary>File in the data folder that names <see cref="Directory"/> when it is elsewhere.</summary>
    public string Pointer { get; }

    /// <summary>The system user the server runs as; null is the one this process runs as.</summary>
    public OsUser? User { get; }

    public string Cluster => Path.Combine(Directory, "cluster");

    public string Log => Path.Combine(Directory, "log", "server.log");

    public string PasswordFile => Path.Combine(Directory, "password");

    public string PortFile => Path.Combine(Directory, "port");

    /// <summary>Held alone by whoever starts or stops the server.</summary>
    public string ChangeLock => Path.Combine(Directory, "change.lock");

    /// <summary>Shared by everybody who uses the server.</summary>
    public string UseLock => Path.Combine(Directory, "use.lock");

    /// <summary>Version that made the cluster, or null when there is none yet.</summary>
    public int? ClusterMajor => File.Exists(Path.Combine(Cluster, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(Path.Combine(Cluster, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture)
        : null;

    /// <summary>Finds the home of the data folder's cluster, or makes one.</summary>
    public static async Task<ClusterHome> OpenAsync(EmbeddedPostgresOptions options, ILogger logger, CancellationToken cancellation)
    {
        var data = Path.GetFullPath(options.DataDirectory);
        try
        {
            System.IO.Directory.CreateDirectory(data);
            await using var placing = await ClusterLock.ExclusiveAsync(Path.Combine(data, "postgres.lock"), options.StartTimeout, cancellation);
            return await PlaceAsync(data, options.FallbackRoot, logger, cancellation);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw EmbeddedPostgresException.NoAccess(data, refused);
        }
        catch (IOException refused) when (IsDiskFull(refused))
        {
            throw EmbeddedPostgresException.DiskFull(data);
        }
    }

    /// <summary>True when the file system had no room left.</summary>
    public static bool IsDiskFull(IOException fault) => fault.HResult is NoSpace or QuotaExceeded;

    private static async Task<ClusterHome> PlaceAsync(string data, string fallbackRoot, ILogger logger, CancellationToken cancellation)
    {
        var pointer = Path.Combine(data, "postgres.location");
        if (File.Exists(pointer))
        {
            var named = (await File.ReadAllTextAsync(pointer, cancellation)).Trim();
            var elsewhere = new ClusterHome(named, pointer, null);
            if (elsewhere.ClusterMajor is null && !System.IO.Directory.Exists(elsewhere.Directory))
                throw EmbeddedPostgresException.ClusterGone(named, pointer);
            return new ClusterHome(named, pointer, await UserForAsync(elsewhere.Cluster, cancellation));
        }

        var inside = Path.Combine(data, "postgres");
        var user = await UserForAsync(Path.Combine(inside, "cluster"), cancellation);
        if (await TryPrepareAsync(inside, user, cancellation)) return new ClusterHome(inside, pointer, user);
        // Never leave a filled cluster behind for an empty one elsewhere.
        if (System.IO.Directory.Exists(Path.Combine(inside, "cluster"))) throw EmbeddedPostgresException.Unreachable(inside);

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var home = new ClusterHome(Path.Combine(fallbackRoot, id), pointer, user);
        if (!await TryPrepareAsync(home.Directory, user, cancellation))
            throw EmbeddedPostgresException.Failed($"系统用户 {SystemUser} 无法进入 {inside}，也无法进入 {home.Directory}", "");
        System.IO.Directory.Delete(inside, recursive: true);
        await File.WriteAllTextAsync(Path.Combine(home.Directory, "belongs-to"), data + "\n", cancellation);
        await File.WriteAllTextAsync(pointer, home.Directory + "\n", cancellation);
        LogElsewhere(logger, SystemUser, data, home.Directory, pointer);
        return home;
    }

    // An existing cluster runs as its owner, whoever starts it; a new one as root's stand-in.
    private static async Task<OsUser?> UserForAsync(string cluster, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess) return null;
        var owner = System.IO.Directory.Exists(cluster)
            ? await OsCommand.RunAsync(null, "stat", ["-c", "%u %g", cluster], CommandLimit, cancellation)
            : await OsCommand.RunAsync(null, "sh", ["-c", $"echo $(id -u {SystemUser}) $(id -g {SystemUser})"], CommandLimit, cancellation);
        var ids = owner.Output.Split(' ');
        return ids.Length == 2 && int.TryParse(ids[0], out var uid) && int.TryParse(ids[1], out var gid) && uid != 0
            ? new OsUser(uid, gid)
            : throw EmbeddedPostgresException.NoSystemUser(SystemUser);
    }

    /// <summary>Makes the folders; false when the server's user could not get there.</summary>
    private static async Task<bool> TryPrepareAsync(string directory, OsUser? user, CancellationToken cancellation)
    {
        const UnixFileMode open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var log = Path.Combine(directory, "log");
        if (user is null)
        {
            System.IO.Directory.CreateDirectory(directory, own);
            System.IO.Directory.CreateDirectory(log, own);
            return true;
        }
        // Secrets in here are closed file by file; the server's user must be able to pass.
        System.IO.Directory.CreateDirectory(directory);
        File.SetUnixFileMode(directory, open);
        System.IO.Directory.CreateDirectory(log, own);
        var given = await OsCommand.RunAsync(null, "chown", [$"{user.Uid}:{user.Gid}", log], CommandLimit, cancellation);
        var reached = await OsCommand.RunAsync(user, "test", ["-w", log], CommandLimit, cancellation);
        return given.IsOk && reached.IsOk;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "系统用户 {User} 无法进入数据文件夹 {Data}，数据库改放在 {Directory}（记在 {Pointer}）。备份与搬迁时请一并处理。")]
    private static partial void LogElsewhere(ILogger logger, string user, string data, string directory, string pointer);
}
