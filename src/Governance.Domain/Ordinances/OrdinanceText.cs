using System.Collections.Frozen;
using System.Globalization;

namespace Governance.Domain.Ordinances;

/// <summary>A paragraph (款) of an article.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Text">Its words; items （一）（二） stay inside, each on a line of its own.</param>
public sealed record Paragraph(int Number, string Text);

/// <summary>A chapter (章).</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Title">Title without the odd spaces of print: 总则.</param>
public sealed record Chapter(int Number, string Title)
{
    /// <summary>第一章.</summary>
    public string Label => $"第{ChineseNumeral.Of(Number)}章";
}

/// <summary>An article (条).</summary>
/// <param name="Number">1 for the first; runs through the whole text.</param>
/// <param name="Chapter">Number of the chapter it stands in; 0 when the text has no chapters.</param>
/// <param name="Paragraphs">Its paragraphs in order, at least one.</param>
/// <param name="Line">Line of the text file it starts on, for messages about the file.</param>
public sealed record Article(int Number, int Chapter, IReadOnlyList<Paragraph> Paragraphs, int Line)
{
    /// <summary>第四十三条.</summary>
    public string Label => $"第{ChineseNumeral.Of(Number)}条";

    /// <summary>The paragraph of that number; null when there is none.</summary>
    public Paragraph? FindParagraph(int number) =>
        number >= 1 && number <= Paragraphs.Count ? Paragraphs[number - 1] : null;
}

/// <summary>An article that a search found, with the paragraphs that hold the words.</summary>
/// <param name="Article">The article.</param>
/// <param name="Paragraphs">The matching paragraphs; all of them when the article was asked for by its number.</param>
public sealed record ArticleMatch(Article Article, IReadOnlyList<Paragraph> Paragraphs);

/// <summary>The text of a city's ordinance, parsed into chapters, articles and paragraphs.</summary>
public sealed class OrdinanceText
{
    private readonly FrozenDictionary<int, Article> _byNumber;

    /// <summary>A text of these parts, as <see cref="OrdinanceParser"/> found them.</summary>
    public OrdinanceText(string preamble, IReadOnlyList<Chapter> chapters, IReadOnlyList<Article> articles)
    {
        Preamble = preamble;
        Chapters = chapters;
        Articles = articles;
        _byNumber = articles.DistinctBy(a => a.Number).ToFrozenDictionary(a => a.Number);
    }

    /// <summary>What stands before the table of contents: title and adoption note; empty when the text starts at once.</summary>
    public string Preamble { get; }

    /// <summary>The chapters in order.</summary>
    public IReadOnlyList<Chapter> Chapters { get; }

    /// <summary>The articles in order.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>The article of that number; null when the text has none.</summary>
    public Article? FindArticle(int number) => _byNumber.GetValueOrDefault(number);

    /// <summary>The articles of a chapter, in order.</summary>
    public IEnumerable<Article> ArticlesOf(Chapter chapter) => Articles.Where(a => a.Chapter == chapter.Number);

    /// <summary>
    /// Articles that hold every word of <paramref name="term"/> (words are separated by blanks), each with the paragraphs that
    /// hold at least one of them. A number (43, 第43条, 第四十三条) gives that article first.
    /// </summary>
    /// <returns>Nothing for a blank term.</returns>
    public IReadOnlyList<ArticleMatch> Search(string? term)
    {
        var words = (term ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return [];
        var found = new List<ArticleMatch>();
        if (words.Length == 1 && ArticleNumber(words[0]) is { } number && FindArticle(number) is { } asked)
            found.Add(new ArticleMatch(asked, asked.Paragraphs));
        foreach (var article in Articles.Where(a => found.Count == 0 || a != found[0].Article))
        {
            if (words.All(w => article.Paragraphs.Any(p => Holds(p, w))))
                found.Add(new ArticleMatch(article, [.. article.Paragraphs.Where(p => words.Any(w => Holds(p, w)))]));
        }

        return found;
    }

    private static bool Holds(Paragraph paragraph, string word) =>
        paragraph.Text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static int? ArticleNumber(string word)
    {
        var text = word.StartsWith('第') && word.EndsWith('条') && word.Length > 2 ? word[1..^1] : word;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        return text != word && ChineseNumeral.TryParse(text, out number) ? number : null;
    }
}
