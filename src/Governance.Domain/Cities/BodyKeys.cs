using Governance.Domain.Organisation;

namespace Governance.Domain.Cities;

/// <summary>The body keys that rules of the portal ask for by name; every pack must have a template for each.</summary>
public static class BodyKeys
{
    /// <summary>综治中心 of a city or county.</summary>
    public const string Centre = "centre";

    /// <summary>热线 of the city.</summary>
    public const string Hotline = "hotline";

    /// <summary>Township office, and the committee of a zone that is no county in law.</summary>
    public const string Office = "office";

    /// <summary>Village or residents' committee.</summary>
    public const string Committee = "committee";

    /// <summary>What every pack must have, by level.</summary>
    public static IReadOnlyList<(DivisionLevel Level, string Key)> Required { get; } =
    [
        (DivisionLevel.City, Centre),
        (DivisionLevel.City, Hotline),
        (DivisionLevel.County, Centre),
        (DivisionLevel.Township, Office),
        (DivisionLevel.Village, Committee),
    ];
}
