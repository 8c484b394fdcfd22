using Governance.Domain.Cases;
using Governance.Domain.Platform;

namespace Governance.UnitTests.Cases;

/// <summary>要求保密 can be asked for later and ends only with the reporter's consent (A8).</summary>
public sealed class ReporterConfidenceTests
{
    private static readonly Actor Elsewhere = Sample.Person(Role.TownshipClerk, "150103001000-office", "回民区某街道", Sample.OtherCounty);
    private static readonly Actor CountyCentre = Sample.Person(Role.CentreStaff, Sample.Centre.Code, Sample.Centre.Name, Sample.County);

    [Fact]
    public void Who_registers_receives_or_handles_records_the_wish_with_where_it_came_from()
    {
        foreach (var person in new[] { Sample.Clerk, CountyCentre, Sample.Handler })
        {
            var subject = Sample.In(CaseState.Handling);
            subject.KeepReporterConfidential(person, "", Sample.Start).Error.ShouldBeOfType<CaseErrors.NoteRequired>().Field.ShouldBe("Reason");
            subject.KeepReporterConfidential(person, "电话中提出", Sample.Start).Errors.ShouldBeEmpty(person.BodyName);
            subject.ReporterConfidential.ShouldBeTrue();
            (subject.Steps[^1].Kind, subject.Steps[^1].Note).ShouldBe((CaseStepKind.KeepConfidential, "电话中提出"));
            subject.KeepReporterConfidential(person, "再提", Sample.Start).Error.ShouldBeOfType<CaseErrors.ConfidentialBefore>();
        }
        var other = Sample.In(CaseState.Handling);
        foreach (var person in new[] { Elsewhere, Sample.Person(Role.Leader, "150102000000-gov", "新城区人民政府", Sample.County) })
            other.KeepReporterConfidential(person, "原因", Sample.Start).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        other.ReporterConfidential.ShouldBeFalse();
    }

    [Fact]
    public void A_grid_member_records_it_on_the_own_case_only()
    {
        var member = Sample.Person(Role.GridMember, "150102001001-committee", "公主府社区", Sample.Village);

        Case.MayKeepConfidential(member, Sample.Village, null, member.UserId).ShouldBeTrue();
        Case.MayKeepConfidential(member, Sample.Village, null, Sample.Clerk.UserId).ShouldBeFalse();
        Case.MayKeepConfidential(member, Sample.Village, null, null).ShouldBeFalse();
    }

    [Fact]
    public void It_ends_with_the_recorded_consent_before_those_who_may_know_the_reporter()
    {
        var subject = Sample.In(CaseState.Handling);
        subject.EndReporterConfidence(Sample.Clerk, "本人同意", Sample.Start).Error.ShouldBeOfType<CaseErrors.NotConfidential>();
        subject.KeepReporterConfidential(Sample.Handler, "当面提出", Sample.Start);

        // Who handles it may ask for it and not end it: they may not even know whose consent it were.
        foreach (var person in new[] { Sample.Handler, CountyCentre, Elsewhere })
            subject.EndReporterConfidence(person, "本人同意", Sample.Start).Error.ShouldBeOfType<CaseErrors.ReporterConfidential>();
        subject.EndReporterConfidence(Sample.Clerk, " ", Sample.Start).Error.ShouldBeOfType<CaseErrors.NoteRequired>();
        subject.ReporterConfidential.ShouldBeTrue();

        subject.EndReporterConfidence(Sample.Clerk, "3月9日到窗口当面同意并签字", Sample.Start).Errors.ShouldBeEmpty();
        (subject.ReporterConfidential, subject.Steps[^1].Kind).ShouldBe((false, CaseStepKind.EndConfidence));
    }
}
