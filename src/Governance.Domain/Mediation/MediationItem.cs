using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Mediation;

/// <summary>A matter of administrative mediation (行政调解事项): what the ordinance wants listed, and the law behind it (H39).</summary>
/// <param name="Matter">事项.</param>
/// <param name="Categories">Codes of the categories whose cases it fits.</param>
/// <param name="Levels">办理层级.</param>
/// <param name="BodyKey">实施主体: key of the body, see <see cref="Body.Key"/>.</param>
/// <param name="Remedy">救济途径.</param>
/// <param name="Law">法律依据; may be empty while drafting.</param>
/// <param name="IsLawChecked">True when somebody has held the law against its text; else 待核对.</param>
public sealed record MediationItemFacts(
    string Matter, IReadOnlyList<string> Categories, IReadOnlyList<DivisionLevel> Levels, string BodyKey, string Remedy, string Law, bool IsLawChecked)
{
    /// <summary>Longest matter.</summary>
    public const int MatterLength = 100;

    /// <summary>Longest remedy.</summary>
    public const int RemedyLength = 300;

    /// <summary>Longest law.</summary>
    public const int LawLength = 200;

    /// <summary>As the pack proposes it.</summary>
    public static MediationItemFacts Of(MediationItemTemplate template) => new(
        template.Matter, template.Categories, template.Levels, template.BodyKey, template.Remedy, template.Law,
        template.Status == TimeLimitStatus.Verified);

    /// <summary>The same facts without control characters, stray spaces and repeats.</summary>
    public MediationItemFacts Cleaned() => this with
    {
        Matter = PlainText.CleanLine(Matter),
        Categories = [.. Categories.Select(PlainText.CleanLine).Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal)],
        Levels = [.. Levels.Distinct().Order()],
        BodyKey = PlainText.CleanLine(BodyKey),
        Remedy = PlainText.Clean(Remedy),
        Law = PlainText.CleanLine(Law),
    };

    /// <summary>Every field that is missing or wrong: the ordinance names matter, level, body and remedy (H39).</summary>
    public IReadOnlyList<Error> Check()
    {
        var errors = new List<Error>();
        FactsCheck.Text(errors, nameof(Matter), "事项", Matter, MatterLength, required: true);
        FactsCheck.Text(errors, nameof(Remedy), "救济途径", Remedy, RemedyLength, required: true);
        FactsCheck.Text(errors, nameof(Law), "法律依据", Law, LawLength, required: false);
        if (Categories.Count == 0)
            errors.Add(new PlatformErrors.Required(nameof(Categories), "类别") { Field = nameof(Categories) });
        if (Levels.Count == 0 || Levels.Any(l => l is not (DivisionLevel.City or DivisionLevel.County or DivisionLevel.Township)))
            errors.Add(new PlatformErrors.Required(nameof(Levels), "办理层级") { Field = nameof(Levels) });
        if (BodyKey.Length == 0)
            errors.Add(new PlatformErrors.Required(nameof(BodyKey), "实施主体") { Field = nameof(BodyKey) });
        if (IsLawChecked && Law.Length == 0)
            errors.Add(new ItemListErrors.CheckedWithoutLaw { Field = nameof(Law) });
        return errors;
    }

    /// <inheritdoc />
    public bool Equals(MediationItemFacts? other) =>
        other is not null && Matter == other.Matter && Categories.SequenceEqual(other.Categories) && Levels.SequenceEqual(other.Levels)
        && BodyKey == other.BodyKey && Remedy == other.Remedy && Law == other.Law && IsLawChecked == other.IsLawChecked;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Matter, BodyKey, Remedy, Law);
}

/// <summary>A line of a list of items. Its number stays the same through all editions, so that editions can be compared.</summary>
public sealed class MediationItem
{
    private List<string> _categories = [];
    private List<DivisionLevel> _levels = [];

    private MediationItem()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The list.</summary>
    public Guid ListId { get; private set; }

    /// <summary>Number of the item within its area, never given twice.</summary>
    public int Number { get; private set; }

    /// <summary>事项.</summary>
    public string Matter { get; private set; } = "";

    /// <summary>Codes of the categories whose cases it fits.</summary>
    public IReadOnlyList<string> Categories => _categories;

    /// <summary>办理层级.</summary>
    public IReadOnlyList<DivisionLevel> Levels => _levels;

    /// <summary>实施主体: key of the body.</summary>
    public string BodyKey { get; private set; } = "";

    /// <summary>救济途径.</summary>
    public string Remedy { get; private set; } = "";

    /// <summary>法律依据.</summary>
    public string Law { get; private set; } = "";

    /// <summary>True when the law was held against its text.</summary>
    public bool IsLawChecked { get; private set; }

    /// <summary>The facts as they are.</summary>
    public MediationItemFacts Facts => new(Matter, Categories, Levels, BodyKey, Remedy, Law, IsLawChecked);

    internal static MediationItem Create(Guid listId, int number, MediationItemFacts facts, DateTimeOffset at)
    {
        var item = new MediationItem { Id = Guid.CreateVersion7(at), ListId = listId, Number = number };
        item.Set(facts);
        return item;
    }

    internal void Set(MediationItemFacts facts)
    {
        Matter = facts.Matter;
        _categories = [.. facts.Categories];
        _levels = [.. facts.Levels];
        BodyKey = facts.BodyKey;
        Remedy = facts.Remedy;
        Law = facts.Law;
        IsLawChecked = facts.IsLawChecked;
    }
}
