using Governance.Domain.Organisation;

namespace Governance.Application.Cities;

/// <summary>A place that may be meant.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">County, township and village in one.</param>
public sealed record PlaceMatch(AreaCode Code, string Name);

/// <summary>
/// Finds a place while somebody types: by any part of its name or by pinyin initials, several parts apart by spaces
/// (<c>西街 社区</c>, <c>xj sq</c>). Looks in memory; a city has a few thousand places.
/// </summary>
public sealed class PlaceSearch(IReferenceData reference)
{
    private const int Shown = 12;

    /// <summary>Townships and villages inside the scope that fit what was typed, the likeliest first.</summary>
    public IReadOnlyList<PlaceMatch> Find(string? typed, AreaCode scope)
    {
        var terms = (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var pack = reference.Pack;
        var places = pack.Divisions.Where(d => d.Level >= DivisionLevel.Township && scope.Contains(d.Code));
        if (terms.Length == 0)
            return [.. places.Where(d => d.Code != scope || d.Level == DivisionLevel.Village).Take(Shown).Select(d => new PlaceMatch(d.Code, pack.PlaceName(d.Code)))];

        return [.. places
            .Select(division => (division, Rank: Rank(division, terms)))
            .Where(found => found.Rank > 0)
            .OrderByDescending(found => found.Rank).ThenByDescending(found => found.division.Level).ThenBy(found => found.division.Code)
            .Take(Shown)
            .Select(found => new PlaceMatch(found.division.Code, pack.PlaceName(found.division.Code)))];
    }

    private int Rank(Division division, string[] terms)
    {
        var path = reference.Pack.PlaceName(division.Code);
        // Somebody who pastes the full name means exactly this place.
        if (terms.Length == 1 && path == terms[0])
            return int.MaxValue;
        var rank = 1;
        foreach (var term in terms)
        {
            var best = Fits(division, term);
            if (best == 0 && division.Parent is { } parent && reference.Pack.FindDivision(parent) is { } above)
                best = Fits(above, term) / 2;
            if (best == 0 && path.Contains(term, StringComparison.OrdinalIgnoreCase))
                best = 1;
            if (best == 0)
                return 0;
            rank += best;
        }
        return rank;
    }

    private static int Fits(Division division, string term)
    {
        var name = division.ShortName;
        if (name.StartsWith(term, StringComparison.Ordinal))
            return 8;
        if (division.Initials.StartsWith(term, StringComparison.OrdinalIgnoreCase))
            return division.Initials.Length == term.Length ? 8 : 6;
        if (name.Contains(term, StringComparison.Ordinal))
            return 4;
        return 0;
    }
}
