using System.Globalization;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using static Governance.UnitTests.Deadlines.RealCalendar;

namespace Governance.UnitTests.Deadlines;

/// <summary>How a deadline is said to a person.</summary>
public sealed class DeadlineWordsTests
{
    [Theory]
    [InlineData("2026-03-10 17:30", "2026-03-10 09:00", "今天 17:30", DeadlineUrgency.Soon)]
    [InlineData("2026-03-10 17:30", "2026-03-10 17:30", "今天 17:30", DeadlineUrgency.Soon)]
    [InlineData("2026-03-10 17:30", "2026-03-10 17:31", "超期（今天 17:30）", DeadlineUrgency.Late)]
    [InlineData("2026-03-10 17:30", "2026-03-10 23:59", "超期（今天 17:30）", DeadlineUrgency.Late)]
    [InlineData("2026-03-10 17:30", "2026-03-11 00:00", "超 1 日", DeadlineUrgency.Late)]
    [InlineData("2026-03-10 17:30", "2026-03-12 09:00", "超 2 日", DeadlineUrgency.Late)]
    [InlineData("2026-03-13 17:30", "2026-03-14 09:00", "超 1 日", DeadlineUrgency.Late)] // Saturday after a Friday: not 'today'
    [InlineData("2026-03-13 17:30", "2026-03-16 09:00", "超 1 日", DeadlineUrgency.Late)]
    [InlineData("2026-02-14 17:30", "2026-02-24 09:00", "超 1 日", DeadlineUrgency.Late)]
    [InlineData("2026-03-11 17:30", "2026-03-10 09:00", "剩 1 日", DeadlineUrgency.Soon)]
    [InlineData("2026-03-11 17:30", "2026-03-10 23:59", "剩 1 日", DeadlineUrgency.Soon)]
    [InlineData("2026-03-12 17:30", "2026-03-10 09:00", "剩 2 日", DeadlineUrgency.Calm)]
    [InlineData("2026-03-16 17:30", "2026-03-13 09:00", "剩 1 日", DeadlineUrgency.Soon)] // Monday, said on Friday
    [InlineData("2026-03-15 12:00", "2026-03-13 09:00", "剩 1 日", DeadlineUrgency.Soon)] // hours that end on a Sunday
    [InlineData("2026-02-24 17:30", "2026-02-14 09:00", "剩 1 日", DeadlineUrgency.Soon)]
    [InlineData("2026-02-25 17:30", "2026-02-14 09:00", "剩 2 日", DeadlineUrgency.Calm)]
    [InlineData("2026-03-10 23:30", "2026-03-10 18:00", "今天 23:30", DeadlineUrgency.Soon)]
    [InlineData("2026-03-11 00:30", "2026-03-10 23:50", "剩 1 日", DeadlineUrgency.Soon)]
    public void A_deadline_is_said_in_the_words_of_the_day(string due, string now, string words, DeadlineUrgency urgency) =>
        DeadlineStatus.Of(China(due), China(now), Hohhot).ShouldBe(new DeadlineStatus(words, urgency));

    [Theory]
    [InlineData(3, TimeLimitUnit.WorkingDay, "3 个工作日")]
    [InlineData(15, TimeLimitUnit.CalendarDay, "15 日")]
    [InlineData(24, TimeLimitUnit.Hour, "24 小时")]
    public void A_limit_names_its_unit(int value, TimeLimitUnit unit, string words) => Limit(value, unit).DisplayText.ShouldBe(words);

    [Theory]
    [InlineData("2026-03-10 10:00", 2, TimeLimitUnit.WorkingDay, "自下一个工作日起算：03-11、03-12，期满 03-12 17:30。")]
    [InlineData("2026-03-12 10:00", 2, TimeLimitUnit.WorkingDay, "自下一个工作日起算：03-13、03-16，跳过休息日和节假日 2 天，期满 03-16 17:30。")]
    [InlineData("2026-09-21 09:00", 15, TimeLimitUnit.WorkingDay, "自下一个工作日起算：09-22 起至 10-19，共 15 日，跳过休息日和节假日 13 天，期满 10-19 17:30。")]
    [InlineData("2026-03-10 10:00", 60, TimeLimitUnit.CalendarDay, "自次日起算：03-11 起至 05-09，共 60 日，期满 05-09 17:30。")]
    [InlineData("2026-03-10 22:30", 4, TimeLimitUnit.Hour, "自 03-10 22:30 起连续计算 4 小时，期满 03-11 02:30。")]
    public void The_explanation_names_the_days_that_count(string start, int value, TimeLimitUnit unit, string words) =>
        Hohhot.Count(Limit(value, unit), China(start)).Explanation.ShouldBe(words);

    [Theory]
    [InlineData("th-TH")]
    [InlineData("fi-FI")]
    [InlineData("fa-IR")]
    public void The_words_do_not_follow_the_culture_of_the_machine(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Hohhot.Count(Limit(15), China("2026-09-21 09:00")).Explanation.ShouldContain("09-22 起至 10-19");
            DeadlineStatus.Of(China("2026-03-10 17:30"), China("2026-03-10 09:00"), Hohhot).Text.ShouldBe("今天 17:30");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
