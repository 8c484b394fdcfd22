using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Supervision;

namespace Governance.Application.Supervision;

/// <summary>督办.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Level">Yellow or red; null when nothing was chosen.</param>
/// <param name="ReplyBy">Day until whose closing the body replies; null when none was given.</param>
/// <param name="Words">What is required.</param>
public sealed record SuperviseCase(Guid CaseId, uint Version, SupervisionLevel? Level, DateOnly? ReplyBy, string Words);

/// <summary>督办回复 and 解除督办.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Words">The reply, or why it is lifted.</param>
public sealed record SayOnSupervision(Guid CaseId, uint Version, string Words);

/// <summary>Supervision of cases by centres and leaders, and what the supervised bodies say to it.</summary>
public sealed class SupervisionService(IUnitOfWorkFactory units, IReferenceData reference, ThresholdClock thresholds, TimeProvider time)
{
    /// <summary>Gives a card, or turns a yellow one red.</summary>
    public Task<Result<CaseNumber>> SuperviseAsync(Actor actor, SuperviseCase command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, (found, now) =>
        {
            if (command.Level is not { } level)
                return new PlatformErrors.Required("Level", "督办等级") { Field = "Level" };
            return command.ReplyBy is { Year: > 2000 and < 2200 } day
                ? found.Supervise(actor, level, thresholds.BodyOf(found), command.Words, ChinaTime.At(day, reference.Calendar.Hours.End), null, now)
                : new PlatformErrors.Required("ReplyBy", "回复期限") { Field = "ReplyBy" };
        }, ct);

    /// <summary>The supervised body replies.</summary>
    public Task<Result<CaseNumber>> ReplyAsync(Actor actor, SayOnSupervision command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, (found, now) => found.ReplySupervision(actor, command.Words, now), ct);

    /// <summary>The card is taken back.</summary>
    public Task<Result<CaseNumber>> LiftAsync(Actor actor, SayOnSupervision command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, (found, now) => found.LiftSupervision(actor, command.Words, now), ct);

    private Task<Result<CaseNumber>> ChangeAsync(
        Actor actor, Guid id, uint version, Func<Case, DateTimeOffset, Result> change, CancellationToken ct) =>
        units.ChangeCaseAsync(actor, id, version, found => change(found, time.GetUtcNow()), ct);
}
