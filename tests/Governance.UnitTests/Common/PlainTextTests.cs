using FsCheck;
using FsCheck.Fluent;
using Governance.Domain.Common;

namespace Governance.UnitTests.Common;

/// <summary>What people type or paste becomes storable and honest to look at.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("　 \t\r\n", "")]
    [InlineData(" 停暖 ", "停暖")]
    [InlineData("一\r\n二\r三\n四", "一\n二\n三\n四")]
    [InlineData("一\u2028二\u0085三", "一\n二\n三")]
    [InlineData("停\0暖\u0007", "停暖")]
    [InlineData("a\tb", "a b")]
    [InlineData("停\u200B暖\uFEFF", "停暖")]
    [InlineData("合同\u202Efdp.exe", "合同fdp.exe")]
    [InlineData("笑😀了", "笑😀了")]
    [InlineData("𠮷姓", "𠮷姓")]
    [InlineData("\u200B", "")]
    [InlineData("ᠮᠣᠩᠭᠣᠯ\u180E\u200D", "ᠮᠣᠩᠭᠣᠯ\u180E\u200D")]
    public void A_text_keeps_what_can_be_read(string? typed, string kept) => PlainText.Clean(typed).ShouldBe(kept);

    [Fact]
    public void Half_a_character_is_dropped()
    {
        PlainText.Clean("半\uD83D个").ShouldBe("半个");
        PlainText.Clean("半\uDE00个").ShouldBe("半个");
        PlainText.HalfWidth("\uD800１").ShouldBe("1");
    }

    [Fact]
    public void A_line_has_no_line_ends() => PlainText.CleanLine(" 一\r\n二\n").ShouldBe("一 二");

    [Fact]
    public void Cleaning_twice_changes_nothing_more_and_the_result_can_always_be_stored() => Prop.ForAll((string? text) =>
    {
        var clean = PlainText.Clean(text);
        var stored = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(clean);
        return PlainText.Clean(clean) == clean && !stored.Contains((byte)0) && !clean.Contains('\r', StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("停暖", 5, "停暖")]
    [InlineData("停暖三天", 2, "停暖")]
    [InlineData("停😀", 2, "停")]
    [InlineData("停😀", 3, "停😀")]
    [InlineData("", 3, "")]
    public void Cutting_never_leaves_half_a_character(string text, int length, string cut) => PlainText.Cut(text, length).ShouldBe(cut);

    [Theory]
    [InlineData("１２３－４", "123-4")]
    [InlineData("（ａ）", "(a)")]
    [InlineData(null, "")]
    public void Full_width_signs_become_plain_ones(string? typed, string plain) => PlainText.HalfWidth(typed).ShouldBe(plain);
}
