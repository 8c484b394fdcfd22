using FsCheck;
using FsCheck.Fluent;
using Governance.Domain.Cities;
using static Governance.UnitTests.Deadlines.RealCalendar;

namespace Governance.UnitTests.Deadlines;

/// <summary>The counting of limits against a second one, written another way and fed from the file itself.</summary>
public sealed class DeadlineOracleTests
{
    private static readonly Config ManyCases = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static readonly Arbitrary<(DateTimeOffset Start, int Value)> Starts = (
        from minutes in Gen.Choose(0, 4 * 365 * 24 * 60 + 8 * 30 * 24 * 60)
        from value in Gen.Choose(1, 60)
        select (new DateTimeOffset(2022, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes), value)).ToArbitrary();

    [Fact]
    public void Working_days_agree_with_the_oracle() => Check(TimeLimitUnit.WorkingDay, (start, value) =>
        CloseOf(Lines.Where(line => line.Value && line.Key > ChineseDay(start)).ElementAt(value - 1).Key));

    [Fact]
    public void Calendar_days_agree_with_the_oracle() => Check(TimeLimitUnit.CalendarDay, (start, value) =>
        CloseOf(ChineseDay(start).AddDays(value)));

    [Fact]
    public void Hours_agree_with_the_oracle() => Check(TimeLimitUnit.Hour, (start, value) => start + value * TimeSpan.FromHours(1));

    [Fact]
    public void The_days_named_are_those_worked_and_none_is_lost_in_between() => Prop.ForAll(Starts, given =>
    {
        var deadline = Hohhot.Count(Limit(given.Value), given.Start);
        var all = deadline.CountedDays.Concat(deadline.SkippedDays).Order().ToList();
        var span = all[^1].DayNumber - ChineseDay(given.Start).DayNumber;
        return deadline.CountedDays.All(d => Lines[d]) && deadline.SkippedDays.All(d => !Lines[d])
            && all.Count == span && all.Distinct().Count() == span
            && Hohhot.WorkingDaysBetween(ChineseDay(given.Start), all[^1]) == given.Value;
    }).Check(ManyCases);

    [Fact]
    public void A_later_start_never_ends_sooner() => Prop.ForAll(Starts, Starts, (one, other) =>
        one.Start <= other.Start == Hohhot.Count(Limit(7), one.Start).DueAt <= Hohhot.Count(Limit(7), other.Start).DueAt
        || Hohhot.Count(Limit(7), one.Start).DueAt == Hohhot.Count(Limit(7), other.Start).DueAt).Check(ManyCases);

    private static void Check(TimeLimitUnit unit, Func<DateTimeOffset, int, DateTimeOffset> oracle) => Prop.ForAll(Starts, given =>
        Hohhot.Count(Limit(given.Value, unit), given.Start).DueAt == oracle(given.Start, given.Value)).Check(ManyCases);

    private static DateOnly ChineseDay(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime.AddHours(8));

    private static DateTimeOffset CloseOf(DateOnly day) => new(day.Year, day.Month, day.Day, 9, 30, 0, TimeSpan.Zero);
}
