using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Governance.Domain.Clients;

namespace Governance.Application.Clients;

/// <summary>
/// Keys as clients send them: <c>gk_</c>, public part, secret part. The secret part has 256 bits of chance, so a plain hash keeps it safe;
/// it is compared in constant time.
/// </summary>
public static class ClientSecrets
{
    private const string Prefix = "gk_";
    private const int SecretBytes = 32;
    private const int LongestKey = 200;

    /// <summary>A new key: what is shown once, and what is kept.</summary>
    public static (string Clear, string Id, string Hash) NewKey()
    {
        var id = RandomNumberGenerator.GetHexString(ClientKey.IdLength, lowercase: true);
        var secret = NewSecret();
        return ($"{Prefix}{id}_{secret}", id, HashOf(secret));
    }

    /// <summary>A new secret, 256 bits as text.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetHexString(SecretBytes * 2, lowercase: true);

    /// <summary>Takes a key apart.</summary>
    public static bool TryRead(string? key, [NotNullWhen(true)] out string? id, [NotNullWhen(true)] out string? secret)
    {
        (id, secret) = (null, null);
        if (key is null || key.Length > LongestKey || !key.StartsWith(Prefix, StringComparison.Ordinal) || key[Prefix.Length..].Split('_') is not [var first, var second])
            return false;
        (id, secret) = (first, second);
        return id.Length == ClientKey.IdLength && id.All(char.IsAsciiHexDigitLower) && secret.Length == SecretBytes * 2;
    }

    /// <summary>True when the secret is the one behind the hash.</summary>
    public static bool Fits(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(hash));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
