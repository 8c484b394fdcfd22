using Governance.Application.Cities;
using Governance.Domain.Organisation;

namespace Governance.Application.Cases;

/// <summary>A body a case may be assigned to.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Why">Why it is offered: its competence, or that the category points to it.</param>
/// <param name="Suggested">True for the body the category normally goes to.</param>
public sealed record BodyMatch(string Code, string Name, string Why, bool Suggested);

/// <summary>Offers the bodies that are competent for a place, the one the category points to first.</summary>
public sealed class BodySuggestion(IReferenceData reference)
{
    private const int Shown = 12;

    /// <summary>Bodies whose area holds the place and whose name fits what was typed.</summary>
    public IReadOnlyList<BodyMatch> Find(string? typed, AreaCode place, string categoryCode)
    {
        var pack = reference.Pack;
        var usual = pack.CategoryByCode(categoryCode) is { } category ? pack.FindBodyFor(place, category.Department)?.Code : null;
        return Fitting(typed, LevelsAbove(place), usual);
    }

    /// <summary>The same for a matter that touches several places: bodies of each, and the usual one of each first.</summary>
    public IReadOnlyList<BodyMatch> Find(string? typed, AreaCode place, IReadOnlyList<AreaCode> others, string categoryCode) =>
        [.. others.Prepend(place).SelectMany(one => Find(typed, one, categoryCode)).DistinctBy(body => body.Code)
            .OrderByDescending(body => body.Suggested).Take(Shown)];

    private IReadOnlyList<BodyMatch> Fitting(string? typed, IEnumerable<AreaCode> areas, string? usual)
    {
        var pack = reference.Pack;
        var terms = (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. areas
            .SelectMany(pack.BodiesOf)
            .Where(body => terms.All(term => Fits(body, term)))
            .OrderByDescending(body => body.Code == usual).ThenBy(body => body.Level == DivisionLevel.County ? 0 : 1).ThenByDescending(body => body.Level)
            .Take(Shown)
            .Select(body => new BodyMatch(body.Code, body.Name, body.Code == usual ? "按类别推荐" : body.Competence, body.Code == usual))];
    }

    private static IEnumerable<AreaCode> LevelsAbove(AreaCode place)
    {
        for (var level = place.Level; level >= DivisionLevel.City; level--)
            yield return place.AncestorAt(level);
    }

    private static bool Fits(Body body, string term) =>
        body.Name.Contains(term, StringComparison.Ordinal) || body.ShortName.Contains(term, StringComparison.Ordinal) ||
        body.Competence.Contains(term, StringComparison.Ordinal);
}
