using Governance.Domain.Cases;
using Governance.Domain.Charges;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Remarks;

/// <summary>
/// One row of the table of words that go with a case and do not move it: 备注, 催办, 批示. The same table authorises the person and fills
/// the page's buttons.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Permission">Right it needs.</param>
/// <param name="OpenOnly">True when it makes sense only while somebody has to act.</param>
/// <param name="InAreaOnly">True when the case must lie in the person's area; else whoever may know of the case may say it.</param>
/// <param name="NoteLabel">What the words are called.</param>
/// <param name="Ground">Key of the pack's grounds it rests on, or null.</param>
public sealed record RemarkRule(CaseStepKind Kind, Permission Permission, bool OpenOnly, bool InAreaOnly, string NoteLabel, string? Ground)
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<RemarkRule> All { get; } =
    [
        new(CaseStepKind.Comment, Permission.CommentCase, false, false, "备注内容", null),
        new(CaseStepKind.Urge, Permission.UrgeCase, true, true, "催办要求", GroundKeys.CaseDeadline),
        new(CaseStepKind.Instruct, Permission.InstructCase, true, true, "批示内容", GroundKeys.LeadingGroup),
    ];

    /// <summary>The row of a kind.</summary>
    public static RemarkRule For(CaseStepKind kind) => All.Single(r => r.Kind == kind);

    /// <summary>True for words that go with a case and do not move it.</summary>
    public static bool IsRemark(CaseStepKind kind) => All.Any(r => r.Kind == kind) || ChargeRule.IsOne(kind);

    /// <summary>True when this person, who may know of the case, may say it now.</summary>
    public bool MayBeSaidBy(Actor actor, CaseState state, AreaCode place) =>
        actor.May(Permission) && (!OpenOnly || state.IsOpen()) && (!InAreaOnly || actor.Scope.Contains(place));

    /// <summary>What this person may say now.</summary>
    public static IReadOnlyList<RemarkRule> OpenTo(Actor actor, CaseState state, AreaCode place) =>
        [.. All.Where(r => r.MayBeSaidBy(actor, state, place))];
}
