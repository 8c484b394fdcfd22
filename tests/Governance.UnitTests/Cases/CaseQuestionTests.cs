using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Cases;

namespace Governance.UnitTests.Cases;

/// <summary>What questions of one shape share, and what they must not.</summary>
public sealed class CaseQuestionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("150102001001")]
    [InlineData("150102001000")]
    [InlineData("150102000000")]
    [InlineData("150100000000")]
    public void Each_value_has_a_stand_in_of_its_own(string area)
    {
        var shape = Full(area).Shape()!;

        var standIns = CaseQuestion.Values.Select(v => v.Of(shape)).ToList();
        standIns.ShouldBeUnique();
        standIns.ShouldNotContain((object?)null);
        standIns.ShouldNotContain(CaseQuestion.Values[0].Of(Full(area)));
        shape.Shape().ShouldBe(shape);
    }

    [Fact]
    public void Questions_of_one_shape_may_differ_in_values_but_not_in_what_the_rules_branch_on()
    {
        var asked = Full("150102001001");

        asked.Shape().ShouldBe(Full("410502003002").Shape());
        foreach (var other in new[]
        {
            Full("150102001000"), asked with { Visibility = asked.Visibility with { Area = null } }, asked with { Visibility = asked.Visibility with { BodyCode = null } },
            asked with { Visibility = asked.Visibility with { PartyBodyCode = null } }, asked with { TakesPartIn = [] }, asked with { Number = null },
            asked with { Page = new PageRequest() }, asked with { Page = asked.Page with { Backwards = true } }, asked with { List = new CaseListCriteria { View = CaseView.Mine } },
            asked with { List = new CaseListCriteria { Timeliness = CaseTimeliness.Overdue } },
        })
            other.Shape().ShouldNotBe(asked.Shape());
    }

    [Fact]
    public void A_list_with_conditions_has_no_shape()
    {
        foreach (var list in new[]
        {
            new CaseListCriteria { Text = "停暖" }, new CaseListCriteria { State = CaseState.Handling }, new CaseListCriteria { Area = AreaCode.Parse("150102000000") },
            new CaseListCriteria { Department = "housing" }, new CaseListCriteria { From = new DateOnly(2026, 1, 1) }, new CaseListCriteria { View = CaseView.Area },
        })
            (Full("150102001001") with { List = list }).Shape().ShouldBeNull();
    }

    private static CaseQuestion Full(string area) => new(new CaseVisibility(AreaCode.Parse(area), area + "-housing") { PartyBodyCode = area + "-urban", Account = Guid.NewGuid() })
    {
        Owner = new ListOwner(area + "-centre", default), Moments = new CaseMoments(Now, Now.AddDays(1), Now.AddHours(15)), Today = new DateOnly(2026, 3, 9),
        Number = CaseNumber.Create(AreaCode.Parse(area), 2026, 7), Page = new PageRequest(PageCursor.Of(Now, Guid.NewGuid())), TakesPartIn = [Guid.NewGuid()],
    };
}
