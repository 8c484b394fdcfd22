using System.Reflection;

namespace Governance.EndToEndTests.Support;

/// <summary>Where the build put things.</summary>
internal static class BuildInfo
{
    private static readonly Dictionary<string, string?> Values = typeof(BuildInfo).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(a => a.Key, a => a.Value);

    /// <summary>The folder of the solution.</summary>
    public static string RepositoryRoot => Values["RepositoryRoot"]!;

    /// <summary>The built portal.</summary>
    public static string PortalProgram => Values["PortalProgram"]!;

    /// <summary>A file of the repository; fails with a hint when it is not there.</summary>
    public static string File(string path, string hint)
    {
        var full = Path.Combine(RepositoryRoot, path);
        return System.IO.File.Exists(full) ? full : throw new InvalidOperationException($"{full} is missing. {hint}");
    }
}
