using System.Buffers;
using System.Globalization;

namespace Governance.Domain.Common;

/// <summary>
/// What readable numbers share: the check digit (ISO 7064 MOD 11,10), which notices a misheard digit and two that changed places, and
/// the reading of what a person typed.
/// </summary>
public static class CheckDigit
{
    private const int LongestTyped = 40;
    private const char Dash = '-';

    private static readonly SearchValues<char> DigitsAndDash = SearchValues.Create("0123456789-");

    /// <summary>The digit that goes behind these digits; dashes between them do not count.</summary>
    public static int Of(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var c in digits)
        {
            if (c == Dash)
                continue;
            var sum = (c - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    /// <summary>
    /// True for a number as it is stored, whose check digit stands behind the last of its dashes: it is taken as it stands, for a list
    /// reads a page of them.
    /// </summary>
    /// <param name="number">The text.</param>
    /// <param name="dashes">Where its dashes are besides the last one.</param>
    public static bool IsStored(ReadOnlySpan<char> number, params ReadOnlySpan<int> dashes)
    {
        if (number.Length < 2 || number[^2] != Dash || number[^1] == Dash || number.Count(Dash) != dashes.Length + 1 || number.ContainsAnyExcept(DigitsAndDash))
            return false;
        foreach (var at in dashes)
            if (at >= number.Length || number[at] != Dash)
                return false;
        return Of(number[..^2]) == number[^1] - '0';
    }

    /// <summary>The digits of a typed number without dashes and spaces; null when anything else is in it.</summary>
    public static string? DigitsOf(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped)
            return null;
        var digits = new string(PlainText.HalfWidth(typed).Where(c => !IsSeparator(c)).ToArray());
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    // Whatever a word processor makes of a dash or leaves around a pasted number.
    private static bool IsSeparator(char c) => char.IsWhiteSpace(c) || c == '\u2212'
        || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
