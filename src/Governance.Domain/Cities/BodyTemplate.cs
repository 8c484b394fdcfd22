using Governance.Domain.Organisation;

namespace Governance.Domain.Cities;

/// <summary>
/// A line of <c>bodies.csv</c>: the body that each division of a level has. Lines with the same level and key are alternatives;
/// the first that fits a division is taken.
/// </summary>
/// <param name="Level">Level of the divisions.</param>
/// <param name="Key">Key of the function, the same at every level.</param>
/// <param name="Kind">What sort of body.</param>
/// <param name="DivisionKinds">Kinds of division it fits; empty for all.</param>
/// <param name="NameEnding">Ending the division's name must have; empty for any.</param>
/// <param name="NameTemplate">
/// Name with <c>{name}</c> (full name of the division), <c>{short}</c> (without 区, 县 or 市 at county level, without the
/// committee's words at village level) and <c>{city}</c>.
/// </param>
/// <param name="ShortName">Name for lists; the same placeholders.</param>
/// <param name="Competence">What it is competent for.</param>
public sealed record BodyTemplate(
    DivisionLevel Level,
    string Key,
    BodyKind Kind,
    IReadOnlyList<string> DivisionKinds,
    string NameEnding,
    string NameTemplate,
    string ShortName,
    string Competence)
{
    /// <summary>True when a division has this body.</summary>
    public bool Fits(Division division) => division.Level == Level
        && (DivisionKinds.Count == 0 || DivisionKinds.Contains(division.Kind))
        && division.Name.EndsWith(NameEnding, StringComparison.Ordinal);

    /// <summary>The body of a division this template fits.</summary>
    public Body Expand(Division division, string cityName) => Body.Create(
        division.Code, Key, Kind, Fill(NameTemplate, division, cityName), Fill(ShortName, division, cityName), Competence);

    private static string Fill(string template, Division division, string cityName) => template
        .Replace("{name}", division.Name, StringComparison.Ordinal)
        .Replace("{short}", Short(division), StringComparison.Ordinal)
        .Replace("{city}", cityName, StringComparison.Ordinal);

    private static string Short(Division division) =>
        division.Level is DivisionLevel.County or DivisionLevel.City && division.Name.Length > 2 && "区县市旗".Contains(division.Name[^1])
            ? division.Name[..^1]
            : division.ShortName;
}
