using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Governance.Web.Features.Help;

/// <summary>
/// Turns a file of the guide into a page. Links between files become links between pages; a link that leaves the guide is for readers
/// of the files and becomes plain words. Raw HTML is off.
/// </summary>
public static class HelpMarkdown
{
    /// <summary>Name of the file that lists the others.</summary>
    public const string ContentsFile = "README";

    private const string Ending = ".md";
    private const string AudienceHeading = "谁用";
    private const int PartLevel = 3;

    // The same anchors that code hosts make, so that links work on files and on pages alike.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).DisableHtml().Build();

    /// <summary>Reads a page.</summary>
    /// <param name="topic">Which page.</param>
    /// <param name="markdown">Its text.</param>
    /// <exception cref="FormatException">It does not begin with a first heading.</exception>
    public static HelpPageText Read(HelpTopic topic, string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        if (document.FirstOrDefault() is not HeadingBlock { Level: 1 } first)
            throw new FormatException($"The guide's page {topic.Name} has no title.");
        var title = Words(first);
        document.Remove(first);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            Rewrite(link, topic);
        var parts = document.OfType<HeadingBlock>().Where(heading => heading.Level == PartLevel)
            .Select(heading => new HelpPart(heading.GetAttributes().Id!, Words(heading)));
        return new HelpPageText(topic, title, Audience(document), document.ToHtml(Pipeline), [.. parts]);
    }

    private static string Audience(MarkdownDocument document)
    {
        var heading = document.ToList().FindIndex(block => block is HeadingBlock found && Words(found) == AudienceHeading);
        return heading >= 0 && document.ElementAtOrDefault(heading + 1) is ParagraphBlock paragraph ? Words(paragraph) : "";
    }

    private static void Rewrite(LinkInline link, HelpTopic topic)
    {
        if (Address(link.Url ?? "", topic) is { } address)
        {
            link.Url = address;
            return;
        }
        foreach (var word in link.ToList())
        {
            word.Remove();
            link.InsertBefore(word);
        }
        link.Remove();
    }

    private static string? Address(string url, HelpTopic topic)
    {
        var (file, anchor) = url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (url[..at], url[at..]) : (url, "");
        // Pages have the site's root as their base: an anchor alone would lead to the workbench.
        if (file.Length == 0)
            return topic.Href + anchor;
        if (file.Contains('/', StringComparison.Ordinal) || !file.EndsWith(Ending, StringComparison.Ordinal))
            return null;
        var name = file[..^Ending.Length];
        return name == ContentsFile ? HelpCatalogue.Path : HelpCatalogue.Address(name) + anchor;
    }

    private static string Words(LeafBlock block) => string.Concat(block.Inline!.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }));
}
