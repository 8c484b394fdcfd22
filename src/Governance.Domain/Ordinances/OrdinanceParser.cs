using System.Text.RegularExpressions;

namespace Governance.Domain.Ordinances;

/// <summary>
/// Reads the plain text of an ordinance. What the text has is kept and nothing is invented: one line after the start of an
/// article is one paragraph (款). The published text of Hohhot runs the paragraphs of an article together on one line (and lost
/// some of its punctuation), so there each article has exactly one paragraph; Anyang's has one paragraph on each line.
/// </summary>
public static partial class OrdinanceParser
{
    private const string Numeral = "([零一二三四五六七八九十百]{1,5})";

    /// <summary>Parses the text; faults such as a gap in the numbers are left in the result for the reader to report.</summary>
    public static OrdinanceText Parse(string text) => new Reading().Read(text);

    [GeneratedRegex("^第" + Numeral + @"章\s*([^，。；：]{1,20}?)\s*(第" + Numeral + @"条\s.*)?$")]
    private static partial Regex ChapterLine();

    [GeneratedRegex("^第" + Numeral + @"条(\s*)(.*)$")]
    private static partial Regex ArticleLine();

    [GeneratedRegex(@"^[（(][零一二三四五六七八九十百]{1,5}[）)]")]
    private static partial Regex ItemLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private sealed class Reading
    {
        private readonly List<string> _preamble = [];
        private readonly List<Chapter> _headings = [];
        private readonly List<Chapter> _chapters = [];
        private readonly List<Article> _articles = [];
        private List<Paragraph> _paragraphs = [];
        private string _lastFreeLine = "";
        private int _line;

        private int Expected => _articles.Count == 0 ? 1 : _articles[^1].Number + 1;

        public OrdinanceText Read(string text)
        {
            foreach (var raw in text.Split('\n'))
            {
                _line++;
                var line = raw.Trim();
                if (line.Length > 0)
                    ReadLine(line);
            }

            return new OrdinanceText(string.Join('\n', _preamble), _chapters, _articles);
        }

        private void ReadLine(string line)
        {
            var chapter = ChapterLine().Match(line);
            if (chapter.Success && ChineseNumeral.TryParse(chapter.Groups[1].Value, out var chapterNumber))
            {
                _headings.Add(new Chapter(chapterNumber, Blanks().Replace(chapter.Groups[2].Value, "")));
                // Heading and first article joined on one line.
                if (chapter.Groups[3].Success)
                    ReadLine(chapter.Groups[3].Value);
                return;
            }

            if (StartsArticle(line, out var number, out var words))
            {
                OpenChapter();
                _paragraphs = [new Paragraph(1, words)];
                _articles.Add(new Article(number, _chapters.Count == 0 ? 0 : _chapters[^1].Number, _paragraphs, _line));
            }
            else
            {
                ReadFreeLine(line);
            }
        }

        /// <summary>
        /// A line that opens with 第…条 is an article when a blank follows or when the number is the next one; else it is a
        /// reference to an article at the start of a paragraph.
        /// </summary>
        private bool StartsArticle(string line, out int number, out string words)
        {
            var match = ArticleLine().Match(line);
            words = match.Groups[3].Value;
            return ChineseNumeral.TryParse(match.Groups[1].Value, out number)
                && words.Length > 0
                && (match.Groups[2].Length > 0 || number == Expected);
        }

        /// <summary>
        /// The heading directly before an article opens a chapter; the headings before that one are a table of contents. A
        /// heading that lost its number (' 总 则') is recognised by the title the table of contents gives it.
        /// </summary>
        private void OpenChapter()
        {
            if (_headings.Count == 0)
                return;
            var title = Blanks().Replace(_lastFreeLine, "");
            var opened = _articles.Count == 0 && _headings.Find(h => h.Title == title) is { } named ? named : _headings[^1];
            if (opened.Title == title && _preamble.Count > 0 && _preamble[^1] == _lastFreeLine)
                _preamble.RemoveAt(_preamble.Count - 1);
            _chapters.Add(opened);
            _headings.Clear();
        }

        private void ReadFreeLine(string line)
        {
            _lastFreeLine = line;
            if (_articles.Count > 0)
            {
                if (ItemLine().IsMatch(line))
                    _paragraphs[^1] = _paragraphs[^1] with { Text = _paragraphs[^1].Text + '\n' + line };
                else
                    _paragraphs.Add(new Paragraph(_paragraphs.Count + 1, line));
            }
            else if (Blanks().Replace(line, "") != "目录")
            {
                _preamble.Add(line);
            }
        }
    }
}
