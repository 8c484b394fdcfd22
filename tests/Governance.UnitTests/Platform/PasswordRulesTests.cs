using Governance.Application.Platform;

namespace Governance.UnitTests.Platform;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("qingcheng2026")]
    [InlineData("7 lange Wörter")]
    [InlineData("一二三四五六七八a9")]
    public void A_password_of_ten_with_letters_and_digits_is_good(string password) =>
        PasswordRules.Check("wanghaiyan", password).ShouldBeEmpty();

    [Theory]
    [InlineData("abc4567xy", "至少 10 位")]
    [InlineData("abcdefghijk", "字母和数字")]
    [InlineData("31415926535", "字母和数字")]
    [InlineData("一二三四五六七八九十", "字母和数字")]
    [InlineData("2026WangHaiyan", "不得包含账号")]
    [InlineData("MyPassword2026", "过于常见")]
    public void Each_broken_rule_is_said(string password, string said) =>
        PasswordRules.Check("wanghaiyan", password).ShouldContain(reason => reason.Contains(said));

    [Fact]
    public void A_password_longer_than_can_be_hashed_cheaply_is_refused() =>
        PasswordRules.Check("wanghaiyan", "a1" + new string('x', PasswordRules.MaximumLength)).ShouldHaveSingleItem().ShouldContain("最多 128 位");

    [Fact]
    public void Initial_passwords_keep_the_rules_and_never_repeat()
    {
        var made = Enumerable.Range(0, 2000).Select(_ => InitialPassword.For("ab")).ToList();

        made.ShouldAllBe(password => PasswordRules.Check("ab", password).Count == 0);
        made.Distinct().Count().ShouldBe(made.Count);
        string.Concat(made).ShouldNotContain(c => "0o1li".Contains(c));
    }
}
