using Governance.Application.Cities;
using Governance.Domain.Organisation;

namespace Governance.Web.Features.Intake;

/// <summary>A place to choose from.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record PlaceChoice(string Code, string Name);

/// <summary>A place that was found by a part of its name.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">County, township and village in one.</param>
/// <param name="Township">Code of the township it is or lies in.</param>
/// <param name="Village">Its code when it is a village, else empty.</param>
public sealed record PlaceHit(string Code, string Name, string Township, string Village);

/// <summary>
/// The places a citizen chooses from: townships by county, the villages of one township, and those whose name has a part. Public data,
/// in memory.
/// </summary>
public sealed class ReportPlaces(IReferenceData reference, PlaceSearch search)
{
    /// <summary>Longest text that is looked for.</summary>
    public const int FindLength = 40;

    private const int LeastLength = 2;

    /// <summary>True when there are letters enough to look for: one character fits half of the city.</summary>
    public static bool IsEnough(string? typed) => (typed ?? "").Trim().Length >= LeastLength;

    /// <summary>Townships and villages whose name has what was typed, the likeliest first; none for less than two characters.</summary>
    public IReadOnlyList<PlaceHit> Find(string? typed) => IsEnough(typed) && typed!.Length <= FindLength
        ? [.. search.Find(typed, reference.Pack.Profile.AreaCode).Select(found => Hit(found.Code, found.Name))]
        : [];

    /// <summary>The place of a code, as if it had been found; null when it is none to choose.</summary>
    public PlaceHit? HitOf(string? code) =>
        FindDivision(code) is { Level: >= DivisionLevel.Township } found ? Hit(found.Code, reference.Pack.PlaceName(found.Code)) : null;

    /// <summary>Townships by county.</summary>
    public IReadOnlyList<(string County, IReadOnlyList<PlaceChoice> Townships)> Counties =>
    [
        .. reference.Pack.ChildrenOf(reference.Pack.Profile.AreaCode)
            .Select(county => (county.Name, (IReadOnlyList<PlaceChoice>)[.. reference.Pack.ChildrenOf(county.Code).Select(Choice)]))
            .Where(county => county.Item2.Count > 0),
    ];

    /// <summary>The same with each county itself in front, for who does not know the township.</summary>
    public IReadOnlyList<(string County, IReadOnlyList<PlaceChoice> Places)> CountiesWithTheirOwn =>
    [
        .. reference.Pack.ChildrenOf(reference.Pack.Profile.AreaCode).Select(county => (
            county.Name,
            (IReadOnlyList<PlaceChoice>)[new PlaceChoice(county.Code.Value, $"{county.ShortName}（不知道街道、乡镇）"), .. reference.Pack.ChildrenOf(county.Code).Select(Choice)])),
    ];

    /// <summary>A county or township of the city; null for anything else.</summary>
    public AreaCode? FindArea(string? code) => FindDivision(code) is { Level: DivisionLevel.County or DivisionLevel.Township } found ? found.Code : null;

    /// <summary>Villages and communities of a township; none for anything else.</summary>
    public IReadOnlyList<PlaceChoice> VillagesOf(string? township) =>
        FindDivision(township) is { Level: DivisionLevel.Township } found ? [.. reference.Pack.ChildrenOf(found.Code).Select(Choice)] : [];

    /// <summary>The place that was chosen: the village where it lies in the township, else the township; null when neither is one.</summary>
    public AreaCode? Chosen(string? township, string? village)
    {
        if (FindDivision(township) is not { Level: DivisionLevel.Township } found)
            return null;
        return FindDivision(village) is { Level: DivisionLevel.Village } inside && found.Code.Contains(inside.Code) ? inside.Code : found.Code;
    }

    private Division? FindDivision(string? code) => AreaCode.TryParse(code, out var parsed) ? reference.Pack.FindDivision(parsed) : null;

    private static PlaceHit Hit(AreaCode code, string name) =>
        new(code.Value, name, code.AncestorAt(DivisionLevel.Township).Value, code.Level == DivisionLevel.Village ? code.Value : "");

    private static PlaceChoice Choice(Division division) => new(division.Code.Value, division.ShortName);
}
