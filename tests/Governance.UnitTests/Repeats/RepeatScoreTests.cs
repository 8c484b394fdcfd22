using FsCheck.Xunit;
using Governance.Domain.Organisation;
using Governance.Domain.Repeats;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Repeats;

/// <summary>How alike two cases are, and the words for it.</summary>
public sealed class RepeatScoreTests
{
    [Theory]
    [InlineData("路灯不亮", "", "路灯不亮", "", 1)]
    [InlineData("路灯不亮", "", "村口路灯", "门口的路灯不亮了", 2.0 / 3)]
    [InlineData("路灯不亮", "", "停水三天", "", 0)]
    [InlineData("！！！", "", "路灯不亮", "", 0)]
    public void Likeness_asks_how_much_of_one_title_the_other_says(string title, string text, string other, string otherText, double likeness) =>
        RepeatText.Likeness(new RepeatText(title, text), new RepeatText(other, otherText)).ShouldBe(likeness, 1e-9);

    [Property]
    public bool Likeness_is_a_share_and_the_same_both_ways(string? one, string? oneText, string? other, string? otherText)
    {
        var (left, right) = (new RepeatText(one ?? "", oneText ?? ""), new RepeatText(other ?? "", otherText ?? ""));
        return RepeatText.Likeness(left, right) is >= 0 and <= 1 and var likeness && likeness.Equals(RepeatText.Likeness(right, left));
    }

    [Fact]
    public void Words_come_before_place_and_place_before_time()
    {
        RepeatScore Score(string title, AreaCode place, int days) => RepeatScore.Of(
            new RepeatText("小区停暖三天", ""), Sample.Village, Sample.Start, new RepeatText(title, ""), place, Sample.Start.AddDays(-days));

        var same = Score("小区停暖三天", Sample.Village, 3);
        same.Explanation.ShouldBe("文字相近 100%，同一村（社区），相隔 3 天");
        same.Total.ShouldBeGreaterThan(Score("小区停暖三天", Sample.Township, 3).Total);
        same.Total.ShouldBeGreaterThan(Score("小区停暖三天", Sample.Village, 90).Total);
        Score("小区停暖三天", Sample.County, 100).Total.ShouldBeGreaterThan(Score("小区停水", Sample.Village, 0).Total);
        Score("小区停暖三天", Sample.OtherVillage, 0).Explanation.ShouldBe("文字相近 100%，地点不同，同一天");
        RepeatScore.Of(new RepeatText("停暖", ""), default, Sample.Start, new RepeatText("停暖", ""), Sample.Village, Sample.Start).Nearness.ShouldBe(PlaceNearness.Apart);
    }

    [Fact]
    public void Groups_join_who_is_like_anybody_of_the_group_and_never_two_counties()
    {
        var texts = new[] { "幸福里夜宵摊油烟扰民", "路灯不亮", "幸福里一楼夜宵摊油烟", "幸福里一楼夜宵摊太吵", "幸福里夜宵摊油烟扰民" }.Select(t => new RepeatText(t, "")).ToList();

        RepeatGroups.Find(texts, ["1", "1", "1", "1", "2"]).ShouldHaveSingleItem().ShouldBe([0, 2, 3]);
        RepeatGroups.Find([], []).ShouldBeEmpty();
    }
}
