using Governance.Application.Platform;

namespace Governance.Infrastructure.Demo;

/// <summary>
/// The one password of the demo accounts: the operator's, else one made up for this installation and kept in the data folder, so that
/// the next start can print it again.
/// </summary>
internal sealed class DemoPassword(string? given, string dataFolder)
{
    private const string FileName = "demo-password.txt";

    private string File => Path.Combine(dataFolder, FileName);

    /// <summary>True when the operator named it; then it is not printed.</summary>
    public bool IsGiven => given is not null;

    /// <summary>The password made up before; null when there is none.</summary>
    public string? Kept => System.IO.File.Exists(File) ? System.IO.File.ReadAllText(File).Trim() : null;

    /// <summary>The password that should open the accounts; null when none is known.</summary>
    public string? Current => given ?? Kept;

    /// <summary>The password for accounts that are made now; a made-up one is kept.</summary>
    public string ForNewAccounts()
    {
        if (Current is { Length: > 0 } known)
            return known;
        var made = InitialPassword.For("");
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var writer = new StreamWriter(File, options);
        writer.WriteLine(made);
        return made;
    }
}
