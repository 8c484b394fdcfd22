using System.Globalization;
using Governance.Domain.Common;

namespace Governance.Domain.Parties;

/// <summary>公民身份号码 (GB 11643): 17 digits with a day of birth and a check sign.</summary>
public static class CitizenId
{
    /// <summary>Signs of a number.</summary>
    public const int Length = 18;

    private const string CheckSigns = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The number as it is compared: half-width, without spaces, X as a capital.</summary>
    public static string Normal(string? typed) => IdentityText.Normal(typed);

    /// <summary>True for a number that may exist: length, day of birth and check sign fit.</summary>
    public static bool IsValid(string normal) =>
        normal.Length == Length && normal[..17].All(char.IsAsciiDigit) && normal[0] is >= '1' and <= '9'
        && DateOnly.TryParseExact(normal[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) && born.Year >= 1850
        && normal[17] == CheckSign(normal);

    /// <summary>The sign that belongs after the first 17 digits.</summary>
    public static char CheckSign(string digits) => CheckSigns[Enumerable.Range(0, 17).Sum(i => (digits[i] - '0') * Weights[i]) % 11];
}

/// <summary>统一社会信用代码 (GB 32100): 17 signs and a check sign, without I, O, S, V and Z.</summary>
public static class CreditCode
{
    /// <summary>Signs of a code.</summary>
    public const int Length = 18;

    private const string Signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>The code as it is compared: half-width, without spaces, capitals.</summary>
    public static string Normal(string? typed) => IdentityText.Normal(typed);

    /// <summary>True for a code that may exist: signs, division and check sign fit.</summary>
    public static bool IsValid(string normal) =>
        normal.Length == Length && normal.All(c => Signs.Contains(c, StringComparison.Ordinal)) && normal[2..8].All(char.IsAsciiDigit)
        && normal[17] == CheckSign(normal);

    /// <summary>The sign that belongs after the first 17.</summary>
    public static char CheckSign(string signs)
    {
        var (sum, weight) = (0, 1);
        for (var i = 0; i < 17; i++)
        {
            sum += Signs.IndexOf(signs[i], StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return Signs[(31 - sum % 31) % 31];
    }
}

/// <summary>How numbers of documents are written down.</summary>
internal static class IdentityText
{
    /// <summary>Half-width capitals without spaces and strokes.</summary>
    public static string Normal(string? typed) => string.Concat(
        PlainText.HalfWidth(typed).Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '—'))).ToUpperInvariant();
}
