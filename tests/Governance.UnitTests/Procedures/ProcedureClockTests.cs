using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Procedures;

namespace Governance.UnitTests.Procedures;

/// <summary>The clock of procedures, by hand and against a reading written apart from it.</summary>
[Trait("Provision", "P32")]
public sealed class ProcedureClockTests
{
    // Spring festival 2026: 15 to 23 February off, Saturday 14 and Saturday 28 worked.
    [Theory]
    [InlineData("LD-01", "2026-03-10", "2026-03-25")]
    [InlineData("RT-01", "2026-01-20", "2026-02-24")]
    [InlineData("XF-05", "2025-12-20", "2026-02-18")]
    [InlineData("FY-02", "2026-02-12", "2026-02-26")]
    [InlineData("MS-02", "2025-08-31", "2026-02-28")]
    [InlineData("MS-06", "2026-01-04", "2026-04-07")]
    [InlineData("RT-02", "2026-01-31", "2026-02-28")]
    public void A_limit_ends_where_a_person_counts_it(string limit, string start, string last) =>
        ProcedureClock.Count(ProcedureSample.Catalogue.FindLimit(limit)!, DateOnly.Parse(start, null), ProcedureSample.Calendar)!.Value
            .ChinaDay().ShouldBe(DateOnly.Parse(last, null));

    [Fact]
    public void A_limit_nobody_knows_has_no_end() =>
        ProcedureClock.Count(ProcedureSample.Catalogue.FindLimit("AM-01")!, ProcedureSample.Today, ProcedureSample.Calendar).ShouldBeNull();

    [Fact]
    public void Every_limit_from_every_day_of_three_years_agrees_with_another_reading()
    {
        var calendar = ProcedureSample.Calendar;
        var counted = 0;
        foreach (var limit in ProcedureSample.Catalogue.Limits.Where(l => l.Value is not null))
            for (var day = new DateOnly(2024, 1, 1); day.Year < 2027; day = day.AddDays(1), counted++)
            {
                var end = ProcedureClock.Count(limit, day, calendar).ShouldNotBeNull();
                end.ToChina().TimeOfDay.ShouldBe(calendar.Hours.End.ToTimeSpan());
                end.ChinaDay().ShouldBe(OtherReading(limit, day, calendar), $"{limit.Id} {day}");
            }
        counted.ShouldBeGreaterThan(30_000);
    }

    /// <summary>Walks day by day and asks of each whether the limit is over; knows nothing of how the clock adds.</summary>
    private static DateOnly OtherReading(ProcedureLimitRule limit, DateOnly start, WorkingCalendar calendar)
    {
        var (days, working) = (0, 0);
        for (var day = start.AddDays(1); ; day = day.AddDays(1))
        {
            days++;
            working += calendar.IsWorkingDay(day) ? 1 : 0;
            var over = limit.Unit switch
            {
                ProcedureLimitUnit.WorkingDay => working >= limit.Value,
                ProcedureLimitUnit.CalendarDay => days >= limit.Value,
                _ => MonthsBetween(start, day) >= limit.Value
                    && (day.Day >= start.Day || day.Day == DateTime.DaysInMonth(day.Year, day.Month) || MonthsBetween(start, day) > limit.Value),
            };
            if (over && (limit.Unit == ProcedureLimitUnit.WorkingDay || !limit.MovesToWorkingDay || calendar.IsWorkingDay(day)))
                return day;
        }
    }

    private static int MonthsBetween(DateOnly from, DateOnly to) => (to.Year - from.Year) * 12 + to.Month - from.Month;
}
