using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.UnitTests.Cases;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Restricted;

/// <summary>A report of bullying is verified and answered before it is closed (A30).</summary>
[Trait("Provision", "P53")]
public sealed class InquiryTests
{
    private static readonly Actor Keeper = Sample.Person(Role.CentreStaff, Sample.Centre.Code, Sample.Centre.Name, Sample.County);
    private static readonly Actor Teacher = Sample.Person(Role.DepartmentHandler, "150102000000-education", "新城区教育局", Sample.County);
    private static readonly Actor Leader = Sample.Person(Role.Leader, "150102000000-gov", "新城区人民政府", Sample.County);
    private static readonly Body Education = Body.Create(Sample.County, "education", BodyKind.Department, "新城区教育局", "教育局", "学校");
    private static readonly RestrictionRule Bullying = Packs.Hohhot.FindRestriction("school-bullying")!;
    private static readonly DateTimeOffset Later = Sample.Start.AddHours(2);

    [Fact]
    public void It_is_not_closed_without_a_finding_and_says_on_which_ground()
    {
        var subject = Verified(AnswerWish.None);

        subject.Close(Keeper, "已处理", Later).Error.ShouldBeOfType<InquiryErrors.NoFinding>().Ground.ShouldBe("case.bullying");
        subject.State.ShouldBe(CaseState.Verified);
        Find(subject).IsOk.ShouldBeTrue();
        subject.Close(Keeper, "已处理", Later).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData(AnswerWish.Online, false, true)]
    [InlineData(AnswerWish.Phone, true, true)]
    [InlineData(AnswerWish.InPerson, true, true)]
    [InlineData(AnswerWish.None, true, false)]
    // Nobody was asked: who left a phone is answered.
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    public void It_is_not_closed_before_the_reporter_has_heard_it_unless_none_is_wished_or_nobody_can_be_reached(AnswerWish? wish, bool hasPhone, bool isOwed)
    {
        var subject = Verified(wish, hasPhone);
        Find(subject).IsOk.ShouldBeTrue();

        var closed = subject.Close(Keeper, "已处理", Later);

        closed.IsOk.ShouldBe(!isOwed);
        if (!isOwed)
            return;
        closed.Error.ShouldBeOfType<InquiryErrors.NotAnswered>();
        Answer(subject, Later).IsOk.ShouldBeTrue();
        subject.Close(Keeper, "已处理", Later).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void What_was_said_before_the_last_finding_is_no_answer()
    {
        var subject = Verified(AnswerWish.Online);
        Answer(subject, Sample.Start.AddMinutes(5)).IsOk.ShouldBeTrue();
        Find(subject, Later).IsOk.ShouldBeTrue();

        subject.Close(Keeper, "已处理", Later).Error.ShouldBeOfType<InquiryErrors.NotAnswered>();
        Answer(subject, Later).IsOk.ShouldBeTrue();
        Find(subject, Later.AddHours(1), InquiryConclusion.Untrue).IsOk.ShouldBeTrue();
        subject.Close(Keeper, "已处理", Later.AddHours(1)).Error.ShouldBeOfType<InquiryErrors.NotAnswered>();

        subject.Steps.Count(s => s.Kind == CaseStepKind.RecordFinding).ShouldBe(2);
        subject.Steps.Last(s => s.Kind == CaseStepKind.RecordFinding).Note.ShouldStartWith("不属实。");
    }

    [Fact]
    public void A_notice_to_a_body_is_no_answer_to_the_reporter()
    {
        var subject = Verified(AnswerWish.Online);
        Find(subject).IsOk.ShouldBeTrue();
        subject.NotifyBody(Keeper, Education, InquiryReplyWay.Letter, "辖区学校发生一起，已处理。", Later, Later).IsOk.ShouldBeTrue();

        subject.Close(Keeper, "已处理", Later).Error.ShouldBeOfType<InquiryErrors.NotAnswered>();
        var notice = subject.Inquiry!.Replies.ShouldHaveSingleItem();
        (notice.BodyCode, notice.BodyName, notice.IsReleased, notice.IsToReporter).ShouldBe((Education.Code, "新城区教育局", false, false));
        (subject.Steps[^1].Kind, subject.Steps[^1].TargetBodyName, subject.Steps[^1].Note).ShouldBe((CaseStepKind.NotifyBody, "新城区教育局", "书面：辖区学校发生一起，已处理。"));
    }

    [Fact]
    public void A_reopened_case_is_verified_and_answered_anew()
    {
        var subject = Verified(AnswerWish.Online);
        Find(subject);
        Answer(subject, Later);
        subject.Close(Keeper, "已处理", Later).IsOk.ShouldBeTrue();
        Find(subject).Error.ShouldBeOfType<InquiryErrors.Ended>();
        Answer(subject, Later).IsOk.ShouldBeTrue("who calls after the closing is answered");

        subject.Reopen(Keeper, "又发生了", Sample.Handling, Later).IsOk.ShouldBeTrue();

        (subject.Inquiry!.Conclusion, subject.Inquiry.RecordedAt, subject.Inquiry.Replies.Count).ShouldBe((null, null, 2));
    }

    [Fact]
    public void What_is_answered_on_the_look_up_is_released_and_the_rest_only_when_said_so()
    {
        var subject = Verified(AnswerWish.Online);
        foreach (var (way, released) in new[] { (InquiryReplyWay.Online, false), (InquiryReplyWay.Phone, false), (InquiryReplyWay.InPerson, true) })
            subject.AnswerReporter(Keeper, way, "已核实", Later, released, Later).IsOk.ShouldBeTrue();

        subject.Inquiry!.Replies.Select(r => r.IsReleased).ShouldBe([true, false, true]);
    }

    [Fact]
    public void Every_fault_is_said_at_its_field_and_nothing_is_kept()
    {
        var subject = Verified(AnswerWish.Online);

        subject.RecordFinding(Keeper, null, " ", "", Later).Errors.Select(e => e.Field).ShouldBe(["Conclusion", "Words"]);
        subject.RecordFinding(Keeper, InquiryConclusion.True, "属实", "", Later).Errors.Select(e => e.Field).ShouldBe(["Measures"]);
        subject.RecordFinding(Keeper, InquiryConclusion.Untrue, new string('长', Inquiry.WordsLength + 1), "", Later).Error.ShouldBeOfType<PlatformErrors.TooLong>();
        subject.AnswerReporter(Keeper, null, "", Later.AddMinutes(1), false, Later).Errors.Select(e => e.Field).ShouldBe(["Way", "Words", "SaidAt"]);
        subject.AnswerReporter(Keeper, InquiryReplyWay.Phone, "早了", Sample.Start.AddDays(-1), false, Later).Error.ShouldBeOfType<InquiryErrors.BadMoment>();

        (subject.Inquiry!.Conclusion, subject.Inquiry.Replies.Count, subject.Steps.Count(s => s.Ground == Bullying.Ground && s.Kind != CaseStepKind.Restrict)).ShouldBe((null, 0, 0));
    }

    [Fact]
    public void Those_who_keep_the_circle_or_handle_in_it_verify_and_nobody_else()
    {
        var subject = Verified(AnswerWish.Online);
        foreach (var member in new[] { Teacher, Leader })
            subject.AddToCircle(Keeper, CirclePerson.Of(member, false), "知悉", Sample.Start).IsOk.ShouldBeTrue();

        foreach (var (person, may) in new[] { (Keeper, true), (Teacher, true), (Leader, false), (Sample.Clerk, false), (Sample.Handler, false) })
        {
            subject.MayInquire(person).ShouldBe(may, person.BodyName);
            var found = Find(subject, by: person);
            if (may) found.IsOk.ShouldBeTrue(person.BodyName);
            else found.Error.ShouldBeOfType<InquiryErrors.NotHandler>();
        }
        subject.LiftRestriction(Keeper, "查明不涉欺凌", Later).IsOk.ShouldBeTrue();
        (subject.MayInquire(Sample.Clerk), subject.MayInquire(Sample.Handler), subject.MayInquire(Teacher)).ShouldBe((true, true, false));
    }

    [Fact]
    public void A_city_may_go_without_and_an_ordinary_case_closes_as_before()
    {
        var subject = Sample.In(CaseState.Verified);
        subject.ExpectFinding(Bullying with { NeedsFinding = false }, AnswerWish.Online);
        subject.Inquiry.ShouldBeNull();
        Find(subject).Error.ShouldBeOfType<InquiryErrors.NotNeeded>();
        subject.Close(Sample.Clerk, "已处理", Later).IsOk.ShouldBeTrue();
    }

    private static Case Verified(AnswerWish? wish, bool hasPhone = false)
    {
        var subject = Case.Register(
            Sample.Number(), Sample.Facts, (null, hasPhone ? new ProtectedText([1]) : null), Sample.Clerk.BodyCode, Guid.NewGuid(), Sample.Clerk,
            Sample.Acceptance, Sample.Start).Value;
        subject.ExpectFinding(Bullying, wish);
        foreach (var step in new[] { CaseStepKind.Accept, CaseStepKind.Dispatch, CaseStepKind.Sign, CaseStepKind.SubmitResult, CaseStepKind.PassVerification })
            Sample.Take(subject, step).IsOk.ShouldBeTrue(step.ToString());
        subject.Restrict(Keeper, Bullying, Sample.Centre, [CirclePerson.Of(Keeper, isKeeper: true)], "未成年人受侵害", Sample.Start).IsOk.ShouldBeTrue();
        return subject;
    }

    private static Result Find(Case subject, DateTimeOffset? at = null, InquiryConclusion conclusion = InquiryConclusion.True, Actor? by = null) =>
        subject.RecordFinding(by ?? Keeper, conclusion, "查看监控，分别询问", "批评教育，约谈家长", at ?? Sample.Start.AddHours(1));

    private static Result Answer(Case subject, DateTimeOffset at) => subject.AnswerReporter(Keeper, InquiryReplyWay.Online, "已核实处理", at, true, at);
}
