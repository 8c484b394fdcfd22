using FsCheck;
using FsCheck.Fluent;
using Governance.Application.Cases;

namespace Governance.UnitTests.Cases;

/// <summary>Telephone numbers as people write them at a counter.</summary>
public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13812345678", "13812345678")]
    [InlineData(" 138 1234 5678 ", "13812345678")]
    [InlineData("138-1234-5678", "13812345678")]
    [InlineData("+86 13812345678", "13812345678")]
    [InlineData("１３８１２３４５６７８", "13812345678")]
    [InlineData("0471-6601234", "04716601234")]
    [InlineData("（0471）6601234", "04716601234")]
    [InlineData("(010)12345678", "01012345678")]
    [InlineData("0372—2550000", "03722550000")]
    [InlineData("19900000000", "19900000000")]
    public void A_number_keeps_only_its_digits(string typed, string digits)
    {
        PhoneNumber.TryParse(typed, out var read).ShouldBeTrue();
        read.ShouldBe(digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("　")]
    public void No_number_is_allowed(string? nothing)
    {
        PhoneNumber.TryParse(nothing, out var read).ShouldBeTrue();
        read.ShouldBeNull();
    }

    [Theory]
    [InlineData("1381234567", 10)]
    [InlineData("138123456789", 12)]
    [InlineData("12012345678", 11)]
    [InlineData("6601234", 7)]
    [InlineData("0471660123", 10, true)]
    [InlineData("047166012", 9)]
    [InlineData("13812345678a", 11)]
    [InlineData("张三13812345678", 11)]
    [InlineData("<b>13812345678</b>", 11)]
    [InlineData("=13812345678", 11)]
    [InlineData("停暖", 0)]
    public void What_cannot_be_a_number_says_how_many_digits_it_has(string typed, int digits, bool fits = false)
    {
        PhoneNumber.TryParse(typed, out var read).ShouldBe(fits);
        read!.Length.ShouldBe(digits);
    }

    [Fact]
    public void Half_a_character_does_not_break_the_reading() => PhoneNumber.TryParse("\uD83D1", out _).ShouldBeFalse();

    [Fact]
    public void Any_text_at_all_is_read_or_refused_but_never_fails() => Prop.ForAll((string? text) =>
        !PhoneNumber.TryParse(text, out var read) || read is null || read.All(char.IsAsciiDigit)).QuickCheckThrowOnFailure();
}
