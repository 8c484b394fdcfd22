using Governance.Domain.Common;

namespace Governance.Application.Cases;

/// <summary>Reads a telephone number as a clerk types it.</summary>
public static class PhoneNumber
{
    private const int MobileDigits = 11;
    private const string AllowedSigns = " -()—+";

    /// <summary>
    /// Gives the digits of a mobile number (11, from 13) or of a landline with its area code (10 to 12, from 0); null for an empty
    /// text, which is allowed.
    /// </summary>
    /// <returns>False when the text cannot be a telephone number; <paramref name="digits"/> are then what was found.</returns>
    public static bool TryParse(string? text, out string? digits)
    {
        digits = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var normal = PlainText.HalfWidth(text).Trim();
        if (normal.StartsWith("+86", StringComparison.Ordinal))
            normal = normal[3..];
        digits = new string(normal.Where(char.IsAsciiDigit).ToArray());
        var mobile = digits.Length == MobileDigits && digits[0] == '1' && digits[1] >= '3';
        var landline = digits.Length is >= 10 and <= 12 && digits[0] == '0';
        return (mobile || landline) && normal.All(c => char.IsAsciiDigit(c) || AllowedSigns.Contains(c, StringComparison.Ordinal));
    }
}
