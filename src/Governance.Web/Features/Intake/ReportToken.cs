using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Governance.Web.Features.Intake;

/// <summary>What the mark of a form says.</summary>
public enum ReportTokenState
{
    /// <summary>The form may be taken.</summary>
    Good,

    /// <summary>Nobody fills the form that fast.</summary>
    TooFast,

    /// <summary>It lay open for too long, or the mark is not ours.</summary>
    Old,
}

/// <summary>
/// The sealed mark of one form: its key, so that sending it twice makes one submission, and when it was given out, so that a machine that fills
/// forms in no time is noticed. Nothing has to be kept on the server.
/// </summary>
public sealed class ReportToken(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The fastest a person can be.</summary>
    public static readonly TimeSpan Fastest = TimeSpan.FromSeconds(3);

    /// <summary>How long a form may lie open.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("Governance.Report");

    /// <summary>A new mark.</summary>
    public string Make() =>
        _protector.Protect($"{Guid.CreateVersion7(time.GetUtcNow()):N} {time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Reads a mark.</summary>
    public (ReportTokenState State, string Key) Read(string? token)
    {
        try
        {
            var parts = _protector.Unprotect(token ?? "").Split(' ');
            var age = time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[1], CultureInfo.InvariantCulture));
            return (age > Longest ? ReportTokenState.Old : age < Fastest ? ReportTokenState.TooFast : ReportTokenState.Good, parts[0]);
        }
        catch (CryptographicException)
        {
            return (ReportTokenState.Old, "");
        }
    }
}
