using Governance.Domain.Common;

namespace Governance.Application.Platform;

/// <summary>What a keyed hash is made of.</summary>
public enum PersonalDataUse
{
    /// <summary>The digits of a phone.</summary>
    Phone = 1,

    /// <summary>A citizen number or credit code.</summary>
    IdentityNumber = 2,
}

/// <summary>Encrypts and decrypts personal data (A8). The key lives outside the database.</summary>
public interface IPersonalDataProtector
{
    /// <summary>Encrypts; null and empty stay null.</summary>
    ProtectedText? Protect(string? clear);

    /// <summary>
    /// Keyed hash of a value, by which exactly the same value is found again without decrypting anything. The use keeps a phone from
    /// being compared with a number.
    /// </summary>
    ProtectedText KeyedHash(PersonalDataUse use, string clear);

    /// <summary>Decrypts. Callers mask the result or write an audit entry.</summary>
    string? Reveal(ProtectedText? secret);

    /// <summary>
    /// A key of its own for data too large to be protected as a text, such as photos. It follows from the one key by purpose and salt, so that
    /// there is still one key to keep.
    /// </summary>
    /// <param name="purpose">What it is for; another purpose gives another key.</param>
    /// <param name="salt">Kept beside the data; random for each piece of it.</param>
    byte[] DeriveKey(string purpose, ReadOnlySpan<byte> salt);
}
