using FsCheck;
using FsCheck.Fluent;
using Governance.Domain.Organisation;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Common;

/// <summary>The code is the tree.</summary>
public sealed class AreaCodeTests
{
    private static readonly Gen<AreaCode> Real = Gen.Elements(Packs.Hohhot.Divisions.Concat(Packs.Anyang.Divisions).Select(d => d.Code).ToArray());

    private static readonly Arbitrary<(AreaCode Left, AreaCode Right)> Pairs =
        (from left in Real from right in Real select (left, right)).ToArbitrary();

    [Theory]
    [InlineData("150000000000", DivisionLevel.Province, "15")]
    [InlineData("150100000000", DivisionLevel.City, "1501")]
    [InlineData("150102000000", DivisionLevel.County, "150102")]
    [InlineData("150102001000", DivisionLevel.Township, "150102001")]
    [InlineData("150102001001", DivisionLevel.Village, "150102001001")]
    public void Level_and_significant_digits_follow_from_the_zeros(string code, DivisionLevel level, string significant)
    {
        var area = AreaCode.Parse(code);

        area.Level.ShouldBe(level);
        area.Significant.ShouldBe(significant);
        area.RangeStart.ShouldBe(code);
        area.RangeEnd.ShouldBe(significant.PadRight(12, '9'));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("150102")]
    [InlineData("1501020010011")]
    [InlineData("15010200100x")]
    [InlineData("１５０１０２００１００１")]
    [InlineData("000000000000")]
    [InlineData(" 15010200100")]
    public void Anything_but_twelve_digits_is_no_code(string? text)
    {
        AreaCode.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => AreaCode.Parse(text!));
    }

    [Fact]
    public void A_division_holds_itself_and_what_lies_below_but_not_its_neighbour()
    {
        var county = AreaCode.Parse("150102000000");

        county.Contains(county).ShouldBeTrue();
        county.Contains(AreaCode.Parse("150102001001")).ShouldBeTrue();
        county.Contains(AreaCode.Parse("150103001001")).ShouldBeFalse();
        county.Contains(AreaCode.Parse("150100000000")).ShouldBeFalse();
        AreaCode.Parse("150102001000").Contains(AreaCode.Parse("150102010001")).ShouldBeFalse();
    }

    [Fact]
    public void Inside_is_the_same_as_within_the_range_and_as_having_the_ancestor() => Prop.ForAll(Pairs, pair =>
    {
        var inside = pair.Left.Contains(pair.Right);
        var inRange = string.CompareOrdinal(pair.Right.Value, pair.Left.RangeStart) >= 0
            && string.CompareOrdinal(pair.Right.Value, pair.Left.RangeEnd) <= 0;
        var descends = pair.Right.Level >= pair.Left.Level && pair.Right.AncestorAt(pair.Left.Level) == pair.Left;
        return inside == inRange && inside == descends;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_real_divisions_hang_under_the_parents_the_statistics_name()
    {
        foreach (var division in Packs.Hohhot.Divisions.Concat(Packs.Anyang.Divisions).Where(d => d.Parent is not null))
            division.Code.AncestorAt(division.Level - 1).ShouldBe(division.Parent!.Value);
    }

    [Fact]
    public void Order_is_the_order_of_the_digits() => Prop.ForAll(Pairs, pair =>
        pair.Left < pair.Right == (string.CompareOrdinal(pair.Left.Value, pair.Right.Value) < 0)
        && pair.Left >= pair.Right == !(pair.Left < pair.Right)
        && pair.Left <= pair.Right == !(pair.Left > pair.Right)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_code_that_was_never_set_is_a_bug_and_says_so() => Should.Throw<InvalidOperationException>(() => default(AreaCode).Value);
}
