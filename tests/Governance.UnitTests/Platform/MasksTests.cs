using FsCheck;
using FsCheck.Fluent;
using Governance.Application.Platform;

namespace Governance.UnitTests.Platform;

/// <summary>Personal data as it looks until somebody states a reason (A8).</summary>
[Trait("Provision", "P55")]
public sealed class MasksTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("张", "张*")]
    [InlineData("张三", "张*")]
    [InlineData("张三丰", "张**")]
    [InlineData("欧阳修文", "欧**")]
    [InlineData("阿拉坦其其格·图雅", "阿**")]
    [InlineData("𠮷田", "𠮷*")]
    public void A_name_keeps_its_first_character(string? name, string? masked) => Masks.Name(name).ShouldBe(masked);

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("13812345678", "138****5678")]
    [InlineData("037212345678", "037****5678")]
    [InlineData("0471660123", "********23")]
    [InlineData("12345", "***45")]
    [InlineData("1234", "****")]
    public void A_phone_keeps_head_and_tail(string? phone, string? masked) => Masks.Phone(phone).ShouldBe(masked);

    [Fact]
    public void A_mask_never_gives_away_more_than_seven_digits_and_never_everything() => Prop.ForAll((string? text) =>
    {
        var phone = new string((text ?? "").Select(c => (char)('0' + c % 10)).ToArray());
        return Masks.Phone(phone) is not { } masked || (masked.Count(char.IsAsciiDigit) <= 7 && masked.Contains('*', StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();
}
