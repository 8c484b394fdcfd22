using Governance.Domain.Cases;
using Governance.Domain.Charges;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.UnitTests.Cases;
using Governance.UnitTests.Leads;

namespace Governance.UnitTests.Charges;

/// <summary>The leader in charge, the rhythm of following up, reports on instructions.</summary>
public sealed class ChargeTests
{
    private static readonly Actor Leader = Sample.Person(Role.Leader, "150102000000-gov", "新城区人民政府", Sample.County);
    private static readonly Actor OtherLeader = Sample.Person(Role.Leader, "150103000000-gov", "回民区人民政府", Sample.OtherCounty);
    private static readonly DateTimeOffset At = Sample.Start.AddDays(2);

    [Fact]
    public void A_leader_of_the_place_is_put_in_charge_told_and_due_one_rhythm_later()
    {
        var subject = Sample.In(CaseState.Handling);
        subject.NameInCharge(LeadSample.CentreStaff, Leader, 7, "", At).Errors.ShouldBeEmpty();

        (subject.ChargeLeaderId, subject.ChargeDueOn).ShouldBe((Leader.UserId, At.ChinaDay().AddDays(7)));
        subject.Steps[^1].Mentions.Select(m => m.UserId).ShouldBe([Leader.UserId]);
        subject.State.ShouldBe(CaseState.Handling);
        subject.NameInCharge(LeadSample.CentreStaff, Leader, 7, "", At).Error.ShouldBeOfType<ChargeErrors.InChargeAlready>();
    }

    [Fact]
    public void Nobody_else_can_be_in_charge()
    {
        var subject = Sample.In(CaseState.Handling);
        foreach (var person in new[] { null, OtherLeader, Sample.Clerk, Sample.Handler })
            subject.NameInCharge(LeadSample.CentreStaff, person, 7, "", At).Error.ShouldBeOfType<ChargeErrors.NoLeaderHere>();
        foreach (var days in new[] { 0, Case.MostFollowUpDays + 1 })
            subject.NameInCharge(Leader, Leader, days, "", At).Error.ShouldBeOfType<ChargeErrors.BadRhythm>();
        foreach (var actor in new[] { Sample.Clerk, Sample.Handler, OtherLeader })
            subject.NameInCharge(actor, Leader, 7, "", At).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        Sample.In(CaseState.Closed).NameInCharge(Leader, Leader, 7, "", At).Error.ShouldBeOfType<CaseErrors.WrongState>();
    }

    [Fact]
    public void Only_who_is_in_charge_follows_up_and_each_time_starts_the_rhythm_anew()
    {
        var subject = Sample.In(CaseState.Handling);
        subject.FollowUp(Leader, "已到现场", At).Error.ShouldBeOfType<ChargeErrors.NobodyInCharge>();
        subject.NameInCharge(Leader, Leader, 3, "", At);
        subject.FollowUp(LeadSample.CentreStaff, "已到现场", At).Error.ShouldBeOfType<ChargeErrors.NotInCharge>();
        subject.FollowUp(Leader, " ", At).Error.ShouldBeOfType<CaseErrors.NoteRequired>();
        subject.FollowUp(Leader, "已到现场", At.AddDays(5)).Errors.ShouldBeEmpty();
        subject.ChargeDueOn.ShouldBe(At.ChinaDay().AddDays(8));
    }

    [Fact]
    public void A_charge_ends_with_a_reason_and_leaves_nothing_due()
    {
        var subject = Sample.In(CaseState.Handling);
        subject.EndCharge(Leader, "已稳控", At).Error.ShouldBeOfType<ChargeErrors.NobodyInCharge>();
        subject.NameInCharge(Leader, Leader, 3, "", At);
        subject.EndCharge(Leader, "", At).Error.ShouldBeOfType<CaseErrors.NoteRequired>();
        subject.EndCharge(Leader, "已稳控", At).Errors.ShouldBeEmpty();
        (subject.ChargeLeaderId, subject.ChargeDueOn).ShouldBe((null, null));
    }

    [Fact]
    public void An_instruction_is_reported_on_once_by_who_has_the_case_in_hand_and_its_leader_is_told()
    {
        var subject = Sample.In(CaseState.Handling);
        subject.ReportInstruction(Sample.Handler, "已上门", At).Error.ShouldBeOfType<ChargeErrors.NothingInstructed>();
        subject.Remark(CaseStepKind.Instruct, Leader, "请上门", At).Errors.ShouldBeEmpty();
        subject.ReportInstruction(LeadSample.UrbanHandler, "已上门", At).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        subject.ReportInstruction(Sample.Handler, "已上门", At).Errors.ShouldBeEmpty();

        subject.Steps[^1].Mentions.Select(m => m.UserId).ShouldBe([Leader.UserId]);
        subject.ReportInstruction(Sample.Clerk, "已上门", At).Error.ShouldBeOfType<ChargeErrors.NothingInstructed>();
        subject.Remark(CaseStepKind.Instruct, Leader, "再看一次", At).Errors.ShouldBeEmpty();
        subject.ReportInstruction(Sample.Clerk, "已复查", At).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void None_of_it_answers_an_urging_or_moves_the_case()
    {
        var subject = Sample.In(CaseState.Handling);
        subject.Remark(CaseStepKind.Urge, Leader, "请尽快", At);
        subject.NameInCharge(Leader, Leader, 3, "", At);
        subject.FollowUp(Leader, "已到现场", At);
        subject.UrgedAt.ShouldNotBeNull();
        subject.Steps.Skip(subject.Steps.Count - 2).ShouldAllBe(s => s.ToState == CaseState.Handling);
    }
}
