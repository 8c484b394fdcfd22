using System.Diagnostics.CodeAnalysis;

namespace Governance.Domain.Organisation;

/// <summary>
/// The 12-digit statistical division code (统计用区划代码): 2 digits province, 2 city, 2 county, 3 township, 3 village.
/// The code is the tree: a division lies inside another when its code starts with the other's significant digits, which a
/// plain b-tree range (<see cref="RangeStart"/> to <see cref="RangeEnd"/>, both inclusive) answers.
/// </summary>
public readonly record struct AreaCode : IComparable<AreaCode>
{
    /// <summary>Digits of a code.</summary>
    public const int Length = 12;

    private static readonly int[] SignificantDigits = [0, 2, 4, 6, 9, 12];

    private readonly string? _value;

    private AreaCode(string value) => _value = value;

    /// <summary>The twelve digits.</summary>
    public string Value => _value ?? throw new InvalidOperationException("An area code was never set.");

    /// <summary>The level at which the code stops being zeros.</summary>
    public DivisionLevel Level => Value switch
    {
        var v when !v.EndsWith("000", StringComparison.Ordinal) => DivisionLevel.Village,
        var v when !v.EndsWith("000000", StringComparison.Ordinal) => DivisionLevel.Township,
        var v when v.AsSpan(4, 2) is not "00" => DivisionLevel.County,
        var v when v.AsSpan(2, 2) is not "00" => DivisionLevel.City,
        _ => DivisionLevel.Province,
    };

    /// <summary>The digits that name the division: 2, 4, 6, 9 or 12 of them.</summary>
    public string Significant => Value[..SignificantDigits[(int)Level]];

    /// <summary>Smallest code inside this division: itself.</summary>
    public string RangeStart => Value;

    /// <summary>Largest code inside this division.</summary>
    public string RangeEnd => Significant.PadRight(Length, '9');

    /// <summary>Reads a code of twelve digits.</summary>
    /// <returns>False when it is anything else.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out AreaCode code)
    {
        code = default;
        if (text is not { Length: Length } || text.AsSpan().ContainsAnyExceptInRange('0', '9') || text.StartsWith("00", StringComparison.Ordinal))
            return false;
        code = new AreaCode(text);
        return true;
    }

    /// <summary>Reads a code that is known to be right; anything else is a bug and throws.</summary>
    public static AreaCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"Not a division code: '{text}'");

    /// <summary>True when <paramref name="other"/> is this division or lies inside it.</summary>
    public bool Contains(AreaCode other) => other.Value.AsSpan().StartsWith(Value.AsSpan(0, SignificantDigits[(int)Level]));

    /// <summary>This division or the one above it at <paramref name="level"/>.</summary>
    public AreaCode AncestorAt(DivisionLevel level) => level >= Level
        ? this
        : new AreaCode(Value[..SignificantDigits[(int)level]].PadRight(Length, '0'));

    /// <inheritdoc />
    public int CompareTo(AreaCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => _value ?? "";

    /// <summary>Order by code, which keeps a division before everything inside it.</summary>
    public static bool operator <(AreaCode left, AreaCode right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(AreaCode left, AreaCode right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(AreaCode left, AreaCode right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(AreaCode left, AreaCode right) => left.CompareTo(right) >= 0;
}
