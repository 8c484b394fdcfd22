using System.Text.RegularExpressions;
using Governance.UnitTests.Cities;
using Governance.Web.Features.Help;

namespace Governance.UnitTests.Help;

/// <summary>The guide as files and as pages: every page there, every link good, nothing the content policy would refuse.</summary>
public sealed partial class HelpGuideTests
{
    private static readonly HelpLibrary Library = new(HelpServices.Folder);
    private static readonly string Files = Path.GetFullPath(Path.Combine(Packs.Root, "..", "docs", "user-guide"));

    public static TheoryData<string> Names => new(HelpCatalogue.All.Select(topic => topic.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_page_says_who_when_how_and_what_to_do_when_it_fails(string name)
    {
        var page = Library.Find(name).ShouldNotBeNull();

        page.Title.ShouldNotBeEmpty();
        page.Audience.ShouldNotBeEmpty();
        Headings().Matches(page.Html).Select(heading => heading.Groups["text"].Value).ShouldBe(["谁用", "什么时候用", "步骤", "出错时"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_holds_nothing_that_the_content_policy_refuses(string name)
    {
        var html = Library.Find(name)!.Html;

        html.ShouldNotContain("style=");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_link_of_a_page_leads_to_a_page_and_its_heading(string name)
    {
        foreach (Match link in Links().Matches(Library.Find(name)!.Html))
        {
            var parts = Uri.UnescapeDataString(link.Groups["to"].Value).Split('#');
            if (parts[0] == HelpCatalogue.Path)
                continue;
            var target = Library.Pages.SingleOrDefault(page => page.Topic.Href == parts[0]).ShouldNotBeNull(link.Value);
            if (parts.Length > 1)
                target.Html.ShouldContain($"id=\"{parts[1]}\"", Shouldly.Case.Sensitive, link.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_link_of_a_file_leads_to_a_file(string name)
    {
        foreach (Match link in FileLinks().Matches(File.ReadAllText(Path.Combine(Files, name + ".md"))))
            if (link.Groups["to"].Value is { Length: > 0 } to)
                File.Exists(Path.Combine(Files, to)).ShouldBeTrue($"{name}.md: {link.Value}");
    }

    [Fact]
    public void The_contents_name_every_file_in_the_order_of_the_portal()
    {
        var listed = FileLinks().Matches(File.ReadAllText(Path.Combine(Files, HelpMarkdown.ContentsFile + ".md")))
            .Select(link => (Title: link.Groups["text"].Value, Name: Path.GetFileNameWithoutExtension(link.Groups["to"].Value)));

        listed.ShouldBe(Library.Pages.Select(page => (page.Title, page.Topic.Name)));
        Directory.GetFiles(Files, "*.md").Select(Path.GetFileNameWithoutExtension).Where(name => name != HelpMarkdown.ContentsFile)
            .ShouldBe(HelpCatalogue.All.Select(topic => topic.Name), ignoreOrder: true);
    }

    [Theory]
    [InlineData("[办理](handling.md#分派)", "/help/handling#分派")]
    [InlineData("[这里](#下面)", "/help/roles#下面")]
    [InlineData("[目录](README.md)", "/help")]
    public void A_link_between_files_becomes_a_link_between_pages(string markdown, string address) =>
        Uri.UnescapeDataString(Html(markdown)).ShouldContain($"href=\"{address}\"");

    [Theory]
    [InlineData("见[运维手册](../operations.md)。")]
    [InlineData("见[运维手册](javascript:alert(1))。")]
    [InlineData("见[运维手册](https://example.org/a.md)。")]
    public void A_link_that_leaves_the_guide_becomes_plain_words(string markdown) =>
        Html(markdown).ShouldBe("<p>见运维手册。</p>\n");

    [Fact]
    public void Raw_html_is_shown_and_not_obeyed() => Html("<b onclick=\"x\">粗</b>").ShouldContain("&lt;b");

    [Fact]
    public void A_text_without_a_title_is_refused() =>
        Should.Throw<FormatException>(() => HelpMarkdown.Read(new HelpTopic("roles"), "没有标题。"));

    [Fact]
    public void An_image_and_a_fresh_build_take_the_guide_along()
    {
        var root = Path.Combine(Packs.Root, "..");
        File.ReadAllLines(Path.Combine(root, ".dockerignore")).ShouldContain("!docs/user-guide");
        File.ReadAllText(Path.Combine(root, "scripts", "lib", "portal.sh")).ShouldContain("\"$root/docs/user-guide\"");
    }

    private static string Html(string markdown) => HelpMarkdown.Read(new HelpTopic("roles"), "# 标题\n\n" + markdown).Html;

    [GeneratedRegex("<h2[^>]*>(?<text>[^<]*)</h2>")]
    private static partial Regex Headings();

    [GeneratedRegex("href=\"(?<to>[^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\((?<to>[^)#]*)[^)]*\)")]
    private static partial Regex FileLinks();
}
