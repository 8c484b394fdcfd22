namespace Governance.Web.Features.Help;

/// <summary>The user guide as it came with the program, read once when somebody first asks for it.</summary>
/// <param name="folder">Folder of the files.</param>
public sealed class HelpLibrary(string folder)
{
    private readonly Lazy<IReadOnlyList<HelpPageText>> _pages = new(() =>
        [.. HelpCatalogue.All.Select(topic => HelpMarkdown.Read(topic, File.ReadAllText(Path.Combine(folder, topic.Name + ".md"))))]);

    /// <summary>Every page in reading order.</summary>
    public IReadOnlyList<HelpPageText> Pages => _pages.Value;

    /// <summary>One page, or null when the guide has none of that name.</summary>
    public HelpPageText? Find(string name) => Pages.FirstOrDefault(page => page.Topic.Name == name);

    /// <summary>The page before or after another one, or null at the ends.</summary>
    public HelpPageText? Neighbour(HelpPageText page, int step)
    {
        var at = HelpCatalogue.All.ToList().IndexOf(page.Topic) + step;
        return at >= 0 && at < Pages.Count ? Pages[at] : null;
    }
}
