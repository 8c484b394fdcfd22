using System.Globalization;
using System.Text.RegularExpressions;

namespace Governance.Infrastructure.Platform;

/// <summary>The PostgreSQL programs of one version on this machine.</summary>
internal sealed partial record PostgresBinaries(string Directory, int Major)
{
    /// <summary>Oldest server version the schema is tried on (Debian 12's).</summary>
    public const int OldestMajor = 15;

    private const string DebianRoot = "/usr/lib/postgresql";

    /// <summary>Path of one program, e.g. <c>initdb</c>.</summary>
    public string Program(string name) => Path.Combine(Directory, name);

    /// <summary>
    /// Finds the programs: the given folder, else Debian's folders (newest first), else <c>PATH</c>. An existing cluster needs its own
    /// major version.
    /// </summary>
    /// <param name="givenDirectory">Folder the operator named, or null.</param>
    /// <param name="clusterMajor">Version that made the cluster, or null for a new one.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static async Task<PostgresBinaries> FindAsync(string? givenDirectory, int? clusterMajor, CancellationToken cancellation)
    {
        var candidates = Folders(givenDirectory).Where(IsComplete).Select(RealFolder).Distinct().ToList();
        if (candidates.Count == 0)
            throw EmbeddedPostgresException.BinariesMissing(givenDirectory ?? $"{DebianRoot}/*/bin、PATH");
        var found = new List<PostgresBinaries>();
        foreach (var directory in candidates)
        {
            var binaries = new PostgresBinaries(directory, await MajorOfAsync(directory, cancellation));
            if (clusterMajor is null || binaries.Major == clusterMajor)
                return binaries.Major >= OldestMajor ? binaries : throw EmbeddedPostgresException.TooOld(binaries.Major);
            found.Add(binaries);
        }
        throw EmbeddedPostgresException.MajorMissing(clusterMajor!.Value, string.Join("、", found.Select(b => $"{b.Major}（{b.Directory}）")));
    }

    /// <summary>Folders to look in, the most fitting first.</summary>
    public static IEnumerable<string> Folders(string? givenDirectory)
    {
        if (!string.IsNullOrWhiteSpace(givenDirectory)) return [givenDirectory];
        var debian = System.IO.Directory.Exists(DebianRoot)
            ? System.IO.Directory.GetDirectories(DebianRoot)
                .OrderByDescending(d => double.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(d => Path.Combine(d, "bin"))
            : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
    }

    // PATH often holds links; initdb looks for its neighbours in the real folder.
    private static string RealFolder(string directory)
    {
        var target = File.ResolveLinkTarget(Path.Combine(directory, "initdb"), returnFinalTarget: true);
        return target is null ? directory : Path.GetDirectoryName(target.FullName)!;
    }

    private static bool IsComplete(string directory) =>
        ((string[])["initdb", "pg_ctl", "postgres"]).All(name => File.Exists(Path.Combine(directory, name)));

    private static async Task<int> MajorOfAsync(string directory, CancellationToken cancellation)
    {
        var answer = await OsCommand.RunAsync(null, Path.Combine(directory, "pg_ctl"), ["--version"], TimeSpan.FromSeconds(20), cancellation);
        var match = VersionPattern().Match(answer.Output);
        return match.Success
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw EmbeddedPostgresException.Failed($"无法识别 {directory} 中的 PostgreSQL 版本", answer.Output);
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionPattern();
}
