using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Governance.Domain.Common;

namespace Governance.Domain.Submissions;

/// <summary>
/// 来件编号, <c>2026-318204577-9</c>: year, nine digits drawn by chance, check digit. Drawn, not counted: nobody can guess the next one,
/// and a thousand deliveries at once do not wait for one counter. Its length tells it from the number of a case.
/// </summary>
public sealed record SubmissionNumber
{
    /// <summary>How many numbers a year has.</summary>
    public const int Range = 1_000_000_000;

    /// <summary>Length of the number with its dashes.</summary>
    public const int MaxLength = 16;

    private const int Digits = 14;

    private SubmissionNumber(string value) => Value = value;

    /// <summary>The number with dashes.</summary>
    public string Value { get; }

    /// <summary>Makes a number of a year from a drawn one, 0 up to <see cref="Range"/> exclusive.</summary>
    public static SubmissionNumber Create(int year, int drawn)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(drawn);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(drawn, Range);
        var digits = year.ToString("0000", CultureInfo.InvariantCulture) + drawn.ToString("000000000", CultureInfo.InvariantCulture);
        return Dashed(digits + CheckDigit.Of(digits).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Reads what a person typed: dashes, spaces and full-width digits do not matter, the check digit does.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SubmissionNumber? number)
    {
        number = text is { Length: MaxLength } && CheckDigit.IsStored(text, 4) ? new SubmissionNumber(text)
            : CheckDigit.DigitsOf(text) is { Length: Digits } digits && CheckDigit.Of(digits.AsSpan(..^1)) == digits[^1] - '0' ? Dashed(digits) : null;
        return number is not null;
    }

    /// <summary>Reads a number that is known to be right; anything else is a bug and throws.</summary>
    public static SubmissionNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("Not a submission number.");

    /// <inheritdoc />
    public override string ToString() => Value;

    private static SubmissionNumber Dashed(string digits) => new($"{digits[..4]}-{digits[4..^1]}-{digits[^1]}");
}
