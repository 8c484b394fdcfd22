using Governance.Domain.Common;

namespace Governance.Domain.Satisfaction;

/// <summary>Why a rating was refused.</summary>
public static class SatisfactionErrors
{
    /// <summary>Only an answered case can be rated.</summary>
    public sealed record NotAnswered() : Error("satisfaction.not-answered", "案件还没有结案答复，暂不能评价。");

    /// <summary>The answer was rated before.</summary>
    public sealed record RatedBefore(SatisfactionLevel Level)
        : Error("satisfaction.rated-before", $"本次答复已评价为“{Level.DisplayName()}”，不能再次评价。");
}
