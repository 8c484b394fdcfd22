using Governance.Domain.Attachments;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Attachments;

/// <summary>Who adds, who takes off, and what stays of it.</summary>
public sealed class AttachmentTests
{
    [Fact]
    public void Taking_off_needs_a_reason_keeps_the_row_and_happens_once()
    {
        var file = Made();

        file.Remove(Sample.Clerk, "  ", Sample.Start).Error.Field.ShouldBe("Reason");
        file.Remove(Sample.Clerk, new string('长', Attachment.ReasonLength + 1), Sample.Start).Error.ShouldBeOfType<PlatformErrors.TooLong>();
        file.RemovedAt.ShouldBeNull();
        file.Remove(Sample.Clerk, "传错了", Sample.Start).Errors.ShouldBeEmpty();
        file.Remove(Sample.Colleague, "再来一次", Sample.Start.AddDays(1)).Errors.ShouldBeEmpty();

        (file.RemovedAt, file.RemovedByName, file.RemovedReason).ShouldBe((Sample.Start, Sample.Clerk.DisplayName, "传错了"));
    }

    [Fact]
    public void Who_works_on_cases_adds_until_the_archive_and_leaders_do_not()
    {
        foreach (var state in Enum.GetValues<CaseState>())
        {
            AttachmentRule.MayAdd(Sample.Clerk, state).ShouldBe(state != CaseState.Archived);
            AttachmentRule.MayAdd(Sample.Handler, state).ShouldBe(state != CaseState.Archived);
            AttachmentRule.MayAdd(Sample.Person(Role.Leader, "x", "x", Sample.County), state).ShouldBeFalse();
        }
        AttachmentRule.RefusesToAdd(Sample.Clerk, CaseState.Archived).ShouldBeOfType<AttachmentErrors.Archived>();
        AttachmentRule.RefusesToAdd(Sample.Person(Role.Leader, "x", "x", Sample.County), CaseState.Handling).ShouldBeOfType<PlatformErrors.NotPermitted>();
    }

    [Fact]
    public void Who_added_a_file_and_who_runs_the_cases_of_the_place_take_it_off()
    {
        AttachmentRule.MayRemove(Sample.Handler, CaseState.Handling, Sample.Village, Sample.Handler.UserId).ShouldBeTrue();
        AttachmentRule.MayRemove(Sample.Clerk, CaseState.Handling, Sample.Village, Sample.Handler.UserId).ShouldBeTrue();
        AttachmentRule.MayRemove(Sample.Handler, CaseState.Handling, Sample.Village, Sample.Clerk.UserId).ShouldBeFalse();
        AttachmentRule.MayRemove(Sample.Clerk, CaseState.Handling, Sample.OtherVillage, Sample.Handler.UserId).ShouldBeFalse();
        AttachmentRule.MayRemove(Sample.Clerk, CaseState.Archived, Sample.Village, Sample.Clerk.UserId).ShouldBeFalse();
    }

    [Fact]
    public void The_stage_follows_from_where_the_case_stands()
    {
        AttachmentVocabulary.StageOf(CaseState.Registered).ShouldBe(AttachmentStage.Register);
        AttachmentVocabulary.StageOf(CaseState.Handling).ShouldBe(AttachmentStage.Handle);
        AttachmentVocabulary.StageOf(CaseState.Verifying).ShouldBe(AttachmentStage.Verify);
        AttachmentVocabulary.StageOf(CaseState.Closed).ShouldBe(AttachmentStage.Answer);
        Enum.GetValues<CaseState>().Select(AttachmentVocabulary.StageOf).ShouldAllBe(s => Enum.IsDefined(s));
        Enum.GetValues<AttachmentStage>().Select(s => s.DisplayName()).ShouldBeUnique();
        Enum.GetValues<AttachmentKind>().Select(k => k.DisplayName()).ShouldBeUnique();
    }

    private static Attachment Made() => Attachment.Add(
        Guid.NewGuid(), AttachmentOwner.Case, Guid.NewGuid(), new ProtectedText([1]),
        FileInspection.Inspect("现场.jpg", SampleFiles.PlainPhoto).Value, new string('0', 64), AttachmentStage.Handle, Sample.Handler, Sample.Start);
}
