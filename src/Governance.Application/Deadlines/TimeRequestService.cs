using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Application.Deadlines;

/// <summary>申请延期.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Value">How many units more.</param>
/// <param name="Words">Why.</param>
public sealed record AskExtension(Guid CaseId, uint Version, int Value, string Words);

/// <summary>申请暂停计时.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="ReasonKey">Reason of the pack.</param>
/// <param name="Until">Last day of the pause; null when none was given.</param>
/// <param name="Words">What is waited for.</param>
public sealed record AskPause(Guid CaseId, uint Version, string ReasonKey, DateOnly? Until, string Words);

/// <summary>同意、不同意.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Granted">The decision.</param>
/// <param name="Words">What is said with it.</param>
public sealed record DecideTime(Guid CaseId, uint Version, Guid RequestId, bool Granted, string Words);

/// <summary>恢复计时.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Words">Accompanying words.</param>
public sealed record ResumeClock(Guid CaseId, uint Version, string Words);

/// <summary>More time and a standing clock: asked for, decided, ended.</summary>
public sealed class TimeRequestService(IUnitOfWorkFactory units, IReferenceData reference, CaseClock clock, TimeProvider time)
{
    /// <summary>The lead body asks for more time.</summary>
    public Task<Result<CaseNumber>> AskExtensionAsync(Actor actor, AskExtension command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, (found, now) => found.AskExtension(
            actor, command.Value, clock.LongestExtension(found.Place, found.CategoryCode, found.Urgency), command.Words, now), ct);

    /// <summary>The lead body asks that the clock stands.</summary>
    public Task<Result<CaseNumber>> AskPauseAsync(Actor actor, AskPause command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, (found, now) => found.AskPause(
            actor, reference.Pack.PauseReasonsFor(found.CategoryCode).FirstOrDefault(r => r.Key == command.ReasonKey), command.Until,
            clock.LatestPauseEnd(found.Place, found.CategoryCode, found.Urgency, now), command.Words, now), ct);

    /// <summary>Somebody else decides.</summary>
    public Task<Result<CaseNumber>> DecideAsync(Actor actor, DecideTime command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, (found, now) => found.DecideTime(
            actor, command.RequestId, command.Granted, command.Words, clock.CountWhole, now), ct);

    /// <summary>The clock goes on before its time.</summary>
    public Task<Result<CaseNumber>> ResumeAsync(Actor actor, ResumeClock command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, (found, now) => found.Resume(actor, command.Words, clock.CountWhole, now), ct);

    private Task<Result<CaseNumber>> ChangeAsync(
        Actor actor, Guid id, uint version, Func<Case, DateTimeOffset, Result> change, CancellationToken ct) =>
        units.ChangeCaseAsync(actor, id, version, found => change(found, time.GetUtcNow()), ct);
}
