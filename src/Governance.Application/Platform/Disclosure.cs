using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>
/// The one way to personal data in clear: for a stated reason, with an audit entry that is saved before anything is given out (A8).
/// </summary>
public static class Disclosure
{
    /// <summary>Shortest stated reason.</summary>
    public const int ReasonMinimum = 4;

    /// <summary>Longest one; the trail keeps it whole.</summary>
    public const int ReasonMaximum = 500;

    /// <summary>What is wrong with a reason; cleans it.</summary>
    public static Error? Check(ref string reason)
    {
        reason = PlainText.CleanLine(reason);
        if (reason.Length < ReasonMinimum)
            return new PlatformErrors.Required("Reason", $"查看原因（至少 {ReasonMinimum} 个字）") { Field = "Reason", Ground = GroundKeys.DataPrivacy };
        return reason.Length > ReasonMaximum ? new PlatformErrors.TooLong("查看原因", ReasonMaximum, reason.Length) { Field = "Reason" } : null;
    }

    /// <summary>The entry with its reason in front.</summary>
    public static AuditRecord Noted(AuditRecord record, string reason) =>
        record with { Detail = $"原因：{reason}{(record.Detail.Length > 0 ? $"；{record.Detail}" : "")}" };

    /// <summary>Notes who looks and why, then gives out.</summary>
    /// <param name="units">Saves the entry.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="record">What is looked at; its detail is put behind the reason.</param>
    /// <param name="reason">Checked reason.</param>
    /// <param name="give">Decrypts.</param>
    /// <param name="ct">Stops it.</param>
    public static Task<Result<T>> GiveAsync<T>(
        IUnitOfWorkFactory units, Actor actor, AuditRecord record, string reason, Func<T> give, CancellationToken ct) =>
        units.ExecuteAsync<T>(unit =>
        {
            unit.Audit(actor, Noted(record, reason));
            return Task.FromResult(Result<T>.Ok(give()));
        }, ct);
}
