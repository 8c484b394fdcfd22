using Governance.Application.Cities;
using Governance.Domain.Organisation;

namespace Governance.Web.Features.Intake;

/// <summary>A place to choose from.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record PlaceChoice(string Code, string Name);

/// <summary>The places a citizen chooses from: townships by county, and the villages of one township. Public data, in memory.</summary>
public sealed class ReportPlaces(IReferenceData reference)
{
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
    public AreaCode? FindArea(string? code) => Find(code) is { Level: DivisionLevel.County or DivisionLevel.Township } found ? found.Code : null;

    /// <summary>Villages and communities of a township; none for anything else.</summary>
    public IReadOnlyList<PlaceChoice> VillagesOf(string? township) =>
        Find(township) is { Level: DivisionLevel.Township } found ? [.. reference.Pack.ChildrenOf(found.Code).Select(Choice)] : [];

    /// <summary>The place that was chosen: the village where it lies in the township, else the township; null when neither is one.</summary>
    public AreaCode? Chosen(string? township, string? village)
    {
        if (Find(township) is not { Level: DivisionLevel.Township } found)
            return null;
        return Find(village) is { Level: DivisionLevel.Village } inside && found.Code.Contains(inside.Code) ? inside.Code : found.Code;
    }

    private Division? Find(string? code) => AreaCode.TryParse(code, out var parsed) ? reference.Pack.FindDivision(parsed) : null;

    private static PlaceChoice Choice(Division division) => new(division.Code.Value, division.ShortName);
}
