using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Mediation;

/// <summary>
/// Which entries of the register a person reads: those of the own county, and those of the city, which work for everybody. A street needs to
/// know of its neighbours and of the committees above it, not of other counties.
/// </summary>
/// <param name="Inside">The division whose entries are read.</param>
/// <param name="City">The city, whose own entries are read as well.</param>
public sealed record MediationScope(AreaCode Inside, AreaCode City)
{
    /// <summary>What this person reads.</summary>
    public static MediationScope Of(Actor actor) =>
        new(actor.Scope.AncestorAt(DivisionLevel.County), actor.Scope.AncestorAt(DivisionLevel.City));

    /// <summary>True when an entry of that area is read.</summary>
    public bool Holds(AreaCode area) => Inside.Contains(area) || area == City;
}
