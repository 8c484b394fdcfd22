using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Remarks;

/// <summary>Words go with a case and move nothing; urging is answered by acting.</summary>
[Trait("Provision", "P36")]
public sealed class RemarkTests
{
    private static readonly Actor Leader = Sample.Person(Role.Leader, "150102000000-gov", "新城区人民政府", Sample.County);

    private static Result Say(Case subject, CaseStepKind kind, string words = "请抓紧", Actor? actor = null, TimeSpan? later = null) =>
        subject.Remark(kind, actor ?? (kind == CaseStepKind.Comment ? Sample.Handler : Leader), words, subject.Steps[^1].At + (later ?? TimeSpan.FromMinutes(1)));

    [Theory]
    [InlineData(CaseStepKind.Comment)]
    [InlineData(CaseStepKind.Urge)]
    [InlineData(CaseStepKind.Instruct)]
    public void Words_leave_state_clock_and_assignment_alone(CaseStepKind kind)
    {
        var subject = Sample.In(CaseState.Handling);
        var before = (subject.State, subject.DueAt, subject.LeadBodyCode, subject.Answer);

        Say(subject, kind, " 请抓紧\u0007 ").IsOk.ShouldBeTrue();

        (subject.State, subject.DueAt, subject.LeadBodyCode, subject.Answer).ShouldBe(before);
        (subject.Steps[^1].Kind, subject.Steps[^1].Note).ShouldBe((kind, "请抓紧"));
    }

    [Fact]
    public void Urging_stands_until_somebody_acts()
    {
        var subject = Sample.In(CaseState.Dispatched);
        Say(subject, CaseStepKind.Urge);
        subject.UrgedAt.ShouldBe(subject.Steps[^1].At);
        Say(subject, CaseStepKind.Comment, "已安排人员");
        Sample.Take(subject, CaseStepKind.Correct);
        subject.UrgedAt.ShouldNotBeNull();

        Sample.Take(subject, CaseStepKind.Sign).IsOk.ShouldBeTrue();

        subject.UrgedAt.ShouldBeNull();
    }

    [Fact]
    public void Nobody_is_urged_twice_within_a_day_unless_there_was_an_act_between()
    {
        var subject = Sample.In(CaseState.Dispatched);
        Say(subject, CaseStepKind.Urge);
        Say(subject, CaseStepKind.Urge, later: Case.UrgeAgainAfter - TimeSpan.FromSeconds(1)).Error.ShouldBeOfType<RemarkErrors.UrgedBefore>();
        Say(subject, CaseStepKind.Urge, later: Case.UrgeAgainAfter).IsOk.ShouldBeTrue();

        Sample.Take(subject, CaseStepKind.Sign);
        Say(subject, CaseStepKind.Urge).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void What_is_done_with_is_neither_urged_nor_instructed_but_may_be_noted()
    {
        foreach (var state in new[] { CaseState.Closed, CaseState.Archived, CaseState.Refused })
        {
            Say(Sample.In(state), CaseStepKind.Urge).Error.ShouldBeOfType<CaseErrors.WrongState>();
            Say(Sample.In(state), CaseStepKind.Instruct).Error.ShouldBeOfType<CaseErrors.WrongState>();
            Say(Sample.In(state), CaseStepKind.Comment).IsOk.ShouldBeTrue();
        }
    }

    [Fact]
    public void Words_are_required_and_bounded()
    {
        var subject = Sample.In(CaseState.Handling);
        foreach (var rule in RemarkRule.All)
        {
            Say(subject, rule.Kind, " \n ").Error.ShouldBeOfType<CaseErrors.NoteRequired>().Field.ShouldBe("Note");
            Say(subject, rule.Kind, new string('长', CaseStep.NoteLength + 1)).Error.ShouldBeOfType<PlatformErrors.TooLong>().Field.ShouldBe("Note");
        }
        subject.UrgedAt.ShouldBeNull();
    }

    [Fact]
    public void Only_a_leader_of_the_area_instructs_and_a_department_does_not_urge()
    {
        var elsewhere = Sample.Person(Role.Leader, "150103000000-gov", "回民区人民政府", Sample.OtherCounty);
        var subject = Sample.In(CaseState.Handling);

        RemarkRule.OpenTo(Leader, subject.State, subject.Place).Select(r => r.Kind).ShouldBe([CaseStepKind.Comment, CaseStepKind.Urge, CaseStepKind.Instruct]);
        RemarkRule.OpenTo(Sample.Clerk, subject.State, subject.Place).Select(r => r.Kind).ShouldBe([CaseStepKind.Comment, CaseStepKind.Urge]);
        RemarkRule.OpenTo(Sample.Handler, subject.State, subject.Place).Select(r => r.Kind).ShouldBe([CaseStepKind.Comment]);
        Say(subject, CaseStepKind.Instruct, actor: elsewhere).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        Say(subject, CaseStepKind.Urge, actor: Sample.Handler).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        Say(subject, CaseStepKind.Instruct, actor: Sample.Clerk).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
    }
}
