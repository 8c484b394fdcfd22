using Governance.Application.Webhooks;
using Governance.Domain.Cases;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.Domain.Submissions;
using Governance.UnitTests.Cases;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Submissions;

/// <summary>A submission of a restricted category is known to its circle from the first moment (P53).</summary>
[Trait("Provision", "P53")]
public sealed class RestrictedSubmissionTests
{
    private static readonly RestrictionRule Bullying = Packs.Hohhot.FindRestriction("school-bullying")!;
    private static readonly Actor Keeper = Sample.Person(Role.CentreStaff, Sample.Centre.Code, Sample.Centre.Name, Sample.County);

    [Fact]
    public void It_is_known_to_its_seats_and_to_nobody_while_there_are_none()
    {
        var subject = Received(SubmissionSource.Bullying);
        subject.MayBeKnownTo(Sample.Clerk.UserId).ShouldBeTrue();

        subject.Restrict(Bullying, []);
        (subject.MayBeKnownTo(Sample.Clerk.UserId), subject.MayBeKnownTo(Keeper.UserId)).ShouldBe((false, false));

        subject.Restrict(Bullying, [CirclePerson.Of(Keeper, true), CirclePerson.Of(Keeper, true)]);
        (subject.MayBeKnownTo(Sample.Clerk.UserId), subject.MayBeKnownTo(Keeper.UserId), subject.Circle.Count).ShouldBe((false, true, 1));
        var row = subject.Circle[0];

        subject.Restrict(Bullying, [CirclePerson.Of(Keeper, true), CirclePerson.Of(Sample.Colleague, false)]);
        subject.Circle[0].ShouldBeSameAs(row);
        subject.Restrict(Bullying, [CirclePerson.Of(Sample.Colleague, false)]);
        subject.MayBeKnownTo(Keeper.UserId).ShouldBeFalse();
    }

    [Fact]
    public void It_is_merged_into_nothing_and_a_system_that_sent_it_is_not_asked()
    {
        var subject = Received(new SubmissionSource("client-1", "学校平台", CaseChannel.MemberUnit));
        subject.Restrict(Bullying, [CirclePerson.Of(Keeper, true)]);

        subject.Merge(Keeper, Sample.Number(), Sample.Number(319), Sample.Start).Error.ShouldBeOfType<RestrictedErrors.NotMerged>();
        subject.Ask(Keeper, "哪个班？", Sample.Start).Error.ShouldBeOfType<SubmissionErrors.NobodyReadsIt>();
        subject.Steps.ShouldBeEmpty();

        var own = Received(SubmissionSource.Bullying);
        own.Restrict(Bullying, [CirclePerson.Of(Keeper, true)]);
        own.Ask(Keeper, "哪个班？", Sample.Start).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void The_system_that_sent_it_is_told_how_it_stands_and_not_why()
    {
        var subject = Received(new SubmissionSource("client-1", "学校平台", CaseChannel.MemberUnit));
        var ordinary = Received(new SubmissionSource("client-1", "学校平台", CaseChannel.MemberUnit));
        subject.Restrict(Bullying, [CirclePerson.Of(Keeper, true)]);
        subject.Refuse(Keeper, "已由学校处理", Sample.Start).IsOk.ShouldBeTrue();
        ordinary.Refuse(Keeper, "已由学校处理", Sample.Start).IsOk.ShouldBeTrue();

        var told = WebhookMessage.Text(subject, subject.Steps[^1]);
        told.ShouldContain("\"state\":\"Refused\"");
        told.ShouldContain("\"reply\":null");
        WebhookMessage.Text(ordinary, ordinary.Steps[^1]).ShouldContain("\"reply\":\"已由学校处理\"");
    }

    private static Submission Received(SubmissionSource source) => Submission.Receive(
        SubmissionNumber.Create(2026, 318204577), source, new SubmissionDraft("K1", "标题", "经过").Cleaned(), "F", (null, null), Sample.Township, "0806",
        Sample.Acceptance, Sample.Start).Value;
}
