using Governance.Domain.Cities;
using Governance.Domain.Organisation;

namespace Governance.Domain.Leads;

/// <summary>The areas a matter touches, as the rule across areas counts them.</summary>
public static class ConcernedAreas
{
    /// <summary>
    /// Townships and what is larger: places of one township are one area, for its office serves them both. An area inside another one
    /// is not counted beside it.
    /// </summary>
    public static IReadOnlyList<AreaCode> Of(AreaCode place, IEnumerable<AreaCode> others)
    {
        var areas = others.Prepend(place).Select(a => a.AncestorAt(DivisionLevel.Township)).Distinct().ToList();
        return [.. areas.Where(a => !areas.Any(b => b != a && b.Contains(a)))];
    }
}

/// <summary>Which centre decides: the one of the lowest division that holds every area and every department (本级、上一级综治中心).</summary>
public static class LeadOrganiser
{
    /// <summary>The centre; where a division has none, that of the nearest division above.</summary>
    public static Body For(CityPack pack, IEnumerable<AreaCode> areas) =>
        pack.FindBodyFor(Common([.. areas]), BodyKeys.Centre)
            ?? pack.FindBodyFor(pack.Profile.AreaCode, BodyKeys.Centre)
            ?? throw new InvalidOperationException("The city pack has no centre for the city.");

    /// <summary>The lowest division that holds them all.</summary>
    public static AreaCode Common(IReadOnlyList<AreaCode> areas)
    {
        for (var level = areas[0].Level; level > DivisionLevel.Province; level--)
            if (areas[0].AncestorAt(level) is var common && areas.All(common.Contains))
                return common;
        return areas[0].AncestorAt(DivisionLevel.Province);
    }
}
