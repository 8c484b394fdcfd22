using System.Globalization;
using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Cases;

/// <summary>A filter said in words, for the audit trail and the head of an export.</summary>
public sealed class CriteriaTextTests
{
    [Fact]
    public void Without_a_filter_only_the_list_is_named() => Say(new CaseListCriteria()).ShouldBe("全部案件");

    [Fact]
    public void Every_filter_is_named_in_chinese() => Say(new CaseListCriteria
    {
        View = CaseView.Area, State = CaseState.Handling, Phase = CasePhase.Open, Timeliness = CaseTimeliness.Overdue, Category = "0301",
        Channel = CaseChannel.Hotline, Urgency = CaseUrgency.Urgent, Area = Sample.Township, From = new(2026, 3, 1), To = new(2026, 3, 31),
    }).ShouldBe("本辖区案件；状态：办理中；阶段：在办；期限：已超期；类别：" + Packs.Hohhot.CategoryName("0301") +
        "；来源：12345 热线；紧急程度：紧急；地区：新城区海拉尔东路街道；登记日期：2026-03-01 至 2026-03-31");

    [Fact]
    public void An_open_end_of_the_dates_is_said_as_such()
    {
        Say(new CaseListCriteria { From = new(2026, 3, 1) }).ShouldBe("全部案件；登记日期：2026-03-01 起");
        Say(new CaseListCriteria { To = new(2026, 3, 31) }).ShouldBe("全部案件；登记日期：至 2026-03-31");
    }

    [Fact]
    public void The_whole_city_goes_by_its_name() =>
        Say(new CaseListCriteria { Area = Packs.Hohhot.Profile.AreaCode }).ShouldBe("全部案件；地区：呼和浩特市");

    [Fact]
    public void Searched_words_are_not_repeated_because_they_may_name_a_person()
    {
        var said = Say(new CaseListCriteria { Text = "张三丰 13812345678" });

        said.ShouldBe("全部案件；含检索词");
    }

    [Fact]
    public void An_unknown_category_is_not_repeated_either() =>
        Say(new CaseListCriteria { Category = "13812345678" }).ShouldNotContain("13812345678");

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Dates_do_not_follow_the_calendar_of_the_machine(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Say(new CaseListCriteria { From = new(2026, 3, 1), To = new(2026, 3, 31) }).ShouldContain("2026-03-01 至 2026-03-31");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_view_phase_and_standing_has_a_name_of_its_own()
    {
        Enum.GetValues<CaseView>().Select(v => v.DisplayName()).ShouldBeUnique();
        Enum.GetValues<CasePhase>().Select(v => v.DisplayName()).ShouldBeUnique();
        Enum.GetValues<CaseTimeliness>().Select(v => v.DisplayName()).ShouldBeUnique();
    }

    private static string Say(CaseListCriteria criteria) => CriteriaText.Describe(criteria, Packs.Hohhot);
}
