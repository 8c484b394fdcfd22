using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Restricted;

/// <summary>Single persons are named instead of everybody of a seat (指定承办人), and a hand-over says who they are (P21).</summary>
[Trait("Provision", "P21")]
public sealed class NamedHandlerTests
{
    private static readonly Body Police = Body.Create(Sample.County, "police", BodyKind.Police, "新城区公安分局", "公安分局", "治安");
    private static readonly Actor Keeper = Person(Sample.Centre, "林晓岚");
    private static readonly Actor SecondKeeper = Person(Sample.Centre, "周敏");
    private static readonly Actor Officer = Person(Police, "高警官");
    private static readonly Actor OtherOfficer = Person(Police, "邱警官");

    [Fact]
    public void Of_a_body_only_the_named_stay_and_the_step_says_who_left()
    {
        var subject = Restricted();
        foreach (var officer in new[] { Officer, OtherOfficer })
            subject.AddToCircle(Keeper, CirclePerson.Of(officer, false), "承办", Sample.Start);

        subject.NameHandlers(Keeper, Police, [CirclePerson.Of(Officer, false)], "由专人办理", Sample.Start).Errors.ShouldBeEmpty();

        subject.Circle.Select(m => m.UserId).ShouldBe([Keeper.UserId, SecondKeeper.UserId, Officer.UserId]);
        var step = subject.Steps[^1];
        (step.Kind, step.Note, step.TargetBodyName).ShouldBe((CaseStepKind.NameHandlers, "高警官；移出：邱警官。由专人办理", "新城区公安分局"));
        subject.NameHandlers(Keeper, Police, [CirclePerson.Of(Officer, false)], "再点一次", Sample.Start).IsOk.ShouldBeTrue();
        subject.Steps[^1].ShouldBe(step, "nothing changed, nothing is written");
    }

    [Fact]
    public void A_keeper_stays_whoever_is_named()
    {
        var subject = Restricted();

        subject.NameHandlers(Keeper, Sample.Centre, [CirclePerson.Of(SecondKeeper, false)], "移交", Sample.Start).Errors.ShouldBeEmpty();
        subject.Circle.ShouldHaveSingleItem().IsKeeper.ShouldBeTrue();
        var third = Person(Sample.Centre, "新人");
        subject.NameHandlers(SecondKeeper, Sample.Centre, [CirclePerson.Of(third, true)], "全部换人", Sample.Start).Error.ShouldBeOfType<RestrictedErrors.LastKeeper>();
    }

    [Fact]
    public void Only_a_keeper_names_and_only_people_of_the_body()
    {
        var subject = Restricted();
        subject.AddToCircle(Keeper, CirclePerson.Of(Officer, false), "承办", Sample.Start);

        subject.NameHandlers(Officer, Police, [CirclePerson.Of(OtherOfficer, false)], "原因", Sample.Start).Error.ShouldBeOfType<RestrictedErrors.KeepersOnly>();
        subject.NameHandlers(Keeper, Police, [], "原因", Sample.Start).Error.ShouldBeOfType<RestrictedErrors.NobodyNamed>().Field.ShouldBe("Handlers");
        subject.NameHandlers(Keeper, Police, [CirclePerson.Of(Sample.Handler, false)], "原因", Sample.Start).Error.ShouldBeOfType<RestrictedErrors.NotOfBody>();
        subject.NameHandlers(Keeper, Police, [CirclePerson.Of(Officer, false)], " ", Sample.Start).Error.ShouldBeOfType<CaseErrors.NoteRequired>().Field.ShouldBe("Reason");
    }

    [Fact]
    public void A_hand_over_names_several_and_keeps_their_names()
    {
        var subject = Restricted();

        subject.HandOverTo(Keeper, Police, [CirclePerson.Of(Officer, false), CirclePerson.Of(OtherOfficer, false), CirclePerson.Of(Officer, false)], "笔录一份", 24, Sample.Start).Errors.ShouldBeEmpty();

        subject.HandOver!.Handlers.ShouldBe("高警官、邱警官");
        subject.Steps[^1].Note.ShouldBe("承办人：高警官、邱警官。笔录一份");
        subject.Circle.Count.ShouldBe(4);
        var crowd = Enumerable.Range(0, HandOver.MostHandlers + 1).Select(i => CirclePerson.Of(Person(Police, "警官" + i), false)).ToList();
        Restricted().HandOverTo(Keeper, Police, crowd, "", 24, Sample.Start).Error.ShouldBeOfType<RestrictedErrors.TooManyHandlers>();
    }

    private static Case Restricted()
    {
        var subject = Sample.Registered();
        subject.Restrict(
            Keeper, null, Sample.Centre, [CirclePerson.Of(Keeper, isKeeper: true), CirclePerson.Of(SecondKeeper, isKeeper: true)], "线索", Sample.Start).IsOk.ShouldBeTrue();
        return subject;
    }

    private static Actor Person(Body body, string name) =>
        Sample.Person(body.Kind == BodyKind.Centre ? Role.CentreStaff : Role.DepartmentHandler, body.Code, body.Name, Sample.County) with { DisplayName = name };
}
