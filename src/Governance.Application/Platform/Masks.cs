using System.Globalization;

namespace Governance.Application.Platform;

/// <summary>How personal data looks on a screen until somebody states a reason to see it.</summary>
public static class Masks
{
    /// <summary>张三丰 becomes 张**.</summary>
    public static string? Name(string? name) =>
        string.IsNullOrEmpty(name) ? null : FirstLetter(name) + new string('*', Math.Clamp(name.Length - FirstLetter(name).Length, 1, 2));

    /// <summary>13812345678 becomes 138****5678; short numbers keep two digits.</summary>
    public static string? Phone(string? phone) => phone switch
    {
        null or "" => null,
        { Length: >= 11 } => $"{phone[..3]}****{phone[^4..]}",
        { Length: > 4 } => new string('*', phone.Length - 2) + phone[^2..],
        _ => "****",
    };

    /// <summary>11010519491231002X becomes **************002X.</summary>
    public static string? IdentityNumber(string? number) => number switch
    {
        null or "" => null,
        { Length: > 8 } => new string('*', number.Length - 4) + number[^4..],
        _ => "****",
    };

    /// <summary>The first signs of an address, normally the county.</summary>
    public static string? Address(string? address) =>
        string.IsNullOrEmpty(address) ? null : address.Length == 1 ? "****" : Domain.Common.PlainText.Cut(address, Math.Min(3, address.Length / 2)) + "****";

    // Rare surnames take two UTF-16 units; half of one would be shown as a broken sign.
    private static string FirstLetter(string name) => StringInfo.GetNextTextElement(name);
}
