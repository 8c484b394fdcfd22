using Governance.Domain.Ordinances;
using Governance.Domain.Organisation;
using Governance.Domain.Procedures;
using Governance.Domain.Restricted;

namespace Governance.Domain.Cities;

/// <summary>The lines of a pack's files, one property a file.</summary>
public sealed record CityPackContents
{
    /// <summary><c>city.json</c>.</summary>
    public required CityProfile Profile { get; init; }

    /// <summary><c>divisions.csv</c>.</summary>
    public required IReadOnlyList<Division> Divisions { get; init; }

    /// <summary><c>bodies.csv</c>.</summary>
    public required IReadOnlyList<BodyTemplate> BodyTemplates { get; init; }

    /// <summary><c>categories.csv</c>.</summary>
    public required IReadOnlyList<CaseCategory> Categories { get; init; }

    /// <summary><c>category-keywords.csv</c>.</summary>
    public required IReadOnlyList<CategoryKeyword> Keywords { get; init; }

    /// <summary><c>message-labels.csv</c>.</summary>
    public required IReadOnlyList<MessageLabel> MessageLabels { get; init; }

    /// <summary><c>category-model.csv</c>; null where the pack has none, then the table of keywords proposes alone.</summary>
    public CategoryModel? CategoryModel { get; init; }

    /// <summary><c>time-limits.csv</c>.</summary>
    public required IReadOnlyList<TimeLimitRule> TimeLimits { get; init; }

    /// <summary><c>pause-reasons.csv</c>.</summary>
    public required IReadOnlyList<PauseReason> PauseReasons { get; init; }

    /// <summary><c>supervision.csv</c>.</summary>
    public required IReadOnlyList<SupervisionThreshold> Thresholds { get; init; }

    /// <summary><c>calendar.csv</c>.</summary>
    public required IReadOnlyList<CalendarDay> Calendar { get; init; }

    /// <summary><c>grounds.csv</c>.</summary>
    public required IReadOnlyList<Ground> Grounds { get; init; }

    /// <summary><c>mediation-trades.csv</c>.</summary>
    public required IReadOnlyList<MediationTrade> MediationTrades { get; init; }

    /// <summary><c>mediation-items.csv</c>.</summary>
    public required IReadOnlyList<MediationItemTemplate> MediationItems { get; init; }

    /// <summary><c>restrictions.csv</c>.</summary>
    public required IReadOnlyList<RestrictionRule> Restrictions { get; init; }

    /// <summary>The ordinance's text file.</summary>
    public required OrdinanceText Ordinance { get; init; }

    /// <summary>The five <c>procedure…csv</c> and <c>documents</c>, the nation's unless the city has its own.</summary>
    public required ProcedureCatalogue Procedures { get; init; }
}
