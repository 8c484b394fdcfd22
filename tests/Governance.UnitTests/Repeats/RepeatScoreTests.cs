using FsCheck;
using FsCheck.Fluent;
using Governance.Domain.Organisation;
using Governance.Domain.Repeats;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Repeats;

/// <summary>How alike two cases are, and the words for it.</summary>
public sealed class RepeatScoreTests
{
    private static readonly List<RepeatText> Texts =
        [new("幸福里夜宵摊油烟扰民", ""), new("路灯不亮", ""), new("幸福里一楼夜宵摊油烟", ""), new("幸福里一楼夜宵摊太吵", ""), new("幸福里夜宵摊油烟扰民", "")];

    [Theory]
    [InlineData("路灯不亮", "", "路灯不亮", "", 1)]
    [InlineData("路灯不亮", "", "村口路灯", "门口的路灯不亮了", 2.0 / 3)]
    [InlineData("路灯不亮", "", "停水三天", "", 0)]
    [InlineData("！！！", "", "路灯不亮", "", 0)]
    public void Likeness_asks_how_much_of_one_title_the_other_says(string title, string text, string other, string otherText, double likeness) =>
        RepeatText.Likeness(new RepeatText(title, text), new RepeatText(other, otherText)).ShouldBe(likeness, 1e-9);

    [Fact]
    public void Likeness_is_a_share_and_the_same_both_ways() =>
        Prop.ForAll<string?, string?, string?>((one, text, other) =>
        {
            var (left, right) = (new RepeatText(one ?? "", text ?? ""), new RepeatText(other ?? "", ""));
            return RepeatText.Likeness(left, right) is >= 0 and <= 1 and var likeness && likeness.Equals(RepeatText.Likeness(right, left));
        }).QuickCheckThrowOnFailure();

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
        RepeatGroups.Find(Texts, ["1", "1", "1", "1", "2"]).ShouldHaveSingleItem().ShouldBe([0, 2, 3]);
        RepeatGroups.Find([], []).ShouldBeEmpty();
    }
}
