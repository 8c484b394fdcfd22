using Governance.Domain.Cases;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Cases;

/// <summary>
/// Which cases a person may know of: those of the own area, those assigned to the own body, and those it consults on or assists with. The same rule filters every list,
/// guards every detail page and every step. A restricted case (限定知悉) is known to the persons of its circle and to nobody else.
/// </summary>
/// <param name="Area">Area whose cases may be read, or null.</param>
/// <param name="BodyCode">Body whose cases may be read, or null.</param>
public sealed record CaseVisibility(AreaCode? Area, string? BodyCode)
{
    /// <summary>
    /// Body whose consultations and assistance may be read, or null. Unlike an assignment these may lie outside the area the body works
    /// for: matters across areas concern departments of several.
    /// </summary>
    public string? PartyBodyCode { get; init; }

    /// <summary>Account whose circles open restricted cases; empty for none.</summary>
    public Guid Account { get; init; }

    /// <summary>What this person may know of.</summary>
    public static CaseVisibility Of(Actor actor)
    {
        AreaCode? area = actor.May(Permission.ReadAreaCases) ? actor.Scope : null;
        // A body only gets cases of the area it works for: where that lies inside the scope, the second way adds nothing, and a
        // query with one way is one index scan.
        var covered = area is { } scope && Body.AreaOf(actor.BodyCode) is { } bodyArea && scope.Contains(bodyArea);
        var asBody = actor.May(Permission.ReadBodyCases);
        return new CaseVisibility(area, asBody && !covered ? actor.BodyCode : null) 
        {
            PartyBodyCode = asBody ? actor.BodyCode : null,
            Account = actor.UserId,
        };
    }

    /// <summary>True when neither way is open.</summary>
    public bool Nothing => Area is null && BodyCode is null;

    /// <summary>True when the case may be known.</summary>
    public bool Allows(Case subject) => !Nothing && (subject.IsRestricted ? subject.MayBeKnownTo(Account) : AllowsOrdinary(subject));

    private bool AllowsOrdinary(Case subject) => Area?.Contains(subject.Place) == true
        || (BodyCode is not null && BodyCode == subject.LeadBodyCode)
        || (PartyBodyCode is not null
            && (PartyBodyCode == subject.LeadBodyCode
                || subject.Parties.Any(p => p.BodyCode == PartyBodyCode && p.Role != LeadPartyRole.Former)));
}
