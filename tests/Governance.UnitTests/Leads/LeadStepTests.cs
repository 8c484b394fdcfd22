using System.Text.Json;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Leads;
using Governance.Domain.Platform;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Leads;

/// <summary>The steps around the decision who leads, sentence by sentence of H43.</summary>
[Trait("Provision", "P37")]
public sealed class LeadStepTests
{
    private static readonly Dictionary<(CaseState, CaseStepKind), CaseState> Allowed = new()
    {
        [(CaseState.Consulting, CaseStepKind.AnswerConsultation)] = CaseState.Consulting,
        [(CaseState.Consulting, CaseStepKind.TakeMeasures)] = CaseState.Consulting,
        [(CaseState.Deciding, CaseStepKind.TakeMeasures)] = CaseState.Deciding,
        [(CaseState.Dispatched, CaseStepKind.RaiseObjection)] = CaseState.Deciding,
        [(CaseState.Deciding, CaseStepKind.Designate)] = CaseState.Dispatched,
    };

    public static TheoryData<CaseState, CaseStepKind> EveryStepFromEveryState()
    {
        var data = new TheoryData<CaseState, CaseStepKind>();
        foreach (var state in Enum.GetValues<CaseState>())
            foreach (var rule in LeadStepRule.All)
                data.Add(state, rule.Kind);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryStepFromEveryState))]
    public void A_step_leads_on_or_is_refused_without_a_trace(CaseState state, CaseStepKind step)
    {
        var subject = Sample.In(state);
        var before = JsonSerializer.Serialize(subject);

        var taken = LeadSample.Take(subject, step);

        taken.IsOk.ShouldBe(Allowed.TryGetValue((state, step), out var expected));
        if (taken.IsOk)
            subject.State.ShouldBe(expected);
        else
            JsonSerializer.Serialize(subject).ShouldBe(before);
    }

    [Fact]
    public void One_competent_department_leads_at_once_and_the_case_says_why()
    {
        var subject = Sample.In(CaseState.Accepted);

        subject.Assign(Sample.Clerk, LeadSample.Question(LeadSample.Housing), [], "", LeadSample.Consultation(Sample.Start), Sample.Start.AddHours(2)).Errors.ShouldBeEmpty();

        (subject.State, subject.LeadBodyCode).ShouldBe((CaseState.Dispatched, Sample.Housing.Code));
        subject.Steps[^1].Facts.ShouldBe("职责部门 1 个：新城区住房和城乡建设局。只有一个职责部门的，由该部门办理。");
        subject.Parties.ShouldBeEmpty();
    }

    [Fact]
    public void Two_departments_that_agree_settle_it_themselves()
    {
        var subject = LeadSample.Consulting();
        subject.AnswerConsultation(Sample.Handler, Sample.Urban.Code, "", Sample.Centre, Sample.Start.AddHours(3)).Error.ShouldBeOfType<LeadErrors.ReasonRequired>();
        subject.AnswerConsultation(Sample.Handler, Sample.OtherHousing.Code, "理由", Sample.Centre, Sample.Start.AddHours(3)).Error.ShouldBeOfType<LeadErrors.NotConsulted>();
        subject.AnswerConsultation(Sample.Handler, Sample.Urban.Code, "属占道经营", Sample.Centre, Sample.Start.AddHours(3)).Errors.ShouldBeEmpty();
        subject.State.ShouldBe(CaseState.Consulting);

        subject.AnswerConsultation(LeadSample.UrbanHandler, Sample.Urban.Code, "", Sample.Centre, Sample.Start.AddHours(4)).Errors.ShouldBeEmpty();

        (subject.State, subject.LeadBodyCode, subject.ConsultUntil).ShouldBe((CaseState.Dispatched, Sample.Urban.Code, null));
        subject.Parties.Single(p => p.BodyCode == Sample.Housing.Code).Role.ShouldBe(LeadPartyRole.Assisting);
        (subject.Steps[^1].Kind, subject.Steps[^1].Ground).ShouldBe((CaseStepKind.AgreeOnLead, GroundKeys.CaseConsult));
    }

    [Fact]
    public void Two_departments_that_differ_leave_it_to_the_centre()
    {
        var subject = LeadSample.Consulting();
        subject.AnswerConsultation(Sample.Handler, Sample.Urban.Code, "属占道经营", Sample.Centre, Sample.Start.AddHours(3));
        subject.AnswerConsultation(LeadSample.UrbanHandler, Sample.Housing.Code, "属房屋安全", Sample.Centre, Sample.Start.AddHours(4));

        (subject.State, subject.TurnBodyCode).ShouldBe((CaseState.Deciding, Sample.Centre.Code));
        subject.Steps[^1].Facts!.ShouldContain("新城区住房和城乡建设局主张由新城区城市管理综合执法局主办");
        LeadSample.Take(subject, CaseStepKind.Designate, LeadSample.CentreStaff with { BodyCode = "150100000000-centre" }).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        LeadSample.Take(subject, CaseStepKind.RejectObjection).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        LeadSample.Take(subject, CaseStepKind.Designate).Errors.ShouldBeEmpty();

        (subject.State, subject.LeadBodyCode, subject.TurnBodyCode).ShouldBe((CaseState.Dispatched, Sample.Urban.Code, null));
        subject.Return(LeadSample.UrbanHandler, "不归我们", Sample.Centre, Sample.Start.AddHours(9)).Error.ShouldBeOfType<LeadErrors.SettledByCentre>();
    }

    [Fact]
    public void A_consultation_that_expires_goes_to_the_centre_once_and_in_the_name_of_the_system()
    {
        var subject = LeadSample.Consulting();
        var end = subject.ConsultUntil!.Value;
        subject.ExpireConsultation(LeadSample.System, Sample.Centre, end.AddTicks(-1)).ShouldBeFalse();
        subject.State.ShouldBe(CaseState.Consulting);

        subject.ExpireConsultation(LeadSample.System, Sample.Centre, end).ShouldBeTrue();
        subject.ExpireConsultation(LeadSample.System, Sample.Centre, end).ShouldBeFalse();

        subject.State.ShouldBe(CaseState.Deciding);
        (subject.Steps[^1].ActorName, subject.Steps[^1].ActorId).ShouldBe(("系统", null));
    }

    [Fact]
    public void A_department_objects_once_and_the_centre_upholds_or_rejects()
    {
        var subject = Sample.In(CaseState.Dispatched);
        LeadSample.Take(subject, CaseStepKind.RaiseObjection, note: " ").Error.ShouldBeOfType<CaseErrors.NoteRequired>();
        LeadSample.Take(subject, CaseStepKind.RaiseObjection, LeadSample.UrbanHandler).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        LeadSample.Take(subject, CaseStepKind.RaiseObjection).Errors.ShouldBeEmpty();
        (subject.State, subject.LeadBodyCode, subject.TurnBodyCode).ShouldBe((CaseState.Deciding, Sample.Housing.Code, Sample.Centre.Code));
        subject.Designate(LeadSample.CentreStaff, Sample.Housing, "理由", Sample.Start.AddHours(5)).Error.ShouldBeOfType<LeadErrors.SameDepartment>();

        LeadSample.Take(subject, CaseStepKind.RejectObjection).Errors.ShouldBeEmpty();
        (subject.State, subject.LeadBodyCode).ShouldBe((CaseState.Dispatched, Sample.Housing.Code));
        LeadSample.Take(subject, CaseStepKind.RaiseObjection).Error.ShouldBeOfType<LeadErrors.ObjectedBefore>();

        var upheld = Sample.In(CaseState.Dispatched);
        LeadSample.Take(upheld, CaseStepKind.RaiseObjection);
        LeadSample.Take(upheld, CaseStepKind.Designate).Errors.ShouldBeEmpty();
        (upheld.State, upheld.LeadBodyCode).ShouldBe((CaseState.Dispatched, Sample.Urban.Code));
    }

    [Fact]
    public void The_third_bounce_goes_to_the_centre_by_itself()
    {
        var subject = Sample.In(CaseState.Accepted);
        for (var bounce = 1; bounce <= 3; bounce++)
        {
            Sample.Take(subject, CaseStepKind.Dispatch).Errors.ShouldBeEmpty();
            Sample.Take(subject, CaseStepKind.Return).Errors.ShouldBeEmpty();
            subject.State.ShouldBe(bounce < 3 ? CaseState.Accepted : CaseState.Deciding);
        }
        subject.TurnBodyCode.ShouldBe(Sample.Centre.Code);
        subject.Steps[^1].Facts!.ShouldStartWith("已被退回 3 次");
    }

    [Fact]
    public void Several_areas_are_the_matter_of_the_centre_above_which_runs_the_case_from_then_on()
    {
        var subject = Sample.In(CaseState.Accepted);
        var question = LeadSample.Question(LeadSample.Housing) with
        {
            Areas = [new LeadArea(Sample.Township, "海拉尔东路街道"), new LeadArea(Sample.OtherTownship, "锡林路街道")],
        };

        subject.Assign(Sample.Clerk, question, [Sample.OtherTownship], "", LeadSample.Consultation(Sample.Start), Sample.Start.AddHours(2)).Errors.ShouldBeEmpty();

        (subject.State, subject.TurnBodyCode, subject.ManagingBodyCode).ShouldBe((CaseState.Deciding, Sample.Centre.Code, Sample.Centre.Code));
        subject.Steps[^1].Ground.ShouldBe(GroundKeys.CaseCrossArea);
    }

    [Fact]
    public void The_place_stays_while_it_is_open_who_leads()
    {
        var subject = LeadSample.Consulting();
        subject.Correct(Sample.Clerk, Sample.Facts with { Place = Sample.OtherTownship }, Sample.Acceptance, "地点有改动", Sample.Start.AddHours(5))
            .Error.ShouldBeOfType<LeadErrors.PlaceIsFixed>();
    }

    [Fact]
    public void Reopening_gives_every_body_its_objection_back()
    {
        var subject = Sample.In(CaseState.Dispatched);
        foreach (var step in new[] { CaseStepKind.RaiseObjection, CaseStepKind.RejectObjection })
            LeadSample.Take(subject, step).Errors.ShouldBeEmpty();
        foreach (var step in new[] { CaseStepKind.Sign, CaseStepKind.SubmitResult, CaseStepKind.PassVerification, CaseStepKind.Close, CaseStepKind.Reopen, CaseStepKind.Dispatch })
            Sample.Take(subject, step).Errors.ShouldBeEmpty();

        LeadSample.Take(subject, CaseStepKind.RaiseObjection).Errors.ShouldBeEmpty();
    }
}
