using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using Governance.UnitTests.Cases;
using static Governance.UnitTests.Deadlines.CityReference;
using static Governance.UnitTests.Deadlines.RealCalendar;

namespace Governance.UnitTests.Deadlines;

/// <summary>The clock of the step a case is in, and whose limit holds for it.</summary>
public sealed class StepClockTests
{
    [Fact]
    public void Each_state_runs_against_the_limit_of_its_step()
    {
        foreach (var state in Enum.GetValues<CaseState>())
        {
            var subject = Sample.In(state);
            var stage = StepStage.Of(state);
            With(Enum.GetValues<TimeLimitStage>().Select(s => Rule(s, 10 + (int)s, TimeLimitUnit.Hour, category: "0301", urgency: CaseUrgency.Normal)).ToArray()).Clock.Wind(subject);

            subject.StepDueAt.ShouldBe(stage is { } wanted ? subject.StepStartedAt!.Value.AddHours(10 + (int)wanted) : null);
            (subject.StepStartedAt is null).ShouldBe(!state.IsOpen());
        }
    }

    [Fact]
    public void A_step_without_a_line_has_no_limit()
    {
        var reference = new CityReference();
        reference.Pack = new CityPack(reference.Pack.Contents with { TimeLimits = [.. reference.Pack.TimeLimits.Where(r => r.Stage != TimeLimitStage.Sign)] });
        var subject = Sample.In(CaseState.Dispatched);

        reference.Clock.Wind(subject);

        subject.StepDueAt.ShouldBeNull();
        subject.StepStartedAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(TimeLimitCount.EachVisit, 20)]
    [InlineData(TimeLimitCount.Cumulative, 17)]
    public void After_a_failed_verification_the_second_visit_adds_up_where_the_city_says_so(TimeLimitCount count, int left)
    {
        var reference = With(Rule(TimeLimitStage.Handle, 20, TimeLimitUnit.Hour, count, category: "0301", urgency: CaseUrgency.Normal));
        var subject = Sample.In(CaseState.Handling);
        var signed = subject.Steps[^1].At;
        subject.SubmitResult(Sample.Handler, "修好了", signed.AddHours(3));
        subject.Verify(Sample.Clerk, false, "没有修好", signed.AddHours(30));

        reference.Clock.Wind(subject);

        subject.StepStartedAt.ShouldBe(signed.AddHours(30));
        subject.StepDueAt.ShouldBe(signed.AddHours(30 + left));
    }

    [Fact]
    public void Another_body_does_not_inherit_what_the_first_one_used()
    {
        var reference = With(Rule(TimeLimitStage.Handle, 20, TimeLimitUnit.Hour, TimeLimitCount.Cumulative, category: "0301", urgency: CaseUrgency.Normal));
        var subject = Sample.In(CaseState.Handling);
        var signed = subject.Steps[^1].At;
        var urban = Sample.Person(Domain.Platform.Role.DepartmentHandler, Sample.Urban.Code, Sample.Urban.Name, Sample.County);
        subject.Return(Sample.Handler, "不属于本单位", Sample.Centre, signed.AddHours(5));
        subject.Dispatch(Sample.Clerk, Sample.Urban, "", signed.AddHours(6));
        subject.Sign(urban, "", signed.AddHours(7)).IsOk.ShouldBeTrue();

        reference.Clock.Wind(subject);

        subject.StepDueAt.ShouldBe(signed.AddHours(27));
    }

    [Fact]
    public void A_reopened_case_starts_its_steps_anew()
    {
        var reference = With(Rule(TimeLimitStage.Handle, 20, TimeLimitUnit.Hour, TimeLimitCount.Cumulative, category: "0301", urgency: CaseUrgency.Normal));
        var subject = Sample.In(CaseState.Closed);
        foreach (var step in new[] { CaseStepKind.Reopen, CaseStepKind.Dispatch, CaseStepKind.Sign })
            Sample.Take(subject, step).IsOk.ShouldBeTrue();

        reference.Clock.Wind(subject);

        subject.StepDueAt.ShouldBe(subject.Steps[^1].At.AddHours(20));
    }

    [Theory]
    [InlineData("0301", CaseUrgency.Normal, 1)] // the township's line
    [InlineData("0301", CaseUrgency.Critical, 4)] // a named urgency of the city over any of the township
    [InlineData("0202", CaseUrgency.Normal, 3)] // the county's general line over the city's
    [InlineData("1602", CaseUrgency.Normal, 5)] // the city's line for the category over the county's for all
    public void The_nearest_line_of_the_same_subject_wins(string category, CaseUrgency urgency, int value)
    {
        var pack = With(
            Rule(TimeLimitStage.Sign, 1, TimeLimitUnit.Hour, area: Sample.Township.Value, category: "0301"),
            Rule(TimeLimitStage.Sign, 2, TimeLimitUnit.Hour, category: "0301"),
            Rule(TimeLimitStage.Sign, 3, TimeLimitUnit.Hour, area: Sample.County.Value),
            Rule(TimeLimitStage.Sign, 4, TimeLimitUnit.Hour, category: "0301", urgency: CaseUrgency.Critical),
            Rule(TimeLimitStage.Sign, 5, TimeLimitUnit.Hour, category: "1602"),
            Rule(TimeLimitStage.Sign, 6, TimeLimitUnit.Hour, area: Sample.OtherCounty.Value, category: "0301")).Pack;

        pack.FindTimeLimit(TimeLimitStage.Sign, Sample.Village, category, urgency)!.Value.ShouldBe(value);
    }

    [Fact]
    public void The_stays_of_a_case_are_read_off_its_timeline()
    {
        var subject = Sample.In(CaseState.Handling);
        foreach (var step in new[] { CaseStepKind.SubmitResult, CaseStepKind.FailVerification, CaseStepKind.Return, CaseStepKind.Dispatch, CaseStepKind.Correct })
            Sample.Take(subject, step);

        subject.StepVisits().Select(v => (v.Stage, v.BodyName)).ShouldBe(
        [
            (TimeLimitStage.Accept, null), (TimeLimitStage.Dispatch, null), (TimeLimitStage.Sign, Sample.Housing.Name),
            (TimeLimitStage.Handle, Sample.Housing.Name), (TimeLimitStage.Verify, null), (TimeLimitStage.Handle, Sample.Housing.Name),
            (TimeLimitStage.Dispatch, null), (TimeLimitStage.Sign, Sample.Housing.Name),
        ]);
        subject.StepVisits()[^1].To.ShouldBeNull();
        subject.StepVisits().Zip(subject.StepVisits().Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From);
    }
}
