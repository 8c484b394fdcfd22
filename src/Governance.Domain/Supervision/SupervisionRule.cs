using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Supervision;

/// <summary>
/// One row of the table of what people do about the supervision of a case (督办, H58, A33). The same table authorises the person and fills
/// the page's buttons.
/// </summary>
/// <param name="Kind">What is done.</param>
/// <param name="Permission">Right it needs.</param>
/// <param name="BySupervised">True when it is the supervised body's; else it is done in the own area.</param>
/// <param name="NoteLabel">What the words are called; they are always required.</param>
public sealed record SupervisionRule(CaseStepKind Kind, Permission Permission, bool BySupervised, string NoteLabel)
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<SupervisionRule> All { get; } =
    [
        new(CaseStepKind.Supervise, Permission.SuperviseCase, false, "督办要求"),
        new(CaseStepKind.ReplySupervision, Permission.HandleCase, true, "回复内容"),
        new(CaseStepKind.LiftSupervision, Permission.SuperviseCase, false, "解除理由"),
    ];

    /// <summary>The row of a kind.</summary>
    public static SupervisionRule For(CaseStepKind kind) => All.Single(r => r.Kind == kind);

    /// <summary>True for what is done to a body and not by it: it answers no urging.</summary>
    public static bool IsFromAbove(CaseStepKind kind) => All.Any(r => r.Kind == kind && !r.BySupervised);

    /// <summary>True when this person may do it.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="state">Where the case stands.</param>
    /// <param name="place">Its place.</param>
    /// <param name="supervisedBody">Body under the open supervision, or null.</param>
    public bool MayBeDoneBy(Actor actor, CaseState state, AreaCode place, string? supervisedBody) =>
        state.IsOpen() && actor.May(Permission) && (BySupervised ? supervisedBody is not null && actor.BodyCode == supervisedBody : actor.Scope.Contains(place));
}
