using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Satisfaction;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Satisfaction;

/// <summary>The reporter says how the answer was: once for each answer, and the first unhappy word takes the case up again.</summary>
[Trait("Provision", "P36")]
public sealed class RatingTests
{
    private static Result Rate(Case subject, SatisfactionLevel level, string words = "") =>
        subject.Rate(Sample.Colleague, level, words, Sample.Handling, subject.Steps[^1].At.AddHours(1));

    [Theory]
    [InlineData(SatisfactionLevel.Satisfied, "满意")]
    [InlineData(SatisfactionLevel.Fair, "基本满意")]
    public void A_content_reporter_leaves_the_case_closed(SatisfactionLevel level, string name)
    {
        var subject = Sample.In(CaseState.Closed);

        Rate(subject, level, "  谢谢 ").IsOk.ShouldBeTrue();

        subject.State.ShouldBe(CaseState.Closed);
        subject.Satisfaction.ShouldBe(level);
        subject.SatisfactionAt.ShouldBe(subject.Steps[^1].At);
        (subject.Steps[^1].Kind, subject.Steps[^1].Note).ShouldBe((CaseStepKind.Rate, $"{name}：谢谢"));
        subject.ReopenedByReporter.ShouldBeFalse();
    }

    [Fact]
    public void The_first_unhappy_rating_reopens_and_the_second_only_stays()
    {
        var subject = Sample.In(CaseState.Archived);

        Rate(subject, SatisfactionLevel.Unsatisfied).IsOk.ShouldBeTrue();

        subject.State.ShouldBe(CaseState.Accepted);
        subject.Steps.TakeLast(2).Select(s => s.Kind).ShouldBe([CaseStepKind.Rate, CaseStepKind.Reopen]);
        (subject.ReopenCount, subject.Satisfaction, subject.ClosedAt, subject.LeadBodyCode).ShouldBe((1, null, null, null));
        subject.DueAt.ShouldBe(Sample.Handling.DueAt);

        foreach (var step in new[] { CaseStepKind.Dispatch, CaseStepKind.Sign, CaseStepKind.SubmitResult, CaseStepKind.PassVerification, CaseStepKind.Close })
            Sample.Take(subject, step).IsOk.ShouldBeTrue();
        Rate(subject, SatisfactionLevel.Unsatisfied).IsOk.ShouldBeTrue();

        (subject.State, subject.ReopenCount, subject.Satisfaction).ShouldBe((CaseState.Closed, 1, SatisfactionLevel.Unsatisfied));
    }

    [Fact]
    public void An_answer_is_rated_once()
    {
        var subject = Sample.In(CaseState.Closed);
        Rate(subject, SatisfactionLevel.Satisfied);

        var again = Rate(subject, SatisfactionLevel.Unsatisfied);

        again.Error.ShouldBe(new SatisfactionErrors.RatedBefore(SatisfactionLevel.Satisfied) { Ground = again.Error.Ground });
        subject.State.ShouldBe(CaseState.Closed);
    }

    [Fact]
    public void Reopened_by_hand_it_is_rated_anew_and_may_still_be_reopened_by_its_reporter()
    {
        var subject = Sample.In(CaseState.Closed);
        Rate(subject, SatisfactionLevel.Satisfied);
        foreach (var step in new[]
        {
            CaseStepKind.Reopen, CaseStepKind.Dispatch, CaseStepKind.Sign, CaseStepKind.SubmitResult, CaseStepKind.PassVerification, CaseStepKind.Close,
        })
            Sample.Take(subject, step).IsOk.ShouldBeTrue();

        subject.Satisfaction.ShouldBeNull();
        Rate(subject, SatisfactionLevel.Unsatisfied).IsOk.ShouldBeTrue();
        subject.State.ShouldBe(CaseState.Accepted);
    }

    [Theory]
    [MemberData(nameof(Unanswered))]
    public void What_was_not_answered_is_not_rated(CaseState state)
    {
        var subject = Sample.In(state);
        var steps = subject.Steps.Count;

        Rate(subject, SatisfactionLevel.Satisfied).Error.ShouldBeOfType<SatisfactionErrors.NotAnswered>();

        subject.Steps.Count.ShouldBe(steps);
    }

    [Fact]
    public void A_refusal_that_was_filed_away_is_not_rated()
    {
        var subject = Sample.In(CaseState.Refused);
        Sample.Take(subject, CaseStepKind.Archive);

        Rate(subject, SatisfactionLevel.Satisfied).Error.ShouldBeOfType<SatisfactionErrors.NotAnswered>();
    }

    [Fact]
    public void A_rating_needs_a_level_that_exists_and_words_that_fit()
    {
        var subject = Sample.In(CaseState.Closed);

        Rate(subject, 0).Error.Field.ShouldBe("Level");
        Rate(subject, SatisfactionLevel.Fair, new string('长', Case.RatingWordsLength + 1)).Error.ShouldBeOfType<PlatformErrors.TooLong>().Field.ShouldBe("Words");
        subject.Satisfaction.ShouldBeNull();
        Rate(subject, SatisfactionLevel.Fair, new string('长', Case.RatingWordsLength)).IsOk.ShouldBeTrue();
    }

    public static TheoryData<CaseState> Unanswered() =>
        [.. Enum.GetValues<CaseState>().Where(s => s is not (CaseState.Closed or CaseState.Archived))];
}
