using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Leads;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.UnitTests.Cases;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Restricted;

/// <summary>Who may know of a restricted case, and who decides that (H29, A26, A30).</summary>
[Trait("Provision", "P21")]
[Trait("Provision", "P53")]
public sealed class RestrictionTests
{
    private static readonly Actor Keeper = Sample.Person(Role.CentreStaff, Sample.Centre.Code, Sample.Centre.Name, Sample.County);
    private static readonly Actor Teacher = Sample.Person(Role.DepartmentHandler, "150102000000-education", "新城区教育局", Sample.County);
    private static readonly CirclePerson TeacherAsMember = CirclePerson.Of(Teacher, isKeeper: false);
    private static readonly RestrictionRule Bullying = Packs.Hohhot.FindRestriction("school-bullying")!;

    [Fact]
    public void A_restricted_case_is_known_to_its_circle_and_to_nobody_else()
    {
        var subject = Sample.Registered();
        subject.MayBeKnownTo(Sample.Clerk.UserId).ShouldBeTrue();

        Restrict(subject).IsOk.ShouldBeTrue();

        subject.IsRestricted.ShouldBeTrue();
        subject.MayBeKnownTo(Sample.Clerk.UserId).ShouldBeFalse();
        subject.MayBeKnownTo(Guid.Empty).ShouldBeFalse();
        subject.MayBeKnownTo(Keeper.UserId).ShouldBeTrue();
        subject.ManagingBodyCode.ShouldBe(Sample.Centre.Code);
        subject.Restriction!.RegistrarId.ShouldBe(Sample.Clerk.UserId);
        var step = subject.Steps[^1];
        (step.Kind, step.Ground, step.Note).ShouldBe((CaseStepKind.Restrict, Bullying.Ground, "未成年人受侵害"));
        Restrict(subject).Error.ShouldBeOfType<RestrictedErrors.RestrictedBefore>();
    }

    [Fact]
    public void A_withheld_case_is_known_to_nobody_until_it_has_a_circle()
    {
        var subject = Sample.Registered();
        subject.Withhold();

        subject.MayBeKnownTo(Keeper.UserId).ShouldBeFalse();
        Restrict(subject).IsOk.ShouldBeTrue();
        subject.MayBeKnownTo(Keeper.UserId).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public void Every_change_needs_a_reason(string reason)
    {
        var subject = Restricted();
        IEnumerable<Result> changes =
        [
            Restrict(Sample.Registered(), reason), subject.AddToCircle(Keeper, TeacherAsMember, reason, Sample.Start),
            subject.RemoveFromCircle(Keeper, Keeper.UserId, reason, Sample.Start), subject.LiftRestriction(Keeper, reason, Sample.Start),
        ];
        changes.ShouldAllBe(c => !c.IsOk && c.Error is CaseErrors.NoteRequired && c.Error.Field == "Reason");
        subject.LiftRestriction(Keeper, new string('长', Restriction.ReasonLength + 1), Sample.Start).Error.ShouldBeOfType<PlatformErrors.TooLong>();
    }

    [Fact]
    public void Only_a_keeper_changes_the_circle_or_lifts()
    {
        var subject = Restricted();
        subject.AddToCircle(Keeper, TeacherAsMember, "教育局承办", Sample.Start).IsOk.ShouldBeTrue();

        foreach (var other in new[] { Teacher, Sample.Clerk })
        {
            subject.AddToCircle(other, CirclePerson.Of(Sample.Handler, false), "原因", Sample.Start).Error.ShouldBeOfType<RestrictedErrors.KeepersOnly>();
            subject.RemoveFromCircle(other, Keeper.UserId, "原因", Sample.Start).Error.ShouldBeOfType<RestrictedErrors.KeepersOnly>();
            subject.LiftRestriction(other, "原因", Sample.Start).Error.ShouldBeOfType<RestrictedErrors.KeepersOnly>();
        }
    }

    [Fact]
    public void The_last_keeper_stays_and_a_member_can_become_one()
    {
        var subject = Restricted();
        subject.RemoveFromCircle(Keeper, Keeper.UserId, "调离", Sample.Start).Error.ShouldBeOfType<RestrictedErrors.LastKeeper>();
        subject.AddToCircle(Keeper, TeacherAsMember, "承办", Sample.Start).IsOk.ShouldBeTrue();
        subject.AddToCircle(Keeper, TeacherAsMember, "承办", Sample.Start).Error.ShouldBeOfType<RestrictedErrors.InCircleBefore>().Field.ShouldBe("Person");

        subject.AddToCircle(Keeper, TeacherAsMember with { IsKeeper = true }, "接手", Sample.Start).IsOk.ShouldBeTrue();
        subject.RemoveFromCircle(Keeper, Keeper.UserId, "调离", Sample.Start).IsOk.ShouldBeTrue();

        subject.Circle.ShouldHaveSingleItem().UserId.ShouldBe(Teacher.UserId);
        subject.RemoveFromCircle(Teacher, Keeper.UserId, "再移", Sample.Start).Error.ShouldBeOfType<RestrictedErrors.NotInCircle>();
    }

    [Fact]
    public void Lifting_opens_the_case_again_and_keeps_what_was()
    {
        var subject = Restricted();

        subject.LiftRestriction(Keeper, "查明不涉未成年人", Sample.Start).IsOk.ShouldBeTrue();

        subject.MayBeKnownTo(Sample.Clerk.UserId).ShouldBeTrue();
        subject.Circle.ShouldBeEmpty();
        subject.Restriction!.LiftedAt.ShouldBe(Sample.Start);
        subject.Steps.Select(s => s.Kind).TakeLast(2).ShouldBe([CaseStepKind.Restrict, CaseStepKind.LiftRestriction]);
        subject.LiftRestriction(Keeper, "再解除", Sample.Start).Error.ShouldBeOfType<RestrictedErrors.NotRestricted>();
        Restrict(subject).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_restricted_case_goes_only_to_a_body_whose_people_may_open_it()
    {
        var subject = Sample.In(CaseState.Accepted);
        Restrict(subject).IsOk.ShouldBeTrue();
        LeadSituation question = new() { Departments = [LeadDepartment.Of(Sample.Housing)], Areas = [new LeadArea(Sample.Village, "")], Centre = LeadDepartment.Of(Sample.Centre) };

        subject.Assign(Keeper, question, [], "", Sample.Handling, Sample.Start).Error.ShouldBeOfType<RestrictedErrors.NobodyOfBody>().Message.ShouldContain(Sample.Housing.Name);
        subject.AddToCircle(Keeper, CirclePerson.Of(Sample.Handler, false), "承办", Sample.Start).IsOk.ShouldBeTrue();
        subject.Assign(Keeper, question, [], "", Sample.Handling, Sample.Start).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20261125)]
    public void Whatever_is_done_a_restricted_case_has_a_keeper_and_an_open_one_has_no_circle(int seed)
    {
        var random = new Random(seed);
        Actor[] people = [Keeper, Teacher, Sample.Clerk, Sample.Handler, Sample.Colleague];
        for (var round = 0; round < 200; round++)
        {
            var subject = Sample.Registered();
            for (var step = 0; step < 30; step++)
            {
                var (actor, other) = (people[random.Next(people.Length)], people[random.Next(people.Length)]);
                var (known, steps) = (subject.MayBeKnownTo(other.UserId), subject.Steps.Count);
                var done = random.Next(5) switch
                {
                    0 => subject.Restrict(actor, null, Sample.Centre, [CirclePerson.Of(actor, random.Next(2) == 0)], "原因", Sample.Start),
                    1 => subject.LiftRestriction(actor, "原因", Sample.Start),
                    2 => subject.RemoveFromCircle(actor, other.UserId, "原因", Sample.Start),
                    _ => subject.AddToCircle(actor, CirclePerson.Of(other, random.Next(2) == 0), "原因", Sample.Start),
                };
                subject.Circle.Any(m => m.IsKeeper).ShouldBe(subject.IsRestricted);
                subject.Circle.Select(m => m.UserId).ShouldBeUnique();
                subject.Steps.Count.ShouldBe(done.IsOk ? steps + 1 : steps);
                if (!done.IsOk)
                    subject.MayBeKnownTo(other.UserId).ShouldBe(known);
            }
        }
    }

    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void Each_city_restricts_leads_on_organised_crime_and_reports_of_bullying(string city)
    {
        var pack = Packs.Of(city);

        pack.CategoryName(pack.FindRestriction("organised-crime")!.Categories.ShouldHaveSingleItem()).ShouldBe("治安与公共安全／涉黑涉恶线索");
        pack.FindRestriction("organised-crime")!.HandOverBody.ShouldBe("police");
        pack.RestrictionFor("0806")!.Key.ShouldBe("school-bullying");
        pack.RestrictionFor("0301").ShouldBeNull();
        pack.Restrictions.ShouldAllBe(r => pack.FindGround(r.Ground) != null && r.Name.Length > 0);
    }

    private static Case Restricted()
    {
        var subject = Sample.Registered();
        Restrict(subject).IsOk.ShouldBeTrue();
        return subject;
    }

    private static Result Restrict(Case subject, string reason = "未成年人受侵害") =>
        subject.Restrict(Keeper, Bullying, Sample.Centre, [CirclePerson.Of(Keeper, isKeeper: true)], reason, Sample.Start);
}
