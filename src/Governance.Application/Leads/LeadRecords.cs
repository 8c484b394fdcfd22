using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Leads;

namespace Governance.Application.Leads;

/// <summary>A body in the decision who leads, as the case's page shows it.</summary>
public sealed record LeadPartyRecord(
    string BodyCode, string BodyName, int Position, LeadPartyRole Role, string? ProposedCode, string? ProposedName, string? Reason,
    DateTimeOffset? AnsweredAt, DateTimeOffset? ObjectedAt);

/// <summary>A step around the decision who leads that somebody wants to take.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Kind">The step, one of <see cref="LeadStepRule"/>.</param>
/// <param name="Note">Reason, grounds or measures.</param>
/// <param name="BodyCode">For 会商答复 whom one proposes, for 指定主办 who leads.</param>
public sealed record TakeLeadStep(Guid CaseId, uint Version, CaseStepKind Kind, string Note, string? BodyCode = null);

/// <summary>What the page's record says to the rules.</summary>
public static class LeadRecords
{
    /// <summary>Where the decision stands.</summary>
    public static LeadStanding LeadStanding(this CaseDetailRecord found) => new(
        found.State, found.LeadBodyCode, found.TurnBodyCode,
        [.. found.Parties.Select(p => new LeadPartyStanding(p.BodyCode, p.Role, p.ObjectedAt is not null))]);
}
