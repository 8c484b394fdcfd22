using System.Globalization;
using System.Text;
using System.Xml;

namespace Governance.Infrastructure.Platform.Files;

/// <summary>Makes any text fit for a cell.</summary>
internal static class ExcelText
{
    /// <summary>Most characters of a cell; Excel calls a file with more damaged.</summary>
    public const int MaximumLength = 32_767;

    private const string Cut = "……（超出单元格长度，已截断）";
    private const string NotInSheetNames = "[]:*?/\\'";
    private const int SheetNameLength = 31;

    /// <summary>True for a text that becomes a formula when somebody edits the cell: it gets a quote in front there.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>A name Excel accepts for a sheet.</summary>
    public static string SheetName(string wanted)
    {
        var allowed = new string([.. wanted.Where(c => !NotInSheetNames.Contains(c, StringComparison.Ordinal) && !char.IsControl(c))]);
        return allowed.Length switch
        {
            0 => "数据",
            > SheetNameLength => allowed[..SheetNameLength],
            _ => allowed,
        };
    }

    /// <summary>Appends the text as XML content, without the characters that XML cannot hold.</summary>
    public static void Append(StringBuilder xml, string text)
    {
        if (text.Length > MaximumLength)
            text = string.Concat(text.AsSpan(0, MaximumLength - Cut.Length), Cut);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                xml.Append(c).Append(text[++i]);
            else if (c == '\r')
                AppendLineEnd(xml, text, ref i);
            else if (c == '_' && IsEscape(text.AsSpan(i)))
                xml.Append("_x005F_");
            else if (!char.IsSurrogate(c) && XmlConvert.IsXmlChar(c))
                AppendEscaped(xml, c);
        }
    }

    /// <summary>Appends a character that XML can hold.</summary>
    public static void AppendEscaped(StringBuilder xml, char c) => _ = c switch
    {
        '<' => xml.Append("&lt;"),
        '>' => xml.Append("&gt;"),
        '&' => xml.Append("&amp;"),
        '"' => xml.Append("&quot;"),
        _ => xml.Append(c),
    };

    private static void AppendLineEnd(StringBuilder xml, string text, ref int at)
    {
        if (at + 1 < text.Length && text[at + 1] == '\n')
            at++;
        xml.Append('\n');
    }

    // Excel reads _x0041_ as the letter A: the underscore of such a text is written as its own escape.
    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] is 'x' or 'X' && text[6] == '_'
        && uint.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
}
