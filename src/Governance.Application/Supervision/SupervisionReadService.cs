using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Supervision;

namespace Governance.Application.Supervision;

/// <summary>A supervision as stored.</summary>
public sealed record SupervisionRecord(
    Guid Id, SupervisionLevel Level, string BodyCode, string BodyName, string Words, string? ThresholdId, DateTimeOffset IssuedAt, string IssuedByName,
    string IssuedByBody, DateTimeOffset ReplyDueAt, string? Reply, DateTimeOffset? RepliedAt, string? RepliedByName, string? LiftWords,
    DateTimeOffset? LiftedAt, string? LiftedByName);

/// <summary>Flat reads about supervision.</summary>
public interface ISupervisionQueries
{
    /// <summary>The supervisions of a case this person may know of, the latest first.</summary>
    Task<IReadOnlyList<SupervisionRecord>> FindAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct);
}

/// <summary>督办: the cards of a case and what this person may do about them.</summary>
/// <param name="Open">The open card, or null.</param>
/// <param name="Past">The others, the latest first.</param>
/// <param name="Kinds">What this person may do now.</param>
/// <param name="ProposedReplyBy">Day that is proposed for the reply.</param>
/// <param name="IsReplyLate">True when the open card waits for a reply that is overdue.</param>
public sealed record SupervisionView(
    SupervisionRecord? Open, IReadOnlyList<SupervisionRecord> Past, IReadOnlyList<CaseStepKind> Kinds, DateOnly ProposedReplyBy, bool IsReplyLate);

/// <summary>Reads the supervision of a case.</summary>
public sealed class SupervisionReadService(ISupervisionQueries queries, ThresholdClock thresholds, TimeProvider time)
{
    private const int UsualReplyDays = 2;

    /// <summary>The cards of a case.</summary>
    public async Task<Result<SupervisionView>> FindAsync(Actor actor, CaseHead head, CancellationToken ct = default)
    {
        var visibility = CaseVisibility.Of(actor);
        if (visibility.Nothing)
            return new CaseErrors.NotFound();
        var found = await queries.FindAsync(visibility, head.Id, ct);
        var now = time.GetUtcNow();
        var open = found.FirstOrDefault(s => s.LiftedAt is null);
        bool Fits(CaseStepKind kind) => kind switch
        {
            CaseStepKind.Supervise => open is not { Level: SupervisionLevel.Red },
            CaseStepKind.ReplySupervision => open is { RepliedAt: null },
            _ => open is not null,
        };
        return new SupervisionView(
            open,
            [.. found.Where(s => s != open)],
            [.. SupervisionRule.All.Where(r => Fits(r.Kind) && r.MayBeDoneBy(actor, head.State, head.Place, open?.BodyCode)).Select(r => r.Kind)],
            thresholds.ReplyDue(UsualReplyDays, now).ChinaDay(),
            open is { RepliedAt: null } && open.ReplyDueAt < now);
    }
}
