using System.Text;
using Governance.Application.Platform;
using Governance.Domain.Common;

namespace Governance.Application.Submissions;

/// <summary>
/// 查询码: what an anonymous reporter shows instead of the end of a phone. It follows from the key outside the database and the number of the
/// sealed form: nothing has to be kept, nobody can read it out of the database, and the same form sent again gives the same code.
/// </summary>
public static class ReporterCode
{
    /// <summary>How many symbols it has.</summary>
    public const int Length = 8;

    // Thirty-two symbols that are not taken for each other; five bits each, so that all codes are as likely.
    private const string Symbols = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>The code of a form, without a hyphen.</summary>
    public static string Of(IPersonalDataProtector protector, string sourceNumber)
    {
        var drawn = protector.DeriveKey("reporter-code", Encoding.UTF8.GetBytes(sourceNumber));
        return string.Concat(drawn.Take(Length).Select(b => Symbols[b % Symbols.Length]));
    }

    /// <summary>E.g. <c>K7TM-29XQ</c>, easier to copy.</summary>
    public static string Shown(string code) => $"{code[..4]}-{code[4..]}";

    /// <summary>What somebody typed, with capitals and without hyphens and spaces; null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        var code = new string([.. PlainText.HalfWidth(typed).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return code.Length == Length && code.All(c => Symbols.Contains(c, StringComparison.Ordinal)) ? code : null;
    }
}
