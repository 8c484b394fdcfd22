using Xunit.Abstractions;

namespace Governance.UnitTests.Architecture;

/// <summary>Files stay small enough to be read in one go.</summary>
public sealed class FileLengthTests(ITestOutputHelper output)
{
    private const int LongestPage = 180;
    private const int LongestSource = 400;
    private const int Reported = 15;

    [Fact]
    public void No_source_file_is_too_long_to_read()
    {
        var files = SourceTree.Files("src", ".cs", ".razor").Concat(SourceTree.Files("tests", ".cs"))
            .Select(path => (Path: path, Lines: SourceTree.Read(path).Count(c => c == '\n'))).OrderByDescending(f => f.Lines).ToList();

        output.WriteLine($"{files.Count} files, {files.Sum(f => f.Lines)} lines, {files.Average(f => f.Lines):F0} on average. The longest:");
        foreach (var (path, lines) in files.Take(Reported))
            output.WriteLine($"{lines,5}  {path}");

        files.ShouldNotBeEmpty();
        files.Where(f => f.Lines > (f.Path.EndsWith(".razor", StringComparison.Ordinal) ? LongestPage : LongestSource)).ShouldBeEmpty();
    }
}
