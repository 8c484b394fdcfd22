using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Cases;

/// <summary>
/// Which cases a person may know of: those of the own area, and those assigned to the own body. The same rule filters every list,
/// guards every detail page and every step.
/// </summary>
/// <param name="Area">Area whose cases may be read, or null.</param>
/// <param name="BodyCode">Body whose cases may be read, or null.</param>
public sealed record CaseVisibility(AreaCode? Area, string? BodyCode)
{
    /// <summary>What this person may know of.</summary>
    public static CaseVisibility Of(Actor actor)
    {
        AreaCode? area = actor.May(Permission.ReadAreaCases) ? actor.Scope : null;
        // A body only gets cases of the area it works for: where that lies inside the scope, the second way adds nothing, and a
        // query with one way is one index scan.
        var covered = area is { } scope && Body.AreaOf(actor.BodyCode) is { } bodyArea && scope.Contains(bodyArea);
        return new CaseVisibility(area, actor.May(Permission.ReadBodyCases) && !covered ? actor.BodyCode : null);
    }

    /// <summary>True when neither way is open.</summary>
    public bool Nothing => Area is null && BodyCode is null;

    /// <summary>True when a case at that place, led by that body, may be known.</summary>
    public bool Allows(AreaCode place, string? leadBodyCode) =>
        Area?.Contains(place) == true || (BodyCode is not null && BodyCode == leadBodyCode);
}
