using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.UnitTests.Cases;

/// <summary>Who may take which step and know of which case, against a table written down by hand.</summary>
public sealed class CaseRightsTests
{
    private static readonly CaseStepKind[] AreaSteps =
    [
        CaseStepKind.Accept, CaseStepKind.Refuse, CaseStepKind.Dispatch, CaseStepKind.Recall, CaseStepKind.PassVerification,
        CaseStepKind.FailVerification, CaseStepKind.Close, CaseStepKind.Archive, CaseStepKind.Reopen,
    ];

    private static readonly CaseStepKind[] HandlingSteps = [CaseStepKind.Sign, CaseStepKind.Return, CaseStepKind.SubmitResult];

    public static TheoryData<Role, CaseStepKind> EveryRoleAndStep()
    {
        var data = new TheoryData<Role, CaseStepKind>();
        foreach (var role in Roles.All)
            foreach (var rule in CaseStepRule.All)
                data.Add(role, rule.Kind);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryRoleAndStep))]
    public void A_step_belongs_to_the_area_or_to_the_handling_body(Role role, CaseStepKind step)
    {
        var rule = CaseStepRule.For(step);
        var runs = role is Role.CentreStaff or Role.TownshipClerk;
        var handles = runs || role is Role.DepartmentHandler or Role.GridMember;
        bool May(AreaCode scope, string body, string? lead) =>
            rule.MayBeTakenBy(Sample.Person(role, body, "", scope), Sample.Village, lead);

        foreach (var lead in new[] { Sample.Housing.Code, Sample.Urban.Code, null })
        {
            var leads = lead == Sample.Housing.Code;
            May(Sample.Township, Sample.Housing.Code, lead).ShouldBe(AreaSteps.Contains(step) ? runs : handles && leads);
            May(Sample.OtherTownship, Sample.Housing.Code, lead).ShouldBe(!AreaSteps.Contains(step) && handles && leads);
            May(Sample.OtherCounty, Sample.OtherHousing.Code, lead).ShouldBeFalse();
        }
        (AreaSteps.Contains(step) ^ HandlingSteps.Contains(step)).ShouldBeTrue();
    }

    [Fact]
    public void The_steps_offered_are_those_that_succeed()
    {
        foreach (var state in Enum.GetValues<CaseState>())
            foreach (var actor in new[] { Sample.Clerk, Sample.Handler })
            {
                var subject = Sample.In(state);
                foreach (var rule in CaseStepRule.OpenTo(actor, subject.State, subject.Place, subject.LeadBodyCode, subject.ResultById))
                    Sample.Take(Sample.In(state), rule.Kind).IsOk.ShouldBeTrue();
            }
    }

    [Fact]
    public void Verification_is_not_offered_to_the_person_who_handled_the_case()
    {
        IReadOnlyList<CaseStepKind> Offered(Actor actor, Guid? resultBy) =>
            [.. CaseStepRule.OpenTo(actor, CaseState.Verifying, Sample.Village, Sample.Housing.Code, resultBy).Select(r => r.Kind)];

        Offered(Sample.Clerk, Sample.Handler.UserId).ShouldBe([CaseStepKind.PassVerification, CaseStepKind.FailVerification]);
        Offered(Sample.Clerk, Sample.Clerk.UserId).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.SystemAdministrator, false, false)]
    [InlineData(Role.CentreStaff, true, true)]
    [InlineData(Role.TownshipClerk, true, true)]
    [InlineData(Role.DepartmentHandler, false, true)]
    [InlineData(Role.GridMember, true, true)]
    [InlineData(Role.Leader, true, false)]
    [InlineData(Role.Auditor, false, false)]
    public void A_case_is_known_in_its_area_and_to_the_body_that_handles_it(Role role, bool inArea, bool asBody)
    {
        bool Knows(AreaCode scope, string body, string? lead) =>
            CaseVisibility.Of(Sample.Person(role, body, "", scope)).Allows(Sample.In(lead is null ? CaseState.Accepted : CaseState.Dispatched));

        Knows(Sample.Township, "nobody", null).ShouldBe(inArea);
        Knows(Sample.County, "nobody", null).ShouldBe(inArea);
        Knows(Sample.OtherTownship, "nobody", null).ShouldBeFalse();
        Knows(Sample.OtherTownship, Sample.Housing.Code, Sample.Housing.Code).ShouldBe(asBody);
        Knows(Sample.OtherTownship, Sample.Urban.Code, Sample.Housing.Code).ShouldBeFalse();
        Knows(Sample.OtherTownship, Sample.Urban.Code, null).ShouldBeFalse();
        CaseVisibility.Of(Sample.Person(role, Sample.Urban.Code, "", Sample.County)).Nothing.ShouldBe(!inArea && !asBody);
    }

    [Fact]
    public void A_body_inside_the_scope_adds_nothing_to_the_area()
    {
        CaseVisibility.Of(Sample.Person(Role.CentreStaff, Sample.Housing.Code, "", Sample.County)).BodyCode.ShouldBeNull();
        CaseVisibility.Of(Sample.Person(Role.CentreStaff, Sample.Housing.Code, "", Sample.Township)).BodyCode.ShouldBe(Sample.Housing.Code);
        CaseVisibility.Of(Sample.Person(Role.CentreStaff, "nobody", "", Sample.Township)).BodyCode.ShouldBe("nobody");
    }
}
