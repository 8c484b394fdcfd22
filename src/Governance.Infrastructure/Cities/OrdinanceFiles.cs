using System.Globalization;
using System.Text.RegularExpressions;
using Governance.Domain.Cities;
using Governance.Domain.Ordinances;

namespace Governance.Infrastructure.Cities;

/// <summary>Reads the text of the ordinance and <c>grounds.csv</c>.</summary>
internal static partial class OrdinanceFiles
{
    private const string GroundsName = "grounds.csv";

    /// <summary>The parsed text; null, with the faults noted, when it cannot be read.</summary>
    public static OrdinanceText? Read(PackFiles files, OrdinanceProfile profile)
    {
        if (files.Text(profile.File) is not { } source)
            return null;
        var text = OrdinanceParser.Parse(source);
        var expected = 1;
        foreach (var article in text.Articles)
        {
            if (article.Number != expected)
                files.Refuse(profile.File, article.Line, $"条号不连续：应为第{ChineseNumeral.Of(expected)}条，实为{article.Label}");
            if (article.Chapter == 0)
                files.Refuse(profile.File, article.Line, $"{article.Label}不在任何一章之内");
            expected = article.Number + 1;
        }

        if (!text.Chapters.Select(c => c.Number).SequenceEqual(Enumerable.Range(1, text.Chapters.Count)))
            files.Refuse(profile.File, 0, $"章号不连续：{string.Join('、', text.Chapters.Select(c => c.Label))}");
        if (text.Articles.Count != profile.Articles || text.Chapters.Count != profile.Chapters)
            files.Refuse(profile.File, 0, $"应有 {profile.Chapters} 章 {profile.Articles} 条，实有 {text.Chapters.Count} 章 {text.Articles.Count} 条");
        return text;
    }

    /// <summary>The grounds; their articles are looked up in the text.</summary>
    public static IReadOnlyList<Ground> ReadGrounds(PackFiles files, OrdinanceText? text)
    {
        var rows = files.Rows(GroundsName, "key", "article", "law", "sentence");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var grounds = new List<Ground>();
        foreach (var row in rows)
        {
            if (!seen.Add(row.Required("key")))
                row.Refuse($"依据重复：{row["key"]}");
            var sentence = row.Required("sentence");
            if (row["article"].Length == 0 && row["law"].Length == 0)
                row.Refuse("条款和法律至少写一项");
            grounds.Add(new Ground(row["key"], [.. References(row, text)], row["law"], sentence));
        }

        if (rows.Count > 0)
        {
            foreach (var key in GroundKeys.All.Except(seen))
                files.Refuse(GroundsName, 0, $"缺少依据：{key}");
        }

        return grounds;
    }

    /// <summary>References such as <c>38;41/2</c>: article 38, and paragraph 2 of article 41.</summary>
    private static IEnumerable<ArticleReference> References(PackRow row, OrdinanceText? text)
    {
        foreach (var part in row["article"].Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var match = ReferencePattern().Match(part);
            if (!match.Success)
            {
                row.Refuse($"条款应写作 43 或 8/2：{part}");
                continue;
            }

            var article = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            int? paragraph = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : null;
            if (text is not null && text.FindArticle(article) is not { } found)
                row.Refuse($"条例没有第 {article} 条");
            else if (text?.FindArticle(article) is { } there && paragraph is { } number && there.FindParagraph(number) is null)
                row.Refuse($"第 {article} 条没有第 {number} 款");
            yield return new ArticleReference(article, paragraph);
        }
    }

    [GeneratedRegex("^([1-9][0-9]{0,2})(?:/([1-9][0-9]?))?$")]
    private static partial Regex ReferencePattern();
}
