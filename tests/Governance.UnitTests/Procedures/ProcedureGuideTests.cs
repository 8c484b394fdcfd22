using Governance.Domain.Procedures;
using Governance.UnitTests.Cities;
using Governance.Web.Features.Procedures;

namespace Governance.UnitTests.Procedures;

/// <summary>The guide says the rules and names the buttons as the page does.</summary>
public sealed class ProcedureGuideTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Packs.Root, "..", "docs", "user-guide", "procedures.md"));

    [Fact]
    public void Every_rule_is_told_as_the_page_tells_it()
    {
        foreach (var rule in ProcedureRule.All)
            Page.ShouldContain(rule.Sentence);
        Page.ShouldContain($"届满前 {Procedure.RemindBefore.Days} 日");
    }

    [Fact]
    public void Every_button_paper_and_list_is_named()
    {
        foreach (var action in Enum.GetValues<ProcedureAction>())
            Page.ShouldContain(action.DisplayName());
        foreach (var template in ProcedureSample.Catalogue.Templates)
            Page.ShouldContain(template.Title);
        foreach (var standing in Enum.GetValues<Application.Procedures.ProcedureListStanding>())
            Page.ShouldContain(ProcedureListQuery.Name(standing));
    }
}
