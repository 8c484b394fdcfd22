using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Charges;

/// <summary>How far a case's charge and instructions have come, as far as it says who may do what.</summary>
/// <param name="State">State of the case.</param>
/// <param name="Place">Its place.</param>
/// <param name="ManagingBodyCode">Body that runs it.</param>
/// <param name="LeadBodyCode">Body it is assigned to, or null.</param>
/// <param name="LeaderId">Leader in charge, or null.</param>
/// <param name="AwaitsReport">True when an instruction has not been reported on.</param>
public sealed record ChargeStanding(CaseState State, AreaCode Place, string ManagingBodyCode, string? LeadBodyCode, Guid? LeaderId, bool AwaitsReport);

/// <summary>
/// One row of the table of what is done around the leader in charge (包案) and instructions (批示): who may do it and what it needs. The table
/// authorises the person and fills the page's forms.
/// </summary>
/// <param name="Kind">The step; none of them moves the case.</param>
/// <param name="Permission">Right it needs.</param>
/// <param name="NoteLabel">What the words are called.</param>
/// <param name="NoteRequired">True when it is refused without them.</param>
/// <param name="IsOpen">Whether it is this person's now.</param>
public sealed record ChargeRule(CaseStepKind Kind, Permission Permission, string NoteLabel, bool NoteRequired, Func<ChargeStanding, Actor, bool> IsOpen)
{
    /// <summary>Key of the pack's grounds they rest on.</summary>
    public static string Ground => GroundKeys.LeadingGroup;

    /// <summary>The table.</summary>
    public static IReadOnlyList<ChargeRule> All { get; } =
    [
        new(CaseStepKind.NameInCharge, Permission.NameInCharge, "包案要求", false, (s, a) => s.State.IsOpen() && a.Scope.Contains(s.Place)),
        new(CaseStepKind.FollowUp, Permission.FollowUpCharge, "跟进情况", true, (s, a) => s.LeaderId == a.UserId),
        new(CaseStepKind.EndCharge, Permission.NameInCharge, "解除理由", true, (s, a) => s.LeaderId is not null && a.Scope.Contains(s.Place)),
        new(CaseStepKind.ReportInstruction, Permission.HandleCase, "落实情况", true, (s, a) => s.AwaitsReport && HasInHand(s, a)),
    ];

    /// <summary>The row of a kind.</summary>
    public static ChargeRule For(CaseStepKind kind) => All.Single(r => r.Kind == kind);

    /// <summary>True for these steps.</summary>
    public static bool IsOne(CaseStepKind kind) => All.Any(r => r.Kind == kind);

    /// <summary>True when this person, who may know of the case, may do it now.</summary>
    public bool MayBeDoneBy(Actor actor, ChargeStanding standing) => actor.May(Permission) && IsOpen(standing, actor);

    /// <summary>What this person may do now.</summary>
    public static IReadOnlyList<ChargeRule> OpenTo(Actor actor, ChargeStanding standing) => [.. All.Where(r => r.MayBeDoneBy(actor, standing))];

    private static bool HasInHand(ChargeStanding standing, Actor actor) =>
        actor.BodyCode == standing.LeadBodyCode || (actor.BodyCode == standing.ManagingBodyCode && actor.May(Permission.DispatchCase, standing.Place));
}
