using System.Collections.Frozen;
using Governance.Domain.Ordinances;
using Governance.Domain.Organisation;
using Governance.Domain.Procedures;
using Governance.Domain.Restricted;

namespace Governance.Domain.Cities;

/// <summary>
/// Everything that makes the portal the portal of one city, read from its folder and checked as a whole; immutable, one for the
/// life of the process.
/// </summary>
public sealed class CityPack
{
    private readonly FrozenDictionary<AreaCode, Division> _divisions;
    private readonly FrozenDictionary<string, Body> _bodies;
    private readonly FrozenDictionary<string, CaseCategory> _categories;
    private readonly FrozenDictionary<string, Ground> _grounds;
    private readonly FrozenDictionary<string, MessageLabel> _labels;
    private readonly ILookup<AreaCode, Division> _children;
    private readonly ILookup<AreaCode, Body> _bodiesByArea;
    private readonly FrozenDictionary<string, string> _departments;

    /// <summary>A pack of these parts. The reader checks them first; contradictions here are bugs and throw.</summary>
    public CityPack(CityPackContents contents)
    {
        Contents = contents;
        Bodies = BodyExpansion.Expand(contents.BodyTemplates, contents.Divisions, contents.Profile.Name);
        _divisions = contents.Divisions.ToFrozenDictionary(d => d.Code);
        _children = contents.Divisions.Where(d => d.Parent is not null).ToLookup(d => d.Parent!.Value);
        _bodies = Bodies.ToFrozenDictionary(b => b.Code);
        _bodiesByArea = Bodies.ToLookup(b => b.AreaCode);
        _departments = Bodies.GroupBy(b => b.Key).ToFrozenDictionary(
            same => same.Key,
            same => same.Select(b => b.ShortName).Distinct().Take(2).Count() == 1 ? same.First().ShortName : same.First().Kind.DisplayName());
        _categories = contents.Categories.ToFrozenDictionary(c => c.Code);
        _grounds = contents.Grounds.ToFrozenDictionary(g => g.Key);
        _labels = contents.MessageLabels.ToFrozenDictionary(l => l.Label);
        Proposer = new CategoryProposer(contents.Keywords, contents.CategoryModel, contents.MessageLabels, contents.Categories);
        // The first call is the slowest, so it is made before anybody waits.
        var words = string.Join('，', contents.Categories.Select(c => c.Name));
        Proposer.Propose(words, words);
    }

    /// <summary>The lines of the pack's files.</summary>
    public CityPackContents Contents { get; }

    /// <summary>What the city is and how it names things.</summary>
    public CityProfile Profile => Contents.Profile;

    /// <summary>Divisions in order of their code, the province first.</summary>
    public IReadOnlyList<Division> Divisions => Contents.Divisions;

    /// <summary>The bodies of every division, in order of the divisions.</summary>
    public IReadOnlyList<Body> Bodies { get; }

    /// <summary>Categories in order of their code.</summary>
    public IReadOnlyList<CaseCategory> Categories => Contents.Categories;

    /// <summary>Working calendar without gaps.</summary>
    public IReadOnlyList<CalendarDay> Calendar => Contents.Calendar;

    /// <summary>Time limits as written; <see cref="FindTimeLimit"/> chooses.</summary>
    public IReadOnlyList<TimeLimitRule> TimeLimits => Contents.TimeLimits;

    /// <summary>Procedures, their limits with what the city confirmed, and papers.</summary>
    public ProcedureCatalogue Procedures => Contents.Procedures;

    /// <summary>Reasons for which the clock of a case of that category may stand.</summary>
    public IEnumerable<PauseReason> PauseReasonsFor(string category) => Contents.PauseReasons.Where(r => r.Fits(category));

    /// <summary>The reason of that key; null when the pack has none, or none any more.</summary>
    public PauseReason? FindPauseReason(string? key) => Contents.PauseReasons.FirstOrDefault(r => r.Key == key);

    /// <summary>The text of the ordinance.</summary>
    public OrdinanceText Ordinance => Contents.Ordinance;

    /// <summary>Proposes a category from the words of a case.</summary>
    public CategoryProposer Proposer { get; }

    /// <summary>The division of that code; null when the city has none.</summary>
    public Division? FindDivision(AreaCode code) => _divisions.GetValueOrDefault(code);

    /// <summary>The divisions directly inside another, in order of their code.</summary>
    public IEnumerable<Division> ChildrenOf(AreaCode code) => _children[code];

    /// <summary>Names from the county down, as a person says a place: 新城区海拉尔东路街道团结社区.</summary>
    public string PlaceName(AreaCode code) => string.Concat(
        Enumerable.Range((int)DivisionLevel.County, 3)
            .Select(level => (DivisionLevel)level)
            .Where(level => level <= code.Level)
            .Select(level => FindDivision(code.AncestorAt(level))?.ShortName));

    /// <summary>The body of that code; null when there is none.</summary>
    public Body? FindBody(string code) => _bodies.GetValueOrDefault(code);

    /// <summary>The bodies of exactly that division.</summary>
    public IEnumerable<Body> BodiesOf(AreaCode area) => _bodiesByArea[area];

    /// <summary>
    /// The body that does the job <paramref name="key"/> for a place: that of the place itself or of the nearest division above
    /// that has one, so a zone without departments is served by the city's.
    /// </summary>
    /// <returns>Null when no level has such a body.</returns>
    public Body? FindBodyFor(AreaCode area, string key)
    {
        for (var level = area.Level; level >= DivisionLevel.City; level--)
        {
            if (FindBody(Body.CodeOf(area.AncestorAt(level), key)) is { } body)
                return body;
        }

        return null;
    }

    /// <summary>The category of that code; null when there is none.</summary>
    public CaseCategory? CategoryByCode(string code) => _categories.GetValueOrDefault(code);

    /// <summary>What the bodies of that key are called at every level together, e.g. 住建局; for an empty key what is said of cases not assigned.</summary>
    public string DepartmentName(string key) => key.Length == 0 ? "尚未分派" : _departments.GetValueOrDefault(key, "已撤销的部门");

    /// <summary>Which matters only named persons may know of.</summary>
    public IReadOnlyList<RestrictionRule> Restrictions => Contents.Restrictions;

    /// <summary>The restriction that cases of a category are under from their registration on; null for most.</summary>
    public RestrictionRule? RestrictionFor(string category) => Restrictions.FirstOrDefault(r => r.Categories.Contains(category));

    /// <summary>The restriction of that key; null when there is none.</summary>
    public RestrictionRule? FindRestriction(string? key) => Restrictions.FirstOrDefault(r => r.Key == key);

    /// <summary>Name with the top category in front: 公用事业／停暖供热; the code itself when it is unknown.</summary>
    public string CategoryName(string code) => CategoryByCode(code) switch
    {
        null => code,
        { Parent: { } parent } leaf => $"{CategoryByCode(parent)?.Name}／{leaf.Name}",
        var top => top.Name,
    };

    /// <summary>The categories a case can be put in under a top category.</summary>
    public IEnumerable<CaseCategory> LeavesOf(string top) => Categories.Where(c => c.Parent == top);

    /// <summary>The class of an imported message; null when the pack does not know it.</summary>
    public MessageLabel? FindMessageLabel(string label) => _labels.GetValueOrDefault(label);

    /// <summary>The trade with a mediation committee of its own that the category belongs to; null when there is none.</summary>
    public MediationTrade? FindTrade(string category)
    {
        var top = CategoryByCode(category)?.Parent;
        return Contents.MediationTrades.FirstOrDefault(t => t.Categories.Contains(category))
            ?? Contents.MediationTrades.FirstOrDefault(t => top is not null && t.Categories.Contains(top));
    }

    /// <summary>What a rule rests on; null for an unknown key.</summary>
    public Ground? FindGround(string key) => _grounds.GetValueOrDefault(key);

    /// <summary>
    /// The time limit for a case: the most specific line wins, a leaf category over its top category over any, then a named urgency
    /// over any, then the line of the nearest division above the place over that of a wider one: a county's line overrides the city's
    /// of the same category and urgency.
    /// </summary>
    /// <returns>Never null for accept, resolve and consult, which have a default in every pack.</returns>
    public TimeLimitRule? FindTimeLimit(TimeLimitStage stage, AreaCode place, string? category, CaseUrgency urgency)
    {
        var top = category is null ? null : CategoryByCode(category)?.Parent;
        return TimeLimits
            .Where(r => r.Stage == stage && (r.Urgency ?? urgency) == urgency
                && (r.Category is null || r.Category == category || r.Category == top) && r.Area?.Contains(place) != false)
            .MaxBy(r => (r.Category is null ? 0 : r.Category == category ? 40 : 20) + (r.Urgency is null ? 0 : 10) + (int)(r.Area?.Level ?? 0));
    }
}
