namespace Governance.Domain.Satisfaction;

/// <summary>How the reporter found the handling (满意度); no value means 未评价.</summary>
public enum SatisfactionLevel
{
    /// <summary>满意.</summary>
    Satisfied = 1,

    /// <summary>基本满意.</summary>
    Fair = 2,

    /// <summary>不满意.</summary>
    Unsatisfied = 3,
}

/// <summary>Chinese names of the levels.</summary>
public static class SatisfactionVocabulary
{
    /// <summary>Name of a level; 未评价 for none.</summary>
    public static string DisplayName(this SatisfactionLevel? level) => level switch
    {
        null => "未评价",
        { } given => given.DisplayName(),
    };

    /// <summary>Name of a level.</summary>
    public static string DisplayName(this SatisfactionLevel level) => level switch
    {
        SatisfactionLevel.Satisfied => "满意",
        SatisfactionLevel.Fair => "基本满意",
        SatisfactionLevel.Unsatisfied => "不满意",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };
}
