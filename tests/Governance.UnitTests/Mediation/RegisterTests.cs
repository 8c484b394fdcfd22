using Governance.Domain.Mediation;
using Governance.Domain.Platform;
using static Governance.UnitTests.Mediation.MediationSample;

namespace Governance.UnitTests.Mediation;

/// <summary>Committees and mediators: what may be entered, ended, taken back (H40, H41).</summary>
[Trait("Provision", "P34")]
public sealed class RegisterTests
{
    [Fact]
    public void A_committee_of_a_trade_says_which_trade() =>
        Committee(CommitteeKind.Trade).Check(Today).ShouldHaveSingleItem().ShouldBeOfType<MediationErrors.TradeWithoutSpeciality>().Field.ShouldBe("Specialities");

    [Fact]
    public void An_administrative_committee_belongs_to_a_body() =>
        Committee(CommitteeKind.Administrative).Check(Today).ShouldHaveSingleItem().ShouldBeOfType<MediationErrors.AdministrativeWithoutBody>().Field.ShouldBe("BodyCode");

    [Fact]
    public void Every_wrong_field_of_a_committee_is_named()
    {
        var facts = Committee() with { Name = "", Area = default, FoundedOn = Today.AddDays(1), Rooms = 100, OfficePhone = new string('1', 21) };

        facts.Check(Today).Select(e => e.Field).ShouldBe(["Name", "OfficePhone", "Area", "FoundedOn", "Rooms"]);
    }

    [Fact]
    public void What_is_typed_twice_or_with_spaces_is_cleaned()
    {
        var facts = (Committee(CommitteeKind.Peoples, "02", " 0201", "02") with { Name = " 团结社区\n调委会 " }).Cleaned();

        facts.Name.ShouldBe("团结社区 调委会");
        facts.Specialities.ShouldBe(["02", "0201"]);
    }

    [Fact]
    public void A_committee_with_mediators_is_not_dissolved_and_a_dissolved_one_not_changed()
    {
        var committee = MediationCommittee.Found(Committee(), Centre, Now).Committee;

        committee.Dissolve(Centre, 3, "文件", Now).Error.ShouldBeOfType<MediationErrors.HasMediators>();
        committee.Dissolve(Centre, 0, " ", Now).Error.Field.ShouldBe("Ground");
        committee.Dissolve(Centre, 0, "新政发〔2026〕3号", Now).Value.Words.ShouldBe("新政发〔2026〕3号");
        committee.DissolvedOn.ShouldBe(Today);
        committee.Change(Centre, Committee() with { Rooms = 3 }, "x", Now).Error.ShouldBeOfType<MediationErrors.Dissolved>();
        committee.Restore(Centre, "恢复决定", Now).IsOk.ShouldBeTrue();
        committee.Restore(Centre, "恢复决定", Now).Error.ShouldBeOfType<MediationErrors.NotDissolved>();
    }

    [Fact]
    public void A_change_that_changes_nothing_leaves_no_line()
    {
        var committee = MediationCommittee.Found(Committee(CommitteeKind.Trade, "0201"), Centre, Now).Committee;

        committee.Change(Centre, Committee(CommitteeKind.Trade, "0201"), "", Now).Value.ShouldBeNull();
        committee.Change(Centre, Committee(CommitteeKind.Trade, "0201", "0202"), "专长", Now).Value.ShouldNotBeNull().Kind.ShouldBe(MediationChangeKind.Changed);
    }

    [Fact]
    public void An_appointment_names_its_ground_and_does_not_end_before_it_begins()
    {
        new Appointment(Today.AddDays(1), Today, "").Checked(Today).Errors.Select(e => e.Field).ShouldBe(["Ground", "From", "Until"]);
        Domain.Mediation.Mediator.Appoint(Mediator(), null, Term with { Until = Today.AddYears(3) }, Centre, Now).Change.Words
            .ShouldBe("2026-03-10 起，聘期至 2029-03-10；依据：调委会 2026 年第 1 次会议");
    }

    [Fact]
    public void Who_was_ended_is_not_changed_and_may_be_appointed_again()
    {
        var mediator = Appointed();

        mediator.Reappoint(Centre, Term, Now).Error.ShouldBeOfType<MediationErrors.InOffice>();
        mediator.End(Centre, "本人申请", Now).Value.Kind.ShouldBe(MediationChangeKind.Ended);
        mediator.End(Centre, "本人申请", Now).Error.ShouldBeOfType<MediationErrors.NotInOffice>();
        mediator.Change(Centre, mediator.Facts with { IsFullTime = false }, null, "x", Now).Error.ShouldBeOfType<MediationErrors.NotInOffice>();
        mediator.TakeLeave(Centre, Today, Today, LeaveKind.Sick, Now).Error.ShouldBeOfType<MediationErrors.NotInOffice>();
        mediator.Reappoint(Centre, Term, Now).IsOk.ShouldBeTrue();
        mediator.IsInOffice.ShouldBeTrue();
    }

    [Fact]
    public void Leaves_do_not_overlap_lie_behind_or_end_before_they_begin()
    {
        var mediator = Appointed();

        mediator.TakeLeave(Centre, Today.AddDays(2), Today.AddDays(5), LeaveKind.Sick, Now).IsOk.ShouldBeTrue();
        mediator.TakeLeave(Centre, Today.AddDays(5), Today.AddDays(6), LeaveKind.Duty, Now).Error.ShouldBeOfType<MediationErrors.LeaveOverlaps>();
        mediator.TakeLeave(Centre, Today.AddDays(9), Today.AddDays(8), LeaveKind.Duty, Now).Error.ShouldBeOfType<MediationErrors.LeaveEndsEarly>();
        mediator.TakeLeave(Centre, Today.AddDays(-9), Today.AddDays(-8), LeaveKind.Duty, Now).Error.ShouldBeOfType<MediationErrors.LeaveIsOver>();
        mediator.TakeLeave(Centre, Today.AddDays(10), Today.AddDays(10 + MediatorLeave.MostDays), LeaveKind.Duty, Now).Error.ShouldBeOfType<MediationErrors.LeaveTooLong>();
        mediator.TakeLeave(Centre, Today.AddDays(6), Today.AddDays(6), LeaveKind.Duty, Now).IsOk.ShouldBeTrue();
        Enumerable.Range(1, 7).Where(d => mediator.IsOnLeave(Today.AddDays(d))).ShouldBe([2, 3, 4, 5, 6]);
    }

    [Fact]
    public void Who_comes_back_early_is_there_today_and_a_leave_that_has_not_begun_never_was()
    {
        var mediator = Appointed();
        mediator.TakeLeave(Centre, Today.AddDays(-3), Today.AddDays(3), LeaveKind.Sick, Now).IsOk.ShouldBeTrue();
        mediator.TakeLeave(Centre, Today.AddDays(20), Today.AddDays(21), LeaveKind.Personal, Now).IsOk.ShouldBeTrue();

        mediator.EndLeave(Centre, mediator.Leaves[0].Id, Now).IsOk.ShouldBeTrue();
        mediator.EndLeave(Centre, mediator.Leaves[1].Id, Now).IsOk.ShouldBeTrue();

        mediator.IsOnLeave(Today).ShouldBeFalse();
        mediator.IsOnLeave(Today.AddDays(-1)).ShouldBeTrue();
        mediator.Leaves.ShouldHaveSingleItem().Until.ShouldBe(Today.AddDays(-1));
        mediator.EndLeave(Centre, mediator.Leaves[0].Id, Now).Error.ShouldBeOfType<MediationErrors.LeaveIsOver>();
        mediator.EndLeave(Centre, Guid.NewGuid(), Now).Error.ShouldBeOfType<MediationErrors.LeaveNotFound>();
    }

    [Theory]
    [InlineData(Role.CentreStaff, true, true)]
    [InlineData(Role.TownshipClerk, true, false)]
    [InlineData(Role.DepartmentHandler, true, false)]
    [InlineData(Role.GridMember, true, false)]
    [InlineData(Role.Leader, true, false)]
    [InlineData(Role.SystemAdministrator, false, false)]
    [InlineData(Role.Auditor, false, false)]
    public void Centres_keep_the_register_and_those_who_work_on_cases_read_it(Role role, bool reads, bool manages)
    {
        role.Allows(Permission.ReadMediation).ShouldBe(reads);
        role.Allows(Permission.ManageMediation).ShouldBe(manages);
    }
}
