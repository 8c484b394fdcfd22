using Governance.Domain.Common;
using Governance.Domain.Mediation;

namespace Governance.UnitTests.Mediation;

/// <summary>Nobody mediates an own matter (People's Mediation Law, articles 21 and 23).</summary>
[Trait("Provision", "P34")]
public sealed class MediatorConflictTests
{
    [Theory]
    [InlineData("王芳", "", "", "李明", "", "", false)]
    [InlineData("王芳", "", "", "王芳", "", "", true)]
    [InlineData("王 芳", "", "", "王　芳", "", "", true)]
    [InlineData("王芳", "139", "", "王芳", "", "", true)]
    [InlineData("王芳", "139", "", "王芳", "138", "", false)]
    [InlineData("王芳", "139", "", "李明", "139", "", true)]
    [InlineData("王芳", "139", "11", "王芳", "138", "11", true)]
    [InlineData("王芳", "", "11", "王芳", "", "22", false)]
    [InlineData("王芳", "139", "11", "王芳", "139", "22", true)]
    [InlineData("", "", "", "", "", "", false)]
    public void The_same_number_the_same_phone_or_a_name_that_nothing_tells_apart(
        string name, string phone, string number, string otherName, string otherPhone, string otherNumber, bool same) =>
        MediatorConflict.IsSamePerson(Marks(name, phone, number), Marks(otherName, otherPhone, otherNumber)).ShouldBe(same);

    [Fact]
    public void It_does_not_matter_who_is_asked_first_and_a_person_is_always_the_same()
    {
        var random = new Random(20260310);
        string[] names = ["王芳", "李明"], marks = ["", "1", "2"];
        PersonMarks Draw() => Marks(names[random.Next(2)], marks[random.Next(3)], marks[random.Next(3)]);
        for (var i = 0; i < 2000; i++)
        {
            var (one, other) = (Draw(), Draw());
            MediatorConflict.IsSamePerson(one, other).ShouldBe(MediatorConflict.IsSamePerson(other, one));
            MediatorConflict.IsSamePerson(one, one with { }).ShouldBeTrue();
        }
    }

    [Fact]
    public void The_first_of_the_people_is_told()
    {
        CasePerson[] people = [new("申请人", Marks("赵", "1", "")), new("被申请人", Marks("钱", "2", ""))];
        MediatorConflict.Find(Marks("孙", "2", ""), people)!.Standing.ShouldBe("被申请人");
        MediatorConflict.Find(Marks("孙", "3", ""), people).ShouldBeNull();
    }

    private static PersonMarks Marks(string name, string phone, string number) => new(name, Hash(phone), Hash(number));

    private static ProtectedText? Hash(string text) => text.Length == 0 ? null : new ProtectedText(System.Text.Encoding.UTF8.GetBytes(text));
}
