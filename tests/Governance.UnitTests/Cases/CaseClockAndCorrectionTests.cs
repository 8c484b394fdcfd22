using Governance.Domain.Cases;
using Governance.Domain.Cities;

namespace Governance.UnitTests.Cases;

/// <summary>When the clock of a case starts, goes on and starts again; what a correction does.</summary>
public sealed class CaseClockAndCorrectionTests
{
    [Fact]
    public void Registration_starts_the_clock_of_acceptance()
    {
        var subject = Sample.Registered();

        subject.DueAt.ShouldBe(Sample.Acceptance.DueAt);
        subject.ClockStartedAt.ShouldBe(Sample.Acceptance.StartedAt);
        subject.Limit.ShouldBe(Sample.Acceptance.Limit);
        subject.Steps[0].DueAt.ShouldBe(Sample.Acceptance.DueAt);
    }

    [Fact]
    public void Acceptance_starts_the_clock_of_handling()
    {
        var subject = Sample.Registered();

        Sample.Take(subject, CaseStepKind.Accept);

        subject.DueAt.ShouldBe(Sample.Handling.DueAt);
        subject.ClockStartedAt.ShouldBe(Sample.Handling.StartedAt);
        subject.Limit.ShouldBe(Sample.Handling.Limit);
        subject.Steps[^1].DueAt.ShouldBe(Sample.Handling.DueAt);
    }

    [Theory]
    [InlineData(CaseState.Accepted, CaseStepKind.Dispatch)]
    [InlineData(CaseState.Dispatched, CaseStepKind.Sign)]
    [InlineData(CaseState.Dispatched, CaseStepKind.Recall)]
    [InlineData(CaseState.Handling, CaseStepKind.Return)]
    [InlineData(CaseState.Handling, CaseStepKind.SubmitResult)]
    [InlineData(CaseState.Verifying, CaseStepKind.FailVerification)]
    [InlineData(CaseState.Verifying, CaseStepKind.PassVerification)]
    [InlineData(CaseState.Verified, CaseStepKind.Close)]
    [InlineData(CaseState.Closed, CaseStepKind.Archive)]
    public void Every_other_step_keeps_the_clock_running_as_it_was(CaseState state, CaseStepKind step)
    {
        var subject = Sample.In(state);
        var clock = (subject.ClockStartedAt, subject.DueAt, subject.Limit);

        Sample.Take(subject, step).IsOk.ShouldBeTrue();

        (subject.ClockStartedAt, subject.DueAt, subject.Limit).ShouldBe(clock);
        subject.Steps[^1].DueAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(CaseState.Closed)]
    [InlineData(CaseState.Archived)]
    [InlineData(CaseState.Refused)]
    public void Reopening_starts_a_fresh_clock_and_counts(CaseState state)
    {
        var fresh = Sample.Limit("resolve-urgent", 3, Sample.Start.AddDays(30), Sample.Start.AddDays(33));
        var subject = Sample.In(state);

        Sample.Take(subject, CaseStepKind.Reopen, handling: fresh);

        (subject.ClockStartedAt, subject.DueAt, subject.Limit).ShouldBe((fresh.StartedAt, fresh.DueAt, fresh.Limit));
        subject.Steps[^1].DueAt.ShouldBe(fresh.DueAt);
        subject.ReopenCount.ShouldBe(1);
    }

    [Fact]
    public void A_correction_that_changes_the_limit_shows_the_new_end_in_the_timeline()
    {
        var subject = Sample.In(CaseState.Accepted);
        var shorter = Sample.Limit("resolve-urgent", 3, subject.ClockStartedAt, Sample.Start.AddDays(3));

        subject.Correct(Sample.Clerk, Sample.Facts with { Urgency = CaseUrgency.Urgent }, shorter, "紧急程度有改动", Sample.Start.AddHours(5))
            .IsOk.ShouldBeTrue();

        subject.Urgency.ShouldBe(CaseUrgency.Urgent);
        subject.DueAt.ShouldBe(shorter.DueAt);
        subject.Limit.ShouldBe(shorter.Limit);
        subject.Steps[^1].DueAt.ShouldBe(shorter.DueAt);
        subject.Steps[^1].Note.ShouldBe("紧急程度有改动");
    }

    [Fact]
    public void A_correction_that_leaves_the_limit_names_no_new_end()
    {
        var subject = Sample.In(CaseState.Accepted);

        subject.Correct(Sample.Clerk, Sample.Facts with { Title = "停暖" }, Sample.Handling, "标题有改动", Sample.Start.AddHours(5));

        subject.Title.ShouldBe("停暖");
        subject.DueAt.ShouldBe(Sample.Handling.DueAt);
        subject.Steps[^1].DueAt.ShouldBeNull();
    }

    [Fact]
    public void A_correction_of_nothing_leaves_no_trace()
    {
        var subject = Sample.In(CaseState.Accepted);
        var steps = subject.Steps.Count;

        subject.Correct(Sample.Clerk, Sample.Facts, Sample.Handling, "", Sample.Start.AddHours(5)).IsOk.ShouldBeTrue();

        subject.Steps.Count.ShouldBe(steps);
    }

    [Fact]
    public void A_bad_correction_changes_nothing()
    {
        var subject = Sample.In(CaseState.Accepted);

        subject.Correct(Sample.Clerk, Sample.Facts with { Title = "" }, Sample.Handling, "标题有改动", Sample.Start.AddHours(5))
            .Error.Field.ShouldBe("Title");

        subject.Title.ShouldBe(Sample.Facts.Title);
    }

    [Theory]
    [InlineData(CaseState.Dispatched)]
    [InlineData(CaseState.Handling)]
    [InlineData(CaseState.Verifying)]
    [InlineData(CaseState.Verified)]
    public void A_case_is_not_moved_out_of_the_area_of_the_body_that_handles_it(CaseState state)
    {
        var subject = Sample.In(state);

        subject.Correct(Sample.Clerk, Sample.Facts with { Place = Sample.OtherVillage }, Sample.Handling, "地点有改动", Sample.Start.AddHours(5))
            .Error.ShouldBeOfType<CaseErrors.LeadNotCompetentThere>().Body.ShouldBe(Sample.Housing.Name);

        subject.Place.ShouldBe(Sample.Village);
    }

    [Fact]
    public void A_case_that_nobody_handles_yet_may_be_moved()
    {
        var subject = Sample.In(CaseState.Accepted);

        subject.Correct(Sample.Clerk, Sample.Facts with { Place = Sample.OtherVillage }, Sample.Handling, "地点有改动", Sample.Start.AddHours(5), "150103001000-peace")
            .IsOk.ShouldBeTrue();

        subject.Place.ShouldBe(Sample.OtherVillage);
        subject.ManagingBodyCode.ShouldBe("150103001000-peace");
    }
}
