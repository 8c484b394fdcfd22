using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using Governance.Domain.Repeats;
using Governance.Domain.Satisfaction;
using Governance.UnitTests.Cases;
using Governance.UnitTests.Deadlines;

namespace Governance.UnitTests.Repeats;

/// <summary>A repeat follows its lead (并案, H43): one clock, one answer, everybody told, and back again when it was another matter.</summary>
[Trait("Provision", "P36")]
public sealed class MergeTests
{
    private static readonly DateTimeOffset At = Sample.Start.AddDays(1);

    public static TheoryData<CaseState> EveryState => new(Enum.GetValues<CaseState>());

    [Theory]
    [MemberData(nameof(EveryState))]
    public void Only_cases_without_a_result_that_nobody_decides_on_are_merged(CaseState state)
    {
        var (lead, repeat) = (Sample.In(CaseState.Handling), Sample.In(state));
        var may = state is CaseState.Registered or CaseState.Accepted or CaseState.Dispatched or CaseState.Handling;

        var merged = lead.TakeIn([repeat], [], Sample.Clerk, "同一小区停暖", At);

        merged.IsOk.ShouldBe(may);
        Case.MayBeMerged(state).ShouldBe(may);
        (repeat.State, lead.RepeatCount).ShouldBe(may ? (CaseState.Merged, 1) : (state, 0));
        if (!may)
            merged.Error.Code.ShouldBe(state == CaseState.Merged ? "repeat.merged-before" : "repeat.wrong-state");
    }

    [Theory]
    [MemberData(nameof(EveryState))]
    public void Only_an_open_case_leads(CaseState state)
    {
        var (lead, repeat) = (Sample.In(state), Sample.Registered());

        var merged = lead.TakeIn([repeat], [], Sample.Clerk, "同一小区停暖", At);

        merged.IsOk.ShouldBe(state.IsOpen());
        if (!merged.IsOk)
            merged.Error.ShouldBeOfType<RepeatErrors.LeadIsNotOpen>();
    }

    [Fact]
    public void Merging_is_told_on_both_timelines_with_the_reason_and_the_number_of_appeals()
    {
        var (lead, one, other) = (Sample.In(CaseState.Handling), Sample.Registered(), Sample.In(CaseState.Accepted));

        lead.TakeIn([one, other], [], Sample.Clerk, "同一小区停暖", At).IsOk.ShouldBeTrue();

        (lead.State, lead.RepeatCount).ShouldBe((CaseState.Handling, 2));
        lead.Steps[^1].ShouldSatisfyAllConditions(
            s => s.Kind.ShouldBe(CaseStepKind.TakeInRepeats), s => s.Note.ShouldContain("诉求人次 3"), s => s.Note.ShouldContain(one.Number.Value));
        foreach (var repeat in new[] { one, other })
        {
            (repeat.MergedIntoId, repeat.MergedAt).ShouldBe((lead.Id, At));
            repeat.Steps[^1].ShouldSatisfyAllConditions(
                s => s.Kind.ShouldBe(CaseStepKind.Merge), s => s.ToState.ShouldBe(CaseState.Merged), s => s.Note.ShouldContain("同一小区停暖"));
        }
    }

    [Fact]
    public void A_reason_is_needed_and_nothing_is_half_merged()
    {
        var (lead, good, bad) = (Sample.In(CaseState.Handling), Sample.Registered(), Sample.In(CaseState.Closed));

        lead.TakeIn([good], [], Sample.Clerk, "  ", At).Error.Field.ShouldBe("Reason");
        lead.TakeIn([good], [], Sample.Clerk, new string('长', Case.RepeatReasonLength + 1), At).Error.Field.ShouldBe("Reason");
        lead.TakeIn([], [], Sample.Clerk, "同一件事", At).IsOk.ShouldBeFalse();
        lead.TakeIn([good, bad], [], Sample.Clerk, "同一件事", At).IsOk.ShouldBeFalse();
        lead.TakeIn([lead], [], Sample.Clerk, "同一件事", At).Error.ShouldBeOfType<RepeatErrors.IntoItself>();

        (good.State, good.Steps.Count, lead.RepeatCount).ShouldBe((CaseState.Registered, 1, 0));
    }

    [Fact]
    public void A_lead_that_is_merged_takes_its_repeats_along_so_that_nobody_follows_a_follower()
    {
        var (lead, middle, small) = (Sample.In(CaseState.Handling), Sample.In(CaseState.Accepted), Sample.Registered());
        middle.TakeIn([small], [], Sample.Clerk, "同一件事", At).IsOk.ShouldBeTrue();

        lead.TakeIn([middle], [small], Sample.Clerk, "也是这件事", At.AddHours(1)).IsOk.ShouldBeTrue();

        (lead.RepeatCount, middle.RepeatCount).ShouldBe((2, 0));
        (middle.MergedIntoId, small.MergedIntoId, small.MergedAt).ShouldBe((lead.Id, lead.Id, At));
        lead.Release(small, Sample.Clerk, "另一件事", Sample.Acceptance, At.AddHours(2)).IsOk.ShouldBeTrue();
        (small.State, lead.RepeatCount).ShouldBe((CaseState.Registered, 1));
    }

    [Fact]
    public void A_lead_takes_no_more_than_can_be_answered_in_one_go()
    {
        var lead = Sample.In(CaseState.Handling);
        var repeats = Enumerable.Range(0, Case.MostRepeats).Select(_ => Sample.Registered()).ToList();
        lead.TakeIn(repeats, [], Sample.Clerk, "同一件事", At).IsOk.ShouldBeTrue();

        lead.TakeIn([Sample.Registered()], [], Sample.Clerk, "同一件事", At).Error.ShouldBeOfType<RepeatErrors.TooMany>();
    }

    [Fact]
    public void A_repeat_gets_the_answer_of_its_lead_and_none_when_the_lead_is_taken_up_again()
    {
        var (lead, repeat) = Pair(CaseState.Verified);

        lead.Close(Sample.Clerk, "管道已经修好", At.AddDays(2)).IsOk.ShouldBeTrue();
        repeat.Follow(lead, lead.Steps[^1]);
        (repeat.State, repeat.ClosedAt, repeat.Answer).ShouldBe((CaseState.Merged, At.AddDays(2), "管道已经修好"));
        (repeat.Steps[^1].Kind, repeat.Steps[^1].Note).ShouldBe((CaseStepKind.Close, "管道已经修好"));
        repeat.Rate(Sample.Clerk, SatisfactionLevel.Satisfied, "", Sample.Handling, At.AddDays(3), lead: lead).IsOk.ShouldBeTrue();

        lead.Reopen(Sample.Clerk, "又坏了", Sample.Handling, At.AddDays(4)).IsOk.ShouldBeTrue();
        repeat.Follow(lead, lead.Steps[^1]);
        (repeat.State, repeat.ClosedAt, repeat.Answer, repeat.Satisfaction).ShouldBe((CaseState.Merged, null, null, null));
    }

    [Fact]
    public void The_first_unhappy_reporter_takes_the_matter_up_again_once_for_all()
    {
        var (lead, repeat) = Pair(CaseState.Verified);
        void Close(int day)
        {
            lead.Close(Sample.Clerk, "修好了", At.AddDays(day)).IsOk.ShouldBeTrue();
            repeat.Follow(lead, lead.Steps[^1]);
        }
        Close(2);

        repeat.Rate(Sample.Clerk, SatisfactionLevel.Unsatisfied, "没修好", Sample.Handling, At.AddDays(3), lead: lead).IsOk.ShouldBeTrue();
        (lead.State, lead.ReopenedByReporter, lead.ReopenCount).ShouldBe((CaseState.Accepted, true, 1));
        repeat.Follow(lead, lead.Steps[^1]);

        foreach (var step in new[] { CaseStepKind.Dispatch, CaseStepKind.Sign, CaseStepKind.SubmitResult, CaseStepKind.PassVerification })
            Sample.Take(lead, step).IsOk.ShouldBeTrue();
        Close(20);
        repeat.Rate(Sample.Clerk, SatisfactionLevel.Unsatisfied, "还是没修好", Sample.Handling, At.AddDays(21), lead: lead).IsOk.ShouldBeTrue();
        lead.Rate(Sample.Clerk, SatisfactionLevel.Unsatisfied, "没修好", Sample.Handling, At.AddDays(22)).IsOk.ShouldBeTrue();
        (lead.State, lead.ReopenCount, repeat.Satisfaction).ShouldBe((CaseState.Closed, 1, SatisfactionLevel.Unsatisfied));
    }

    [Fact]
    public void Taking_out_restores_state_assignment_and_clock_exactly()
    {
        var (lead, repeat) = (Sample.In(CaseState.Handling), Sample.In(CaseState.Dispatched));
        var before = (repeat.State, repeat.LeadBodyCode, repeat.DueAt, repeat.ClockStartedAt, repeat.Limit);
        lead.TakeIn([repeat], [], Sample.Clerk, "同一件事", At).IsOk.ShouldBeTrue();

        lead.Release(repeat, Sample.Clerk, "不是同一栋楼", new Deadline(repeat.Limit, repeat.ClockStartedAt, repeat.DueAt, [], [], false), At)
            .IsOk.ShouldBeTrue();

        (repeat.State, repeat.LeadBodyCode, repeat.DueAt, repeat.ClockStartedAt, repeat.Limit).ShouldBe(before);
        (repeat.MergedIntoId, repeat.StateBeforeMerge, repeat.MergedAt, lead.RepeatCount).ShouldBe((null, null, null, 0));
        (repeat.Steps[^1].Kind, lead.Steps[^1].Kind).ShouldBe((CaseStepKind.Unmerge, CaseStepKind.ReleaseRepeat));
        lead.Release(repeat, Sample.Clerk, "再来一次", Sample.Handling, At).Error.ShouldBeOfType<RepeatErrors.NotMerged>();
    }

    /// <summary>Days at whose closing the case was merged do not count, over weekends and the holidays of a real calendar.</summary>
    [Theory]
    [InlineData("2026-02-12 10:00", "2026-02-12 10:00", 0)]
    [InlineData("2026-02-12 10:00", "2026-02-12 17:00", 0)]
    [InlineData("2026-02-13 10:00", "2026-02-25 10:00", 3)]
    [InlineData("2026-04-30 16:00", "2026-05-06 09:00", 1)]
    [InlineData("2026-03-13 10:00", "2026-03-15 10:00", 1)]
    [InlineData("2026-03-13 20:00", "2026-03-15 10:00", 0)]
    public void The_time_a_case_was_merged_does_not_count(string merged, string released, int days)
    {
        var calendar = RealCalendar.Hohhot;
        var clock = new CityReference().Clock;
        var start = RealCalendar.China(merged).AddDays(-3);
        var subject = Case.Register(
            Sample.Number(), Sample.Facts, (null, null), Sample.Clerk.BodyCode, Guid.NewGuid(), Sample.Clerk,
            calendar.Count(RealCalendar.Limit(15), start), start).Value;
        var (due, lead) = (subject.DueAt, Sample.In(CaseState.Handling));
        lead.TakeIn([subject], [], Sample.Clerk, "同一件事", RealCalendar.China(merged)).IsOk.ShouldBeTrue();

        var resumed = clock.Resume(subject, RealCalendar.China(released));
        lead.Release(subject, Sample.Clerk, "另一件事", resumed, RealCalendar.China(released)).IsOk.ShouldBeTrue();

        calendar.WorkingDaysBetween(Day(due), Day(subject.DueAt)).ShouldBe(days);
        subject.ClockStartedAt.ShouldBe(start);
    }

    [Fact]
    public void The_stay_in_a_step_goes_on_after_the_merge_with_what_was_left()
    {
        var (lead, repeat) = (Sample.In(CaseState.Handling), Sample.In(CaseState.Handling));
        var before = repeat.StepVisits()[^1];
        lead.TakeIn([repeat], [], Sample.Clerk, "同一件事", At).IsOk.ShouldBeTrue();
        repeat.StepVisits()[^1].To.ShouldBe(At);
        lead.Release(repeat, Sample.Clerk, "另一件事", Sample.Handling, At.AddDays(5)).IsOk.ShouldBeTrue();

        var visits = repeat.StepVisits();
        var whole = StepVisit.Whole(visits[^1], visits).ToList();

        whole.Select(v => (v.Stage, v.BodyName, v.From, v.To)).ShouldBe(
            [(before.Stage, before.BodyName, before.From, At), (before.Stage, before.BodyName, At.AddDays(5), null)]);
    }

    private static (Case Lead, Case Repeat) Pair(CaseState state)
    {
        var (lead, repeat) = (Sample.In(state), Sample.Registered());
        lead.TakeIn([repeat], [], Sample.Clerk, "同一件事", At).IsOk.ShouldBeTrue();
        return (lead, repeat);
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
