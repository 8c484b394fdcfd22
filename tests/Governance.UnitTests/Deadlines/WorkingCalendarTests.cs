using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using static Governance.UnitTests.Deadlines.RealCalendar;

namespace Governance.UnitTests.Deadlines;

/// <summary>Limits counted by hand on the State Council's arrangement for 2026.</summary>
public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-03-10 10:00", 1, "2026-03-11", 0)] // an ordinary Tuesday
    [InlineData("2026-03-10 00:00", 1, "2026-03-11", 0)]
    [InlineData("2026-03-10 23:59", 1, "2026-03-11", 0)] // 15:59 UTC, still the 10th in China
    [InlineData("2026-03-11 00:00", 1, "2026-03-12", 0)] // 16:00 UTC on the 10th, already the 11th in China
    [InlineData("2026-03-13 16:00", 1, "2026-03-16", 2)] // Friday
    [InlineData("2026-02-13 16:00", 1, "2026-02-14", 0)] // Friday before a Saturday that is worked
    [InlineData("2026-02-14 10:00", 1, "2026-02-24", 9)] // that Saturday, then the Spring Festival
    [InlineData("2026-02-17 12:00", 3, "2026-02-26", 6)] // on the first day of the new year
    [InlineData("2026-02-24 09:00", 5, "2026-03-02", 1)] // Saturday 28 February is worked, Sunday is not
    [InlineData("2026-04-03 23:30", 1, "2026-04-07", 3)] // Friday night before Qingming
    [InlineData("2026-04-04 00:30", 1, "2026-04-07", 2)] // an hour later, the holiday has begun
    [InlineData("2026-04-30 17:29", 3, "2026-05-08", 5)]
    [InlineData("2026-05-08 09:00", 2, "2026-05-11", 1)] // Saturday 9 May is worked
    [InlineData("2026-06-18 09:00", 1, "2026-06-22", 3)] // Dragon Boat
    [InlineData("2026-09-19 09:00", 1, "2026-09-20", 0)] // Sunday 20 September is worked
    [InlineData("2026-09-21 09:00", 15, "2026-10-19", 13)] // Mid-Autumn, National Day, a worked Saturday
    public void Working_days_skip_holidays_and_count_swap_days(string start, int days, string due, int skipped)
    {
        var deadline = Hohhot.Count(Limit(days), China(start));

        deadline.DueAt.ShouldBe(China(due + " 17:30"));
        deadline.DueAt.Offset.ShouldBe(TimeSpan.Zero);
        deadline.CountedDays.Count.ShouldBe(days);
        deadline.SkippedDays.Count.ShouldBe(skipped);
        deadline.Estimated.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-09-20 09:00", 15, "2026-10-05")]
    [InlineData("2026-03-10 23:59", 1, "2026-03-11")]
    [InlineData("2026-01-31 09:00", 60, "2026-04-01")]
    [InlineData("2026-12-30 09:00", 5, "2027-01-04")]
    public void Calendar_days_skip_nothing(string start, int days, string due)
    {
        var deadline = Hohhot.Count(Limit(days, TimeLimitUnit.CalendarDay), China(start));

        deadline.DueAt.ShouldBe(China(due + " 17:30"));
        deadline.SkippedDays.ShouldBeEmpty();
        deadline.Estimated.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-05-08 22:30", 4, "2026-05-09 02:30")]
    [InlineData("2026-04-30 17:00", 24, "2026-05-01 17:00")]
    [InlineData("2026-12-31 23:00", 1, "2027-01-01 00:00")]
    public void Hours_run_on_the_clock_through_nights_and_holidays(string start, int hours, string due)
    {
        var deadline = Hohhot.Count(Limit(hours, TimeLimitUnit.Hour), China(start));

        deadline.DueAt.ShouldBe(China(due));
        deadline.CountedDays.ShouldBeEmpty();
        deadline.Estimated.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-12-30 10:00", 1, "2026-12-31", false)]
    [InlineData("2026-12-31 10:00", 1, "2027-01-01", true)] // surely a holiday, but nothing was published yet
    [InlineData("2026-12-31 10:00", 2, "2027-01-04", true)]
    [InlineData("2021-12-30 10:00", 2, "2022-01-04", true)]
    public void Days_outside_the_published_arrangement_are_taken_as_monday_to_friday_and_marked(
        string start, int days, string due, bool estimated)
    {
        var deadline = Hohhot.Count(Limit(days), China(start));

        deadline.DueAt.ShouldBe(China(due + " 17:30"));
        deadline.Estimated.ShouldBe(estimated);
        deadline.Explanation.Contains("推算", StringComparison.Ordinal).ShouldBe(estimated);
    }

    [Fact]
    public void A_start_given_in_chinese_time_is_kept_as_utc()
    {
        foreach (var unit in Enum.GetValues<TimeLimitUnit>())
        {
            var deadline = Hohhot.Count(Limit(1, unit), China("2026-03-10 10:00").ToOffset(TimeSpan.FromHours(8)));

            deadline.StartedAt.ShouldBe(China("2026-03-10 10:00"));
            deadline.StartedAt.Offset.ShouldBe(TimeSpan.Zero);
            deadline.DueAt.Offset.ShouldBe(TimeSpan.Zero);
        }
    }

    [Theory]
    [InlineData("2026-03-10", "2026-03-10", 0)]
    [InlineData("2026-03-10", "2026-03-11", 1)]
    [InlineData("2026-03-13", "2026-03-14", 0)]
    [InlineData("2026-03-13", "2026-03-16", 1)]
    [InlineData("2026-02-14", "2026-02-24", 1)]
    [InlineData("2026-09-30", "2026-10-12", 4)]
    [InlineData("2026-03-16", "2026-03-13", -1)]
    public void Working_days_between_count_the_last_day_and_not_the_first(string from, string to, int days) =>
        Hohhot.WorkingDaysBetween(Day(from), Day(to)).ShouldBe(days);

    [Theory]
    [InlineData("2026-03-10 09:00", "2026-03-11")]
    [InlineData("2026-03-13 09:00", "2026-03-16")]
    [InlineData("2026-02-14 09:00", "2026-02-24")]
    [InlineData("2026-09-30 23:59", "2026-10-08")]
    public void About_to_expire_reaches_to_the_end_of_the_next_working_day(string now, string until) =>
        Hohhot.DueSoonUntil(China(now)).ShouldBe(China(until + " 17:30"));

    [Fact]
    public void The_calendar_of_the_pack_covers_its_years_without_a_gap()
    {
        for (var day = new DateOnly(2022, 1, 1); day <= new DateOnly(2026, 12, 31); day = day.AddDays(1))
            Hohhot.Covers(day).ShouldBeTrue();
        Hohhot.Covers(new DateOnly(2027, 1, 1)).ShouldBeFalse();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
