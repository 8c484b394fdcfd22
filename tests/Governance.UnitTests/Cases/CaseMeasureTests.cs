using Governance.Domain.Cases;
using Governance.Domain.Satisfaction;

namespace Governance.UnitTests.Cases;

/// <summary>What the statistics count of a case follows its steps.</summary>
[Trait("Provision", "P36")]
public sealed class CaseMeasureTests
{
    [Theory]
    [InlineData(CaseStepKind.Accept)]
    [InlineData(CaseStepKind.Refuse)]
    public void The_first_acceptance_or_refusal_is_the_response(CaseStepKind step)
    {
        var subject = Sample.Registered();
        subject.RespondedAt.ShouldBeNull();
        subject.RespondedOnTime.ShouldBeNull();

        Sample.Take(subject, step).IsOk.ShouldBeTrue();

        subject.RespondedAt.ShouldBe(subject.Steps[^1].At);
        subject.RespondedOnTime.ShouldBe(true);
    }

    [Fact]
    public void A_response_is_measured_against_the_limit_of_acceptance_not_the_one_it_starts()
    {
        var subject = Sample.Registered();

        subject.Accept(Sample.Clerk, "", Sample.Handling, Sample.Acceptance.DueAt.AddMinutes(1)).IsOk.ShouldBeTrue();

        subject.RespondedOnTime.ShouldBe(false);
        subject.DueAt.ShouldBe(Sample.Handling.DueAt);
    }

    [Fact]
    public void A_refused_step_counts_nothing()
    {
        var subject = Sample.In(CaseState.Dispatched);

        subject.Return(Sample.Handler, "", Sample.Centre, subject.Steps[^1].At).IsOk.ShouldBeFalse();

        subject.ReturnCount.ShouldBe(0);
    }

    [Fact]
    public void Returns_failed_verifications_and_reopenings_add_up()
    {
        var subject = Sample.In(CaseState.Dispatched);
        foreach (var step in new[]
            {
                CaseStepKind.Return, CaseStepKind.Dispatch, CaseStepKind.Sign, CaseStepKind.SubmitResult, CaseStepKind.FailVerification,
                CaseStepKind.SubmitResult, CaseStepKind.PassVerification, CaseStepKind.Close, CaseStepKind.Reopen,
            })
            Sample.Take(subject, step).IsOk.ShouldBeTrue(step.ToString());

        subject.ReturnCount.ShouldBe(1);
        subject.RedoneCount.ShouldBe(2);
        subject.RespondedOnTime.ShouldBe(true, "only the first answer is the response");
    }

    [Theory]
    [InlineData(true, "满意，问题已解决：谢谢")]
    [InlineData(false, "满意，问题未解决：谢谢")]
    [InlineData(null, "满意：谢谢")]
    public void What_the_reporter_says_about_the_solution_is_kept_and_told(bool? solved, string told)
    {
        var subject = Sample.In(CaseState.Closed);

        subject.Rate(Sample.Colleague, SatisfactionLevel.Satisfied, "谢谢", Sample.Handling, subject.Steps[^1].At.AddHours(1), solved).IsOk.ShouldBeTrue();

        subject.Solved.ShouldBe(solved);
        subject.Steps[^1].Note.ShouldBe(told);
    }
}
