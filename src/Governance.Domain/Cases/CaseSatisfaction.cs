using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;
using Governance.Domain.Satisfaction;

namespace Governance.Domain.Cases;

/// <summary>What the reporter says of the answer (满意度, H43).</summary>
public sealed partial class Case
{
    /// <summary>Longest accompanying words of a rating.</summary>
    public const int RatingWordsLength = 500;

    /// <summary>How the reporter found the answer; null for 未评价. A reopened case gets a new answer and is rated anew.</summary>
    public SatisfactionLevel? Satisfaction { get; private set; }

    /// <summary>When that was said, UTC.</summary>
    public DateTimeOffset? SatisfactionAt { get; private set; }

    /// <summary>True when an unhappy reporter has had the case reopened: that happens once.</summary>
    public bool ReopenedByReporter { get; private set; }

    /// <summary>满意度评价: the answer is rated once; the first unhappy rating takes the case up again by itself, later ones are only kept.</summary>
    /// <param name="actor">The reporter, or who called back.</param>
    /// <param name="level">What the reporter said.</param>
    /// <param name="words">Accompanying words; may be empty.</param>
    /// <param name="handling">Counted limit, should work start again.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="solved">Whether the reporter finds the matter solved, or null when nothing was said about it.</param>
    /// <param name="lead">The case this one follows; it is what an unhappy reporter of a repeat takes up again, once for all of them.</param>
    public Result Rate(Actor actor, SatisfactionLevel level, string words, Deadline handling, DateTimeOffset at, bool? solved = null, Case? lead = null)
    {
        if (!IsAnswered(State, ClosedAt))
            return new SatisfactionErrors.NotAnswered { Ground = GroundKeys.CaseVerification };
        if (lead?.Id != MergedIntoId)
            throw new ArgumentException("A repeat is rated together with its lead.", nameof(lead));
        if (Satisfaction is { } before)
            return new SatisfactionErrors.RatedBefore(before) { Ground = GroundKeys.CaseVerification };
        if (!Enum.IsDefined(level))
            return new PlatformErrors.Required("Level", "满意度") { Field = "Level" };
        words = PlainText.Clean(words);
        if (words.Length > RatingWordsLength)
            return new PlatformErrors.TooLong("补充说明", RatingWordsLength, words.Length) { Field = "Words" };

        (Satisfaction, SatisfactionAt, Solved) = (level, at, solved);
        var said = level.DisplayName() + solved switch { true => "，问题已解决", false => "，问题未解决", null => "" };
        Record(CaseStepKind.Rate, actor, at, words.Length > 0 ? $"{said}：{words}" : said, GroundKeys.CaseVerification);
        var matter = lead ?? this;
        if (level != SatisfactionLevel.Unsatisfied || matter.ReopenedByReporter)
            return Result.Ok;
        matter.ReopenedByReporter = true;
        return matter.Reopen(actor, "反映人对答复不满意，自动重新办理（仅一次）。", handling, at);
    }

    /// <summary>True when there is an answer to rate.</summary>
    /// <param name="state">Where the case stands.</param>
    /// <param name="closedAt">When it was closed with an answer, or null.</param>
    public static bool IsAnswered(CaseState state, DateTimeOffset? closedAt) => !state.IsOpen() && closedAt is not null;
}
