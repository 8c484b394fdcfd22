using Governance.Application.Platform;

namespace Governance.UnitTests.Platform;

/// <summary>The place in a list that an address holds: people cut and type addresses by hand.</summary>
public sealed class PageCursorTests
{
    private static readonly Guid Key = Guid.Parse("0199a0b1-0000-7000-8000-0000000000aa");

    [Fact]
    public void A_moment_goes_through_an_address_in_utc()
    {
        var moment = new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8)).AddTicks(7);

        var read = PageCursor.Parse(PageCursor.Of(moment, Key).ToString()).ShouldNotBeNull();

        read.ShouldBe(PageCursor.Of(moment, Key));
        read.Moment.ShouldBe(moment);
        read.Moment!.Value.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("150102001")]
    [InlineData("WANG.HAIYAN")]
    public void A_text_goes_through_an_address(string sort)
    {
        var read = PageCursor.Parse(new PageCursor(sort, Key).ToString()).ShouldNotBeNull();

        read.ShouldBe(new PageCursor(sort, Key));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("638000000000000000")]
    [InlineData(".0199a0b1000070008000000000000000aa")]
    [InlineData("638000000000000000.0199a0b1-0000-7000-8000-0000000000aa")]
    [InlineData("a\0b.0199a0b10000700080000000000000aa")]
    [InlineData("638000000000000000.' or 1=1")]
    public void Anything_else_is_no_place_in_a_list(string? text) => PageCursor.Parse(text).ShouldBeNull();

    [Fact]
    public void A_sort_text_longer_than_any_key_is_not_taken() =>
        PageCursor.Parse(new PageCursor(new string('9', 101), Key).ToString()).ShouldBeNull();

    [Theory]
    [InlineData("-1")]
    [InlineData("3155378975999999999999")]
    [InlineData("4000000000000000000")]
    [InlineData("150102x")]
    public void A_number_that_is_no_moment_is_none(string sort) => new PageCursor(sort, Key).Moment.ShouldBeNull();

    [Theory]
    [InlineData(0, "共 0 件")]
    [InlineData(PageRequest.CountedUpTo, "共 10000 件")]
    [InlineData(PageRequest.CountedUpTo + 1, "超过 10000 件")]
    [InlineData(null, "超过 50 件")]
    public void The_total_says_how_far_was_counted(int? total, string said) => new Page<int>([], null, null, total).TotalText("件").ShouldBe(said);
}
