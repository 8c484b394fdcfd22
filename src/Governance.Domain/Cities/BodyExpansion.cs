using Governance.Domain.Organisation;

namespace Governance.Domain.Cities;

/// <summary>Makes the bodies of every division out of the templates.</summary>
public static class BodyExpansion
{
    /// <summary>The bodies in order of the divisions, then of the templates; of alternatives the first that fits.</summary>
    public static IReadOnlyList<Body> Expand(
        IReadOnlyList<BodyTemplate> templates, IReadOnlyList<Division> divisions, string cityName)
    {
        var byLevel = templates.ToLookup(t => t.Level);
        return
        [
            .. divisions.SelectMany(division => byLevel[division.Level]
                .Where(template => template.Fits(division))
                .DistinctBy(template => template.Key)
                .Select(template => template.Expand(division, cityName))),
        ];
    }
}
