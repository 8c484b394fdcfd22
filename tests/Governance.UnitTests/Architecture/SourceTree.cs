using System.Text.RegularExpressions;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Architecture;

/// <summary>The files of the repository as a reviewer sees them: without what builds and tools leave behind.</summary>
internal static partial class SourceTree
{
    private static readonly string[] Left = ["bin", "obj", "node_modules", "Migrations"];

    public static string Root { get; } = Path.GetDirectoryName(Packs.Root)!;

    /// <summary>Files of a folder by their endings, as paths from the root.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path))
            .Where(path => endings.Any(end => path.EndsWith(end, StringComparison.Ordinal)) && !path.Split('/').Intersect(Left).Any())
            .Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The text of a source file without its comments.</summary>
    public static string ReadCode(string path) => Comments().Replace(Read(path), m => m.Value[0] is '"' or '$' or '@' ? m.Value : "");

    // Strings are matched first, so that a slash inside one begins no comment.
    [GeneratedRegex("""@\*[\s\S]*?\*@|"(?:\\.|[^"\\\n])*"|/\*[\s\S]*?\*/|//[^\n]*|<!--[\s\S]*?-->""")]
    private static partial Regex Comments();
}
