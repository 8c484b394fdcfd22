using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using static Governance.UnitTests.Deadlines.RealCalendar;

namespace Governance.UnitTests.Deadlines;

/// <summary>Limits on a clock that was stopped and went on, by hand and against the oracle.</summary>
public sealed class RunningTimeTests
{
    private static readonly TimeLimitUnit[] Units = Enum.GetValues<TimeLimitUnit>();

    [Theory]
    [InlineData(4, "2026-03-10 10:00", "2026-03-10 16:30")] // two hours to noon, two after the break
    [InlineData(4, "2026-03-10 12:30", "2026-03-11 09:30")] // the break does not count
    [InlineData(1, "2026-03-10 16:30", "2026-03-10 17:30")]
    [InlineData(2, "2026-03-10 20:00", "2026-03-11 10:30")]
    [InlineData(3, "2026-03-13 16:00", "2026-03-16 10:00")] // Friday to Monday
    [InlineData(8, "2026-02-14 16:00", "2026-02-24 17:30")] // a worked Saturday, then the Spring Festival
    public void Working_hours_run_within_office_hours(int hours, string start, string due) =>
        Hohhot.Count(Limit(hours, TimeLimitUnit.WorkingHour), China(start)).DueAt.ShouldBe(China(due));

    [Theory]
    [InlineData("2026-03-11 10:00", "2026-03-11 16:00", "2026-03-12 17:30")] // back before closing: the day counts
    [InlineData("2026-03-11 10:00", "2026-03-12 10:00", "2026-03-13 17:30")]
    [InlineData("2026-03-11 17:30", "2026-03-12 17:30", "2026-03-13 17:30")] // stopped at closing: that day was worked through
    [InlineData("2026-03-12 18:00", "2026-03-20 09:00", "2026-03-12 17:30")] // over before it was stopped
    [InlineData("2026-03-12 09:00", "2026-03-20 09:00", "2026-03-20 17:30")]
    public void A_day_counts_when_the_clock_runs_at_closing(string stopped, string resumed, string due) => Hohhot.Count(
        Limit(2), China("2026-03-10 10:00"),
        RunningTime.Since(China("2026-03-10 10:00")).Without([new ClockSpan(China(stopped), China(resumed))])).DueAt.ShouldBe(China(due));

    [Fact]
    public void A_pause_across_the_spring_festival_costs_only_the_days_that_would_have_counted()
    {
        var start = China("2026-02-10 10:00");
        var deadline = Hohhot.Count(Limit(5), start, RunningTime.Since(start).Without([new ClockSpan(China("2026-02-13 09:00"), China("2026-02-25 09:00"))]));

        // 11th, 12th, 25th, 26th, 27th; the 13th, the worked Saturday and the 24th were paused.
        deadline.DueAt.ShouldBe(China("2026-02-27 17:30"));
        deadline.PausedDays.Count.ShouldBe(3);
        deadline.Explanation.ShouldBe("自下一个工作日起算：02-11、02-12、02-25、02-26、02-27，跳过休息日和节假日 9 天，暂停 3 天不计，期满 02-27 17:30。");
    }

    [Fact]
    public void An_extension_is_counted_from_the_end_it_extends()
    {
        var start = China("2026-03-10 10:00");
        var whole = Hohhot.Count([Limit(2), Limit(3), Limit(2, TimeLimitUnit.WorkingHour)], start, RunningTime.Since(start));

        whole.DueAt.ShouldBe(China("2026-03-18 10:30"));
        whole.Explanation.ShouldBe(
            "自下一个工作日起算：03-11、03-12，期满 03-12 17:30。延期 3 个工作日，自下一个工作日起算：03-13、03-16、03-17，跳过休息日和节假日 2 天，期满 03-17 17:30。"
            + "延期 2 个工作小时，自 03-17 17:30 起按办公时间计算 2 个工作小时，期满 03-18 10:30。");
    }

    [Theory]
    [InlineData(TimeLimitUnit.WorkingDay, 3)]
    [InlineData(TimeLimitUnit.CalendarDay, 5)]
    [InlineData(TimeLimitUnit.Hour, 128)]
    [InlineData(TimeLimitUnit.WorkingHour, 24.5)]
    public void What_has_gone_by_is_said_in_the_unit(TimeLimitUnit unit, double consumed)
    {
        var start = China("2026-03-12 10:00");

        Hohhot.Consumed(unit, start, RunningTime.Since(start), China("2026-03-17 18:00")).ShouldBe(consumed);
    }

    [Fact]
    public void A_hundred_thousand_paused_and_extended_clocks_agree_with_the_oracle()
    {
        var random = new Random(20261125);
        var table = MinuteTable.Hohhot;
        for (var i = 0; i < 100_000; i++)
        {
            var start = new DateTimeOffset(2022, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddMinutes(random.Next(5 * 365 * 1440)).ToUniversalTime();
            var limits = Enumerable.Range(0, random.Next(1, 4)).Select(_ => (Value: random.Next(1, 25), Unit: Units[random.Next(Units.Length)])).ToList();
            var pauses = Pauses(start, random);
            var counted = Hohhot.Count([.. limits.Select(l => Limit(l.Value, l.Unit))], start, RunningTime.Since(start).Without(pauses)).DueAt;

            counted.ShouldBe(table.End(limits, start, Stretches(start, pauses)), $"{i}: {start:u} {string.Join(", ", limits)} {string.Join(", ", pauses)}");
        }
    }

    private static List<ClockSpan> Pauses(DateTimeOffset start, Random random)
    {
        var (pauses, at) = (new List<ClockSpan>(), start);
        for (var left = random.Next(4); left > 0; left--)
        {
            var from = at.AddMinutes(random.Next(15 * 1440));
            // Now and then exactly at closing, where a minute decides.
            if (random.Next(4) == 0)
                from = new DateTimeOffset(from.UtcDateTime.Date.AddHours(9.5), TimeSpan.Zero) is var closing && closing >= at ? closing : from;
            at = from.AddMinutes(1 + random.Next(20 * 1440));
            pauses.Add(new ClockSpan(from, at));
        }
        return pauses;
    }

    private static List<(int From, int To)> Stretches(DateTimeOffset start, List<ClockSpan> pauses)
    {
        var (stretches, at) = (new List<(int, int)>(), MinuteTable.At(start));
        foreach (var pause in pauses)
        {
            stretches.Add((at, MinuteTable.At(pause.From)));
            at = MinuteTable.At(pause.To);
        }
        stretches.Add((at, int.MaxValue));
        return stretches;
    }
}
