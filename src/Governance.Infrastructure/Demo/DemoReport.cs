using Governance.Domain.Platform;

namespace Governance.Infrastructure.Demo;

/// <summary>A demo account that can be tried.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="PasswordStands">False when the person has chosen an own password since.</param>
public sealed record DemoSignIn(Actor Person, bool PasswordStands);

/// <summary>What making the demo did.</summary>
/// <param name="SignIns">The accounts; empty when the database belongs to others and was left alone.</param>
/// <param name="Password">The made-up password; null when the operator named it or it is not known any more.</param>
/// <param name="AccountsAdded">Accounts made now.</param>
/// <param name="CasesAdded">Cases made now; 0 when the database had cases.</param>
public sealed record DemoReport(IReadOnlyList<DemoSignIn> SignIns, string? Password, int AccountsAdded, int CasesAdded)
{
    /// <summary>A database of others, left alone.</summary>
    public static DemoReport LeftAlone { get; } = new([], null, 0, 0);
}
