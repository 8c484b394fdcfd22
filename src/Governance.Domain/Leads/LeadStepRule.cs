using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Platform;

namespace Governance.Domain.Leads;

/// <summary>A body's standing in the decision who leads.</summary>
/// <param name="BodyCode">The body.</param>
/// <param name="Role">What it is.</param>
/// <param name="HasObjected">True when it has used its objection.</param>
public sealed record LeadPartyStanding(string BodyCode, LeadPartyRole Role, bool HasObjected);

/// <summary>Where the decision who leads stands, as far as it says who may act.</summary>
/// <param name="State">State of the case.</param>
/// <param name="LeadBodyCode">Body it is assigned to, or null; while the centre decides, the body that objects.</param>
/// <param name="TurnBodyCode">The centre that decides, or null.</param>
/// <param name="Parties">The bodies that take part.</param>
public sealed record LeadStanding(
    CaseState State, string? LeadBodyCode, string? TurnBodyCode, IReadOnlyList<LeadPartyStanding> Parties)
{
    /// <summary>The standing of a body; null when it takes no part.</summary>
    public LeadPartyStanding? Of(string bodyCode) => Parties.FirstOrDefault(p => p.BodyCode == bodyCode);
}

/// <summary>One row of the table of steps around the decision who leads; it authorises the person and fills the page's buttons.</summary>
/// <param name="Kind">The step.</param>
/// <param name="From">States it starts from.</param>
/// <param name="Permission">Right it needs.</param>
/// <param name="IsTurnOf">Whether it is the step of that body now.</param>
/// <param name="NoteLabel">What the accompanying text is called.</param>
/// <param name="NoteRequired">True when the step is refused without that text.</param>
/// <param name="Ground">Key of the pack's grounds it rests on.</param>
public sealed record LeadStepRule(
    CaseStepKind Kind, IReadOnlyList<CaseState> From, Permission Permission, Func<LeadStanding, string, bool> IsTurnOf, string NoteLabel,
    bool NoteRequired, string Ground)
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<LeadStepRule> All { get; } =
    [
        new(CaseStepKind.AnswerConsultation, [CaseState.Consulting], Permission.HandleCase, IsConsulted, "会商意见", false, GroundKeys.CaseConsult),
        new(CaseStepKind.TakeMeasures, [CaseState.Consulting, CaseState.Deciding], Permission.HandleCase, TakesPart, "采取的措施", true, GroundKeys.CasePromptMeasures),
        new(CaseStepKind.RaiseObjection, [CaseState.Dispatched], Permission.HandleCase, MayObject, "异议理由", true, GroundKeys.CaseDesignateLead),
        new(CaseStepKind.Designate, [CaseState.Deciding], Permission.DesignateLead, Decides, "指定理由", true, GroundKeys.CaseDesignateLead),
        new(CaseStepKind.RejectObjection, [CaseState.Deciding], Permission.DesignateLead, DecidesAnObjection, "驳回理由", true, GroundKeys.CaseDesignateLead),
    ];

    /// <summary>The row of a step.</summary>
    public static LeadStepRule For(CaseStepKind kind) => All.Single(r => r.Kind == kind);

    /// <summary>True when this person may take the step now.</summary>
    public bool MayBeTakenBy(Actor actor, LeadStanding standing) =>
        actor.May(Permission) && From.Contains(standing.State) && IsTurnOf(standing, actor.BodyCode);

    /// <summary>The steps this person may take now.</summary>
    public static IReadOnlyList<LeadStepRule> OpenTo(Actor actor, LeadStanding standing) =>
        [.. All.Where(r => r.MayBeTakenBy(actor, standing))];

    private static bool IsConsulted(LeadStanding standing, string body) => standing.Of(body)?.Role == LeadPartyRole.Consulted;

    private static bool TakesPart(LeadStanding standing, string body) =>
        standing.LeadBodyCode == body || standing.Of(body)?.Role is LeadPartyRole.Consulted or LeadPartyRole.Assisting;

    private static bool MayObject(LeadStanding standing, string body) =>
        standing.LeadBodyCode == body && standing.Of(body) is not { HasObjected: true };

    private static bool Decides(LeadStanding standing, string body) => standing.TurnBodyCode == body;

    private static bool DecidesAnObjection(LeadStanding standing, string body) => Decides(standing, body) && standing.LeadBodyCode is not null;
}
