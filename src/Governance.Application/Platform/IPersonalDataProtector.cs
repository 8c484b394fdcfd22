using Governance.Domain.Common;

namespace Governance.Application.Platform;

/// <summary>Encrypts and decrypts personal data (A8). The key lives outside the database.</summary>
public interface IPersonalDataProtector
{
    /// <summary>Encrypts; null and empty stay null.</summary>
    ProtectedText? Protect(string? clear);

    /// <summary>Decrypts. Callers mask the result or write an audit entry.</summary>
    string? Reveal(ProtectedText? secret);
}
