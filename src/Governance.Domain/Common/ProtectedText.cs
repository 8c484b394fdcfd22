namespace Governance.Domain.Common;

/// <summary>
/// Personal data as it is stored: encrypted (A8, Personal Information Protection Law). Only the application layer can turn it into
/// clear text, and only for a purpose that is audited or for a mask.
/// </summary>
/// <param name="Cipher">Key id, nonce, cipher text and tag; see the protector in Infrastructure.</param>
#pragma warning disable CA1819 // The bytes are opaque and are handed on as a whole.
public sealed record ProtectedText(byte[] Cipher);
#pragma warning restore CA1819
