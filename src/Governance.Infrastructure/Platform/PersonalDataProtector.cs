using System.Security.Cryptography;
using System.Text;
using Governance.Application.Platform;
using Governance.Domain.Common;

namespace Governance.Infrastructure.Platform;

/// <summary>
/// AES-256-GCM with a key kept outside the database. Stored form: version byte, 12-byte nonce, cipher text, 16-byte tag; the tag
/// makes a changed value fail instead of turning into other words.
/// </summary>
public sealed class PersonalDataProtector : IPersonalDataProtector
{
    /// <summary>Bytes of a key.</summary>
    public const int KeySize = 32;

    /// <summary>Where the key lies in the data folder when the environment does not give one.</summary>
    public const string KeyFile = "keys/personal-data.key";

    private const byte FormVersion = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key;
    private readonly byte[] _hashKey;

    /// <summary>Uses a key of <see cref="KeySize"/> bytes.</summary>
    public PersonalDataProtector(byte[] key)
    {
        _key = key.Length == KeySize ? [.. key] : throw new ArgumentException($"The key must have {KeySize} bytes.", nameof(key));
        // Derived, so that neither key tells the other.
        _hashKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, KeySize, info: "keyed hash 1"u8.ToArray());
    }

    /// <inheritdoc />
    public ProtectedText KeyedHash(PersonalDataUse use, string clear) =>
        new(HMACSHA256.HashData(_hashKey, Encoding.UTF8.GetBytes($"{(int)use}\n{clear}")));

    /// <inheritdoc />
    public ProtectedText? Protect(string? clear)
    {
        if (string.IsNullOrEmpty(clear))
            return null;
        var text = Encoding.UTF8.GetBytes(clear);
        var stored = new byte[1 + NonceSize + text.Length + TagSize];
        stored[0] = FormVersion;
        var nonce = stored.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = Cipher();
        cipher.Encrypt(nonce, text, stored.AsSpan(1 + NonceSize, text.Length), stored.AsSpan(stored.Length - TagSize));
        return new ProtectedText(stored);
    }

    /// <inheritdoc />
    public string? Reveal(ProtectedText? secret)
    {
        if (secret is null)
            return null;
        var stored = secret.Cipher.AsSpan();
        if (stored.Length < 1 + NonceSize + TagSize || stored[0] != FormVersion)
            throw new CryptographicException("Unknown form of stored personal data.");
        var clear = new byte[stored.Length - 1 - NonceSize - TagSize];
        using var cipher = Cipher();
        cipher.Decrypt(stored.Slice(1, NonceSize), stored.Slice(1 + NonceSize, clear.Length), stored[^TagSize..], clear);
        return Encoding.UTF8.GetString(clear);
    }

    /// <inheritdoc />
    public byte[] DeriveKey(string purpose, ReadOnlySpan<byte> salt)
    {
        var derived = new byte[KeySize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, derived, salt, Encoding.UTF8.GetBytes(purpose));
        return derived;
    }

    /// <summary>Reads the key from a base64 text, or from a file that is made with a fresh key (mode 0600) when it is missing.</summary>
    public static byte[] ReadOrMakeKey(string? base64, string file)
    {
        if (!string.IsNullOrWhiteSpace(base64))
        {
            var given = Convert.FromBase64String(base64);
            return given.Length == KeySize ? given : throw new InvalidOperationException($"The personal data key must have {KeySize} bytes.");
        }
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var stream = new FileStream(file, options);
            stream.Write(RandomNumberGenerator.GetBytes(KeySize));
        }
        return File.ReadAllBytes(file);
    }

    // One for each use: an AesGcm that several threads share mixes their nonces and texts up.
    private AesGcm Cipher() => new(_key, TagSize);
}
