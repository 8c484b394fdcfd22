using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Governance.Domain.Common;
using Governance.Domain.Organisation;

namespace Governance.Domain.Cases;

/// <summary>
/// 一案一码: the one readable number of a case, <c>150102-2026-000318-7</c>: county, year, running number, check digit
/// (ISO 7064 MOD 11,10 over all digits before it), so that a misheard digit on the telephone is noticed.
/// </summary>
public sealed record CaseNumber
{
    /// <summary>Longest number: 6 + 4 + up to 8 + 1 digits and three dashes.</summary>
    public const int MaxLength = 22;

    private const int MinLength = 20;
    private const int SerialDigits = 6;

    private CaseNumber(string value) => Value = value;

    /// <summary>The number with dashes.</summary>
    public string Value { get; }

    /// <summary>Makes the number of the <paramref name="serial"/>th case of a county in a year.</summary>
    public static CaseNumber Create(AreaCode place, int year, long serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        var county = place.Value[..6];
        var yearText = year.ToString("0000", CultureInfo.InvariantCulture);
        var serialText = serial.ToString(new string('0', SerialDigits), CultureInfo.InvariantCulture);
        return new CaseNumber($"{county}-{yearText}-{serialText}-{CheckDigit.Of(county + yearText + serialText)}");
    }

    /// <summary>Reads what a person typed: dashes, spaces and full-width digits do not matter, the check digit does.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CaseNumber? number)
    {
        number = null;
        if (text is { Length: >= MinLength and <= MaxLength } && CheckDigit.IsStored(text, 6, 11))
        {
            number = new CaseNumber(text);
            return true;
        }
        if (CheckDigit.DigitsOf(text) is not { } digits || digits.Length is < 17 or > 19 || CheckDigit.Of(digits.AsSpan(..^1)) != digits[^1] - '0')
            return false;
        number = new CaseNumber($"{digits[..6]}-{digits[6..10]}-{digits[10..^1]}-{digits[^1]}");
        return true;
    }

    /// <summary>Reads a number that is known to be right; anything else is a bug and throws.</summary>
    public static CaseNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("Not a case number.");

    /// <inheritdoc />
    public override string ToString() => Value;
}
