using Governance.Application.Dashboards;
using Governance.Web.Features.Dashboards;
using Governance.Web.Features.Ordinances;

namespace Governance.UnitTests.Dashboards;

public sealed class DashboardWordsTests
{
    [Theory]
    [InlineData(0, 0, "—")]
    [InlineData(1000, 1000, "100.0%")]
    [InlineData(10_000, 9_999, "99.9%")]
    [InlineData(10_000, 1, "0.1%")]
    [InlineData(3, 2, "66.7%")]
    [InlineData(5, 0, "0.0%")]
    public void A_rate_is_never_rounded_to_all_or_nothing(int closed, int onTime, string said) =>
        DashboardWords.Rate(new CaseTally(closed, closed, onTime, 0)).ShouldBe(said);

    [Theory]
    [InlineData(106, 100, "同比 +6.0%")]
    [InlineData(94, 100, "同比 −6.0%")]
    [InlineData(100, 100, "同比 0.0%")]
    [InlineData(5, 0, "上年同期没有登记")]
    public void A_change_is_said_against_the_year_before(int now, int before, string said) =>
        DashboardWords.Change(now, before).ShouldBe(said);

    [Fact]
    public void A_single_case_among_thousands_still_has_a_shade_and_the_largest_the_darkest()
    {
        DashboardWords.Shade(0, 1000).ShouldBe(0);
        DashboardWords.Shade(1, 1000).ShouldBe(1);
        DashboardWords.Shade(1000, 1000).ShouldBe(5);
        DashboardWords.Shade(0, 0).ShouldBe(0);
    }

    [Fact]
    public void Searched_words_are_marked_also_where_they_overlap()
    {
        TextMarks.Split("网格员应当", ["网格员", "格员"]).ShouldBe([("网格员", true), ("应当", false)]);
        TextMarks.Split("甲乙甲", ["甲"]).ShouldBe([("甲", true), ("乙", false), ("甲", true)]);
        TextMarks.Split("", ["甲"]).ShouldBeEmpty();
        string.Concat(TextMarks.Split("12345热线", ["热", "X"]).Select(p => p.Part)).ShouldBe("12345热线");
    }
}
