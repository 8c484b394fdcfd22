using System.Security.Cryptography;

namespace Governance.Application.Platform;

/// <summary>Makes passwords that are handed over once and replaced at the first sign-in.</summary>
public static class InitialPassword
{
    // Without letters and digits that look alike on paper; 30^12 of them.
    private const string Alphabet = "abcdefghjkmnpqrstvwxyz23456789";
    private const int Length = 12;

    /// <summary>A random password that keeps <see cref="PasswordRules"/> for the account.</summary>
    public static string For(string account)
    {
        while (true)
        {
            var password = RandomNumberGenerator.GetString(Alphabet, Length);
            if (PasswordRules.Check(account, password).Count == 0)
                return password;
        }
    }
}
