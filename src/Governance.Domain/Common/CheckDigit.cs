using System.Globalization;

namespace Governance.Domain.Common;

/// <summary>
/// What readable numbers share: the check digit (ISO 7064 MOD 11,10), which notices a misheard digit and two that changed places, and
/// the reading of what a person typed.
/// </summary>
public static class CheckDigit
{
    private const int LongestTyped = 40;

    /// <summary>The digit that goes behind these digits.</summary>
    public static int Of(string digits)
    {
        var product = 10;
        foreach (var c in digits)
        {
            var sum = (c - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
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
