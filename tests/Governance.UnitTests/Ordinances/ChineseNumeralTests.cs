using Governance.Domain.Ordinances;

namespace Governance.UnitTests.Ordinances;

public class ChineseNumeralTests
{
    [Fact]
    public void Every_number_survives_the_way_there_and_back()
    {
        for (var number = 1; number <= ChineseNumeral.Max; number++)
        {
            ChineseNumeral.TryParse(ChineseNumeral.Of(number), out var back).ShouldBeTrue();
            back.ShouldBe(number);
        }
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(43, "四十三")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(999, "九百九十九")]
    public void Numbers_are_written_as_statutes_write_them(int number, string text) => ChineseNumeral.Of(number).ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("零")]
    [InlineData("一十")]
    [InlineData("十十")]
    [InlineData("一百一")]
    [InlineData("二三")]
    [InlineData("43")]
    [InlineData("四十三条")]
    public void Anything_else_is_no_number(string? text) => ChineseNumeral.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void Numbers_out_of_range_are_a_bug(int number) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ChineseNumeral.Of(number));
}
