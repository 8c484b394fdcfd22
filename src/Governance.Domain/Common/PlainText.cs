using System.Globalization;
using System.Text;

namespace Governance.Domain.Common;

/// <summary>
/// Makes what people type or paste storable and honest to look at: one line ending, no control characters, no signs that hide or
/// turn round other signs, no halves of characters, no spaces around it.
/// </summary>
public static class PlainText
{
    /// <summary>Cleans a text of several lines.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var clean = new StringBuilder(text.Length);
        foreach (var rune in Whole(text.ReplaceLineEndings("\n")))
            if (rune.Value == '\t')
                clean.Append(' ');
            else if (rune.Value == '\n' || IsReadable(rune))
                clean.Append(rune);
        return clean.ToString().Trim();
    }

    /// <summary>Cleans a text of one line.</summary>
    public static string CleanLine(string? text) => Clean(text).Replace('\n', ' ');

    /// <summary>Full-width letters, digits and signs as plain ones, for numbers and codes; never fails, whatever was typed.</summary>
    public static string HalfWidth(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var whole = new StringBuilder(text.Length);
        foreach (var rune in Whole(text))
            whole.Append(rune);
        return whole.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>The beginning of a text, at most <paramref name="length"/> UTF-16 units, never half a character at its end.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    // A half of a surrogate pair cannot be stored as UTF-8; it stems from a text that was cut in the middle of a character.
    private static IEnumerable<Rune> Whole(string text)
    {
        for (var at = 0; at < text.Length;)
            if (Rune.TryGetRuneAt(text, at, out var rune))
            {
                yield return rune;
                at += rune.Utf16SequenceLength;
            }
            else
                at++;
    }

    // Of the invisible signs only those stay that spelling needs: joiners (emoji) and the Mongolian vowel separator.
    private static bool IsReadable(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => false,
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D or 0x180E,
        _ => true,
    };
}
