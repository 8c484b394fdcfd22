namespace Governance.IntegrationTests.Support;

/// <summary>A folder of one test, open to the database's system user unless asked otherwise, gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder; <paramref name="closed"/> lets nobody else in, as <c>mktemp -d</c> does.</summary>
    public TemporaryFolder(bool closed = false)
    {
        Directory.CreateDirectory(Path);
        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        const UnixFileMode passing = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(Path, closed ? own : own | passing);
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "governance-test-" + Guid.NewGuid().ToString("N"));

    /// <summary>A path inside.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
