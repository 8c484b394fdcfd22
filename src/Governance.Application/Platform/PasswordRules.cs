namespace Governance.Application.Platform;

/// <summary>What a password must be, and what wrong ones lead to. One place for sign-in, change and reset.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int MinimumLength = 10;

    /// <summary>Most characters: hashing a novel would be an easy way to keep a processor busy.</summary>
    public const int MaximumLength = 128;

    /// <summary>Wrong passwords in a row until the account is locked.</summary>
    public const int FailuresUntilLock = 5;

    /// <summary>Minutes of that lock.</summary>
    public const int LockMinutes = 15;

    /// <summary>The rules in one sentence, for the hint under the field.</summary>
    public const string Hint = "至少 10 位，同时含字母和数字，不得包含账号。";

    // Whoever attacks accounts tries these first; compared without regard to case.
    private static readonly string[] Common = ["password", "qwerty", "1234567890", "0123456789", "abc123", "admin123"];

    /// <summary>Every rule the password breaks, as Chinese sentences; empty when it is good.</summary>
    public static IReadOnlyList<string> Check(string account, string password)
    {
        var broken = new List<string>();
        if (password.Length < MinimumLength)
            broken.Add($"密码至少 {MinimumLength} 位，现在是 {password.Length} 位。");
        if (password.Length > MaximumLength)
            broken.Add($"密码最多 {MaximumLength} 位。");
        if (!password.Any(char.IsAsciiLetter) || !password.Any(char.IsAsciiDigit))
            broken.Add("密码须同时含有字母和数字。");
        if (account.Length > 0 && password.Contains(account, StringComparison.OrdinalIgnoreCase))
            broken.Add("密码不得包含账号。");
        if (Common.Any(word => password.Contains(word, StringComparison.OrdinalIgnoreCase)))
            broken.Add("密码过于常见，请换一个。");
        return broken;
    }
}
