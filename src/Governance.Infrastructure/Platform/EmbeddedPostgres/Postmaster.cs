using System.Globalization;

namespace Governance.Infrastructure.Platform;

/// <summary>A running server as its <c>postmaster.pid</c> names it.</summary>
internal sealed record Postmaster(int Pid, int Port)
{
    private const int PortLine = 3;

    /// <summary>The cluster's living server, or null: no file, or one left by a server that is gone.</summary>
    public static Postmaster? FindLiving(string cluster)
    {
        var named = Read(Path.Combine(cluster, "postmaster.pid"));
        return named is not null && named.IsAlive() ? named : null;
    }

    /// <summary>
    /// True while the process is a server that works in a folder whose pid file names it: process numbers are used again, so a
    /// process of that number alone proves nothing.
    /// </summary>
    public bool IsAlive() => Read($"/proc/{Pid}/cwd/postmaster.pid")?.Pid == Pid;

    private static Postmaster? Read(string file)
    {
        try
        {
            var lines = File.ReadAllLines(file);
            return lines.Length > PortLine
                && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)
                && int.TryParse(lines[PortLine], CultureInfo.InvariantCulture, out var port)
                    ? new Postmaster(pid, port)
                    : null;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (IOException)
        {
            // Reading below /proc of a process that ends just now.
            return null;
        }
        catch (UnauthorizedAccessException) when (file.StartsWith("/proc/", StringComparison.Ordinal))
        {
            // A process of somebody else: not our server.
            return null;
        }
    }
}
