using FsCheck;
using FsCheck.Fluent;
using Governance.Domain.Cases;

namespace Governance.UnitTests.Cases;

/// <summary>How alike two titles are.</summary>
public sealed class TextLikenessTests
{
    [Theory]
    [InlineData("小区停暖", "小区停暖", 1.0)]
    [InlineData("小区停暖", "小区、停暖！", 1.0)]
    [InlineData("小区停暖", "小区停水", 4.0 / 6)]
    [InlineData("停暖", "路灯", 0)]
    [InlineData("暖", "暖", 0)]
    [InlineData("", "停暖", 0)]
    [InlineData("！！", "？？", 0)]
    [InlineData("wifi坏了", "WIFI坏了", 1.0)]
    public void Shared_pairs_of_characters_count(string left, string right, double expected) =>
        TextLikeness.Of(left, right).ShouldBe(expected, 1e-9);

    [Fact]
    public void Likeness_lies_between_nothing_and_everything_and_does_not_care_which_comes_first() =>
        Prop.ForAll((string? left, string? right) =>
        {
            var one = TextLikeness.Of(left ?? "", right ?? "");
            return one is >= 0 and <= 1 && one.Equals(TextLikeness.Of(right ?? "", left ?? ""));
        }).QuickCheckThrowOnFailure();
}
