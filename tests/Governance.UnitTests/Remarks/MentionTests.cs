using Governance.Domain.Platform;
using Governance.Domain.Remarks;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Remarks;

/// <summary>Who is meant by a name in a note.</summary>
public sealed class MentionTests
{
    private static readonly Actor Wang = Sample.Handler with { UserId = Guid.NewGuid(), DisplayName = "王芳" };
    private static readonly Actor Longer = Sample.Handler with { UserId = Guid.NewGuid(), DisplayName = "王芳华" };
    private static readonly Actor Namesake = Sample.Clerk with { UserId = Guid.NewGuid(), DisplayName = "李静" };
    private static readonly Actor OtherNamesake = Sample.Clerk with { UserId = Guid.NewGuid(), DisplayName = "李静" };
    private static readonly Actor[] People = [Wang, Longer, Namesake, OtherNamesake];

    [Theory]
    [InlineData("@王芳 请看", "王芳")]
    [InlineData("请＠王芳看一下", "王芳")]
    [InlineData("@王芳华请看", "王芳华")]
    [InlineData("@王芳@王芳华 都看看，@王芳", "王芳,王芳华")]
    [InlineData("没有提到谁", "")]
    [InlineData("发到 a@b.cn 了", "")]
    [InlineData("单价 @ 3 元，@ ", "")]
    public void A_name_after_the_sign_means_the_person(string note, string names) =>
        string.Join(',', Mention.Read(note, People, []).Value.Select(m => m.Name)).ShouldBe(names);

    [Fact]
    public void A_name_that_nobody_who_may_see_the_case_has_is_refused_by_name() =>
        Mention.Read("@赵六 请看", People, []).Error.ShouldBe(new RemarkErrors.CannotBeMentioned("赵六") { Field = "Note" });

    [Fact]
    public void Of_two_people_of_one_name_the_chosen_one_is_meant()
    {
        Mention.Read("@李静 请看", People, []).Error.ShouldBeOfType<RemarkErrors.SeveralOfThatName>();
        Mention.Read("@李静 请看", People, [OtherNamesake.UserId]).Value.Single().UserId.ShouldBe(OtherNamesake.UserId);
        Mention.Read("@李静 请看", People, [Wang.UserId]).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void A_note_names_no_more_people_than_one_can_mean()
    {
        var many = Enumerable.Range(0, Mention.Most + 1).Select(i => Wang with { UserId = Guid.NewGuid(), DisplayName = $"张{(char)('一' + i)}" }).ToArray();
        Mention.Read(string.Concat(many.Select(p => "@" + p.DisplayName + " ")), many, []).Error.ShouldBeOfType<RemarkErrors.TooManyMentioned>();
    }
}
