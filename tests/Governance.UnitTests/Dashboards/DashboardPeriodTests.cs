using System.Globalization;
using Governance.Application.Dashboards;

namespace Governance.UnitTests.Dashboards;

public sealed class DashboardPeriodTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void The_quick_periods_are_whole_months()
    {
        DashboardPeriod.MonthOf(Today).DisplayText.ShouldBe("2026-11-01 至 2026-11-30");
        DashboardPeriod.YearOf(Today).DisplayText.ShouldBe("2026-01-01 至 2026-12-31");
        DashboardPeriod.TwelveMonthsTo(Today).DisplayText.ShouldBe("2025-12-01 至 2026-11-30");
        DashboardPeriod.All.DisplayText.ShouldBe("全部时间");
    }

    [Theory]
    [InlineData("2026-01-01", "2026-12-31", "2025-01-01 至 2025-11-22")]
    [InlineData("2026-11-01", "2026-11-30", "2025-11-01 至 2025-11-22")]
    [InlineData("2026-02-01", "2026-02-28", "2025-02-01 至 2025-02-28")]
    [InlineData("2025-02-01", "2025-02-28", "2024-02-01 至 2024-02-29")]
    [InlineData("2024-02-01", "2024-02-29", "2023-02-01 至 2023-02-28")]
    [InlineData("2026-03-05", "2026-03-20", "2025-03-05 至 2025-03-20")]
    [InlineData("2026-03-05", null, "2025-03-05 至 2025-11-22")]
    public void A_year_before_is_compared_as_far_as_the_period_has_gone_by(string from, string? to, string before) =>
        new DashboardPeriod(Day(from), Day(to)).YearBefore(Today)!.DisplayText.ShouldBe(before);

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "2026-03-05")]
    [InlineData("2026-11-23", "2026-12-31")]
    public void An_open_start_or_a_future_period_is_compared_with_nothing(string? from, string? to) =>
        new DashboardPeriod(Day(from), Day(to)).YearBefore(Today).ShouldBeNull();

    [Fact]
    public void Days_the_wrong_way_round_are_put_right() =>
        new DashboardPeriod(new DateOnly(2026, 5, 2), new DateOnly(2026, 5, 1)).Ordered.DisplayText.ShouldBe("2026-05-01 至 2026-05-02");

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
