namespace Governance.Web.Hosting;

/// <summary>What start-up has to tell the operator (sign-ins, for one), printed below the address once the portal listens.</summary>
public sealed class StartupNotes
{
    private readonly List<string> _lines = [];

    /// <summary>Lines so far.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Adds a line, in Chinese. It goes to the terminal only, never to a log.</summary>
    public void Add(string line) => _lines.Add(line);
}
