using System.Security.Cryptography;

namespace Governance.Web.Logging;

/// <summary>
/// The number a person reads out when something failed and an operator searches the log for, e.g. <c>7KQ2-9FXM</c>.
/// Short enough to say on the phone, without letters that look alike.
/// </summary>
public static class Reference
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Name of the property in the log.</summary>
    public const string Property = "Reference";

    /// <summary>A new number: 30^8 of them.</summary>
    public static string New()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, 8);
        return $"{letters[..4]}-{letters[4..]}";
    }
}
