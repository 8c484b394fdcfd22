using Governance.Domain.Satisfaction;

namespace Governance.Application.Satisfaction;

/// <summary>How an answered case stands with its reporter, as lists are cut.</summary>
public enum SatisfactionStanding
{
    /// <summary>待回访: answered, and the reporter has not said how it was.</summary>
    Unrated,

    /// <summary>满意.</summary>
    Satisfied,

    /// <summary>基本满意.</summary>
    Fair,

    /// <summary>不满意.</summary>
    Unsatisfied,
}

/// <summary>Names of the standings, and the level each one means.</summary>
public static class SatisfactionStandings
{
    /// <summary>The level; null for 待回访.</summary>
    public static SatisfactionLevel? Level(this SatisfactionStanding standing) => standing switch
    {
        SatisfactionStanding.Unrated => null,
        SatisfactionStanding.Satisfied => SatisfactionLevel.Satisfied,
        SatisfactionStanding.Fair => SatisfactionLevel.Fair,
        SatisfactionStanding.Unsatisfied => SatisfactionLevel.Unsatisfied,
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    /// <summary>Chinese name.</summary>
    public static string DisplayName(this SatisfactionStanding standing) => standing.Level() is { } level ? level.DisplayName() : "待回访";
}
