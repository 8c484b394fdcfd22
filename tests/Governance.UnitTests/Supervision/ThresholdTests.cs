using Governance.Application.Supervision;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Supervision;
using Governance.UnitTests.Cases;
using Governance.UnitTests.Deadlines;
using static Governance.UnitTests.Deadlines.RealCalendar;

namespace Governance.UnitTests.Supervision;

/// <summary>When a case reaches the thresholds of the pack.</summary>
public sealed class ThresholdTests
{
    [Theory]
    [InlineData(ThresholdMeasure.DaysBefore, 1, "2026-03-30 08:30")]
    [InlineData(ThresholdMeasure.DaysBefore, 0, "2026-03-31 08:30")]
    [InlineData(ThresholdMeasure.DaysAfter, 0, "2026-03-31 17:30")]
    [InlineData(ThresholdMeasure.DaysAfter, 1, "2026-04-01 08:30")]
    [InlineData(ThresholdMeasure.DaysAfter, 4, "2026-04-07 08:30")] // over Qingming
    [InlineData(ThresholdMeasure.PercentUsed, 80, "2026-03-26 17:30")] // the twelfth of fifteen days
    [InlineData(ThresholdMeasure.PercentUsed, 1, "2026-03-11 17:30")]
    public void A_threshold_is_counted_on_working_days(ThresholdMeasure measure, int value, string moment)
    {
        // Fifteen working days from Tuesday the 10th: Tuesday the 31st.
        var subject = Accepted("0202");

        Moments(subject, new("x", ThresholdAction.Yellow, WatchedClock.Case, measure, value, 1, "")).ShouldBe([China(moment)]);
    }

    [Fact]
    public void A_threshold_before_the_clock_began_is_none()
    {
        var subject = Accepted("0301");
        Moments(subject, new("x", ThresholdAction.Urge, WatchedClock.Case, ThresholdMeasure.DaysBefore, 5, 0, "")).ShouldBeEmpty();
    }

    [Fact]
    public void The_step_has_thresholds_of_its_own()
    {
        var subject = Accepted("0202");
        // Four working hours to dispatch, from eleven: one before noon, three after the break.
        Moments(subject, new("x", ThresholdAction.Urge, WatchedClock.Step, ThresholdMeasure.DaysAfter, 0, 0, "")).ShouldBe([China("2026-03-10 17:30")]);
    }

    [Fact]
    public void The_next_threshold_is_noted_and_a_moved_deadline_starts_the_watch_anew()
    {
        var city = new CityReference();
        var thresholds = new ThresholdClock(city, city.Clock);
        var subject = Accepted("0202");
        thresholds.Wind(subject);
        subject.WatchAt.ShouldBe(China("2026-03-10 17:30"));

        subject.NoteWatched(China("2026-03-31 20:00"));
        thresholds.Wind(subject);
        subject.WatchAt.ShouldBe(China("2026-04-01 08:30"));
        subject.NoteWatched(China("2026-04-20 20:00"));
        thresholds.Wind(subject);
        subject.WatchAt.ShouldBeNull();

        subject.Recount(city.Clock.Itself, China("2026-05-29 17:30"), subject.StepDueAt, "日历更正。", China("2026-04-21 10:00"));
        subject.WatchedUntil.ShouldBeNull();
    }

    [Fact]
    public void A_case_that_is_over_is_neither_watched_nor_supervised()
    {
        var city = new CityReference();
        var subject = Sample.In(CaseState.Verified);
        var centre = Sample.Person(Domain.Platform.Role.CentreStaff, Sample.Centre.Code, Sample.Centre.Name, Sample.County);
        subject.Supervise(centre, SupervisionLevel.Yellow, Sample.Centre, "请结案", Sample.Start.AddDays(3), null, Sample.Start.AddHours(9));
        Sample.Take(subject, CaseStepKind.Close);

        new ThresholdClock(city, city.Clock).Wind(subject);

        (subject.Supervision, subject.WatchAt).ShouldBe((null, null));
        subject.Supervisions.Single().LiftWords.ShouldBe("案件已办结，督办自动解除。");
    }

    private static List<DateTimeOffset> Moments(Case subject, SupervisionThreshold threshold)
    {
        var city = new CityReference();
        city.Pack = new CityPack(city.Pack.Contents with { Thresholds = [threshold] });
        city.Clock.Wind(subject);
        return [.. new ThresholdClock(city, city.Clock).MomentsOf(subject).Select(m => m.At)];
    }

    private static Case Accepted(string category)
    {
        var city = new CityReference();
        var subject = Sample.Registered(Sample.Facts with { CategoryCode = category });
        var at = China("2026-03-10 11:00");
        subject.Accept(Sample.Clerk, "", city.Clock.CountHandling(subject.Place, category, subject.Urgency, at), at);
        return subject;
    }
}
