using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Supervision;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Supervision;

/// <summary>Cards on a case: who gives, replies and lifts them, and that there is one at a time.</summary>
public sealed class SupervisionTests
{
    private static readonly Actor Centre = Sample.Person(Role.CentreStaff, Sample.Centre.Code, Sample.Centre.Name, Sample.County);
    private static readonly Actor Leader = Sample.Person(Role.Leader, "150102000000-gov", "新城区人民政府", Sample.County);
    private static readonly DateTimeOffset At = Sample.Start.AddDays(1);

    [Fact]
    public void A_card_is_given_replied_to_and_lifted()
    {
        var subject = Sample.In(CaseState.Handling);

        Give(subject, SupervisionLevel.Yellow).Errors.ShouldBeEmpty();
        subject.Supervision.ShouldBe(SupervisionLevel.Yellow);
        subject.Steps[^1].Note.ShouldBe("黄牌：三日内办结");
        subject.ReplySupervision(Sample.Handler, "已派人上门", At.AddHours(1)).Errors.ShouldBeEmpty();
        subject.ReplySupervision(Sample.Handler, "再说一次", At.AddHours(2)).Error.ShouldBeOfType<SupervisionErrors.RepliedBefore>();
        subject.LiftSupervision(Leader, "已整改", At.AddHours(3)).Errors.ShouldBeEmpty();

        subject.Supervision.ShouldBeNull();
        subject.LiftSupervision(Leader, "再解除", At.AddHours(4)).Error.ShouldBeOfType<SupervisionErrors.NotSupervised>();
        subject.Steps.TakeLast(3).Select(s => s.Kind).ShouldBe([CaseStepKind.Supervise, CaseStepKind.ReplySupervision, CaseStepKind.LiftSupervision]);
    }

    [Fact]
    public void A_yellow_card_can_only_become_red()
    {
        var subject = Sample.In(CaseState.Handling);
        Give(subject, SupervisionLevel.Yellow);

        Give(subject, SupervisionLevel.Yellow).Error.ShouldBeOfType<SupervisionErrors.SupervisedBefore>();
        Give(subject, SupervisionLevel.Red).Errors.ShouldBeEmpty();
        Give(subject, SupervisionLevel.Red).Error.ShouldBeOfType<SupervisionErrors.SupervisedBefore>();

        subject.Supervisions.Count(s => s.LiftedAt is null).ShouldBe(1);
        subject.Supervisions[0].LiftWords.ShouldBe("升为红牌。");
        subject.ReplySupervision(Sample.Handler, "红牌要另行回复", At.AddHours(1)).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Only_centre_and_leader_of_the_area_give_and_only_the_supervised_body_replies()
    {
        foreach (var actor in new[] { Sample.Clerk, Sample.Handler, Sample.Person(Role.Leader, "150103000000-gov", "别处", Sample.OtherCounty) })
        {
            var subject = Sample.In(CaseState.Handling);
            subject.Supervise(actor, SupervisionLevel.Yellow, Sample.Housing, "请办", At.AddDays(2), null, At).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
            Give(subject, SupervisionLevel.Yellow);
            subject.LiftSupervision(actor, "解除", At).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        }
        var given = Sample.In(CaseState.Handling);
        Give(given, SupervisionLevel.Yellow);
        foreach (var actor in new[] { Sample.Clerk, Centre, Leader })
            given.ReplySupervision(actor, "回复", At).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(91)]
    public void A_reply_is_due_in_the_near_future(int days) => Sample.In(CaseState.Handling)
        .Supervise(Centre, SupervisionLevel.Yellow, Sample.Housing, "请办", At.AddDays(days), null, At)
        .Error.ShouldBeOfType<SupervisionErrors.BadReplyDay>().Field.ShouldBe("ReplyBy");

    [Fact]
    public void Words_are_required_and_a_closed_case_is_not_supervised()
    {
        Sample.In(CaseState.Handling).Supervise(Centre, SupervisionLevel.Yellow, Sample.Housing, " ", At.AddDays(2), null, At)
            .Error.ShouldBeOfType<CaseErrors.NoteRequired>();
        Give(Sample.In(CaseState.Closed), SupervisionLevel.Yellow).Error.ShouldBeOfType<CaseErrors.WrongState>();
    }

    [Fact]
    public void A_card_answers_no_urging_and_its_reply_does()
    {
        var subject = Sample.In(CaseState.Handling);
        subject.Remark(CaseStepKind.Urge, Leader, "请抓紧", At);
        Give(subject, SupervisionLevel.Yellow);
        subject.UrgedAt.ShouldNotBeNull();
        subject.ReplySupervision(Sample.Handler, "已上门", At.AddHours(1));
        subject.UrgedAt.ShouldBeNull();
    }

    private static Result Give(Case subject, SupervisionLevel level) =>
        subject.Supervise(Centre, level, Sample.Housing, "三日内办结", At.AddDays(2), null, At);
}
