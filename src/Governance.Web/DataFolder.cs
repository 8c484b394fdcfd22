namespace Governance.Web;

/// <summary>Where the portal keeps what must survive a restart: keys, logs, the embedded database.</summary>
public static class DataFolder
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folder named by <c>--data</c> (or the environment's <c>data</c>), else <c>data</c> in the working directory.</summary>
    public static string Of(IConfiguration configuration) => Path.GetFullPath(configuration["data"] is { Length: > 0 } named ? named : "data");

    /// <summary>
    /// Makes the folder, and closes the ones inside that hold secrets. The folder itself stays passable: as root, the embedded
    /// database runs as another system user below it.
    /// </summary>
    public static void Prepare(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var inside in (string[])["keys", "logs"])
        {
            var path = Path.Combine(folder, inside);
            Directory.CreateDirectory(path, Own);
            File.SetUnixFileMode(path, Own);
        }
    }
}
