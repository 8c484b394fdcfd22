using System.Diagnostics.CodeAnalysis;

namespace Governance.Domain.Ordinances;

/// <summary>Chinese numerals as statutes write them (第四十三条): whole numbers from 1 to 999, both ways.</summary>
public static class ChineseNumeral
{
    /// <summary>Largest number understood.</summary>
    public const int Max = 999;

    private const string Digits = "零一二三四五六七八九";

    /// <summary>Writes a number the way articles are numbered: 10 is 十, 101 is 一百零一, 110 is 一百一十.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or above <see cref="Max"/>.</exception>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Max);
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        var text = hundreds > 0 ? $"{Digits[hundreds]}百" : "";
        if (tens > 0)
            text += tens == 1 && hundreds == 0 ? "十" : $"{Digits[tens]}十";
        else if (hundreds > 0 && ones > 0)
            text += "零";
        return ones > 0 ? text + Digits[ones] : text;
    }

    /// <summary>Reads a numeral; only the spelling <see cref="Of"/> gives is understood.</summary>
    /// <returns>False for anything else, so that words which merely look like numerals are left alone.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out int number)
    {
        number = 0;
        if (string.IsNullOrEmpty(text) || text.Length > 5)
            return false;
        var digit = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case '百':
                    number += digit * 100;
                    digit = 0;
                    break;
                case '十':
                    number += (digit == 0 ? 1 : digit) * 10;
                    digit = 0;
                    break;
                default:
                    digit = Digits.IndexOf(c, StringComparison.Ordinal);
                    if (digit < 0)
                        return Refuse(out number);
                    break;
            }
        }

        number += digit;
        return number is >= 1 and <= Max && Of(number) == text || Refuse(out number);
    }

    private static bool Refuse(out int number)
    {
        number = 0;
        return false;
    }
}
