using Governance.Application.Procedures;
using Governance.Domain.Procedures;

namespace Governance.UnitTests.Procedures;

/// <summary>What is known is filled in; what is not leaves room to write.</summary>
[Trait("Provision", "P32")]
public sealed class PaperFillerTests
{
    [Fact]
    public void Ruled_lines_give_way_to_what_is_known()
    {
        Fill(["____2{申请人情况}"], []).ShouldBe([(PaperLineKind.Blank, ""), (PaperLineKind.Blank, "")]);
        Fill(["____2{申请人情况}"], new() { ["申请人情况"] = "甲\n乙\n丙" }).ShouldBe(
            [(PaperLineKind.Text, "甲"), (PaperLineKind.Text, "乙"), (PaperLineKind.Text, "丙")]);
        Fill(["____1"], []).ShouldBe([(PaperLineKind.Blank, "")]);
    }

    [Fact]
    public void A_line_of_what_may_not_be_there_is_left_out()
    {
        Fill(["? 事项：{调解事项}（依据：{事项依据}）"], new() { ["调解事项"] = "噪声" }).ShouldBeEmpty();
        Fill(["? 事项：{调解事项}"], new() { ["调解事项"] = "噪声{日期}" }).ShouldBe([(PaperLineKind.Text, "事项：噪声{日期}")]);
    }

    private static List<(PaperLineKind, string)> Fill(string[] lines, Dictionary<string, string> values) =>
        [.. PaperFiller.Fill(new DocumentTemplate("test", "文书", "文", lines), values).Lines.Select(l => (l.Kind, l.Text))];
}
