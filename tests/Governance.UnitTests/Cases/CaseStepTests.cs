using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.UnitTests.Cases;

/// <summary>What a step needs and what it leaves behind.</summary>
public sealed class CaseStepTests
{
    private static readonly CaseStepKind[] NeedWords =
    [
        CaseStepKind.Refuse, CaseStepKind.Recall, CaseStepKind.Return, CaseStepKind.SubmitResult, CaseStepKind.PassVerification,
        CaseStepKind.FailVerification, CaseStepKind.Close, CaseStepKind.Reopen,
    ];

    public static TheoryData<CaseStepKind> EveryStep() => new(CaseStepRule.All.Select(r => r.Kind));

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void A_step_without_the_words_it_needs_is_refused_at_the_field(CaseStepKind step)
    {
        foreach (var nothing in new[] { "", "  \r\n\t ", "\u3000", "\0", "\u200B" })
        {
            var subject = Sample.In(CaseStepRule.For(step).From[0]);

            var taken = Sample.Take(subject, step, nothing);

            if (!NeedWords.Contains(step))
                taken.IsOk.ShouldBeTrue();
            else
                taken.Error.ShouldBeOfType<CaseErrors.NoteRequired>().Field.ShouldBe("Note");
        }
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void A_note_that_is_too_long_is_refused_and_one_that_just_fits_is_kept(CaseStepKind step)
    {
        var subject = Sample.In(CaseStepRule.For(step).From[0]);

        Sample.Take(subject, step, new string('长', CaseStep.NoteLength + 1)).Error.ShouldBeOfType<PlatformErrors.TooLong>();
        Sample.Take(subject, step, "  " + new string('长', CaseStep.NoteLength) + "\n").IsOk.ShouldBeTrue();

        subject.Steps[^1].Note.Length.ShouldBe(CaseStep.NoteLength);
    }

    [Fact]
    public void Steps_are_numbered_from_one_without_gaps_and_say_who_and_when()
    {
        var subject = Sample.In(CaseState.Archived);

        subject.Steps.Select(s => s.Sequence).ShouldBe(Enumerable.Range(1, 8));
        subject.Steps.Select(s => s.Kind).ShouldBe(
        [
            CaseStepKind.Register, CaseStepKind.Accept, CaseStepKind.Dispatch, CaseStepKind.Sign, CaseStepKind.SubmitResult,
            CaseStepKind.PassVerification, CaseStepKind.Close, CaseStepKind.Archive,
        ]);
        subject.Steps.Select(s => s.At).ShouldBe(Enumerable.Range(0, 8).Select(i => Sample.Start.AddMinutes(10 * i)));
        subject.Steps.Select(s => s.Id).Distinct().Count().ShouldBe(8);
        subject.Steps.Where(s => s.Kind is CaseStepKind.Sign or CaseStepKind.SubmitResult)
            .ShouldAllBe(s => s.ActorId == Sample.Handler.UserId && s.BodyName == Sample.Handler.BodyName);
    }

    [Fact]
    public void Whoever_handled_a_case_does_not_verify_it()
    {
        foreach (var passed in new[] { true, false })
        {
            var subject = Sample.In(CaseState.Handling);
            subject.SubmitResult(Sample.Clerk, "已恢复供暖", Sample.Start.AddHours(2)).IsOk.ShouldBeTrue();

            subject.Verify(Sample.Clerk, passed, "属实", Sample.Start.AddHours(3))
                .Error.ShouldBeOfType<CaseErrors.VerifierMustNotBeHandler>().Ground.ShouldBe("case.verification");
            subject.State.ShouldBe(CaseState.Verifying);
            subject.Verify(Sample.Colleague, passed, "属实", Sample.Start.AddHours(3)).IsOk.ShouldBeTrue();
        }
    }

    [Fact]
    public void Only_the_last_result_decides_who_must_not_verify()
    {
        var subject = Sample.In(CaseState.Handling);
        subject.SubmitResult(Sample.Clerk, "已恢复供暖", Sample.Start.AddHours(2));
        subject.Verify(Sample.Colleague, false, "仍不热", Sample.Start.AddHours(3));
        subject.SubmitResult(Sample.Colleague, "更换阀门", Sample.Start.AddHours(4));

        subject.Verify(Sample.Colleague, true, "属实", Sample.Start.AddHours(5)).IsOk.ShouldBeFalse();
        subject.Verify(Sample.Clerk, true, "属实", Sample.Start.AddHours(5)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_case_is_not_assigned_to_a_body_of_another_area()
    {
        var subject = Sample.In(CaseState.Accepted);

        var taken = subject.Dispatch(Sample.Clerk, Sample.OtherHousing, "", Sample.Start.AddHours(2));

        taken.Error.ShouldBeOfType<CaseErrors.BodyNotCompetent>().Body.ShouldBe(Sample.OtherHousing.Name);
        subject.State.ShouldBe(CaseState.Accepted);
        subject.LeadBodyCode.ShouldBeNull();
        subject.Steps.Count.ShouldBe(2);
    }

    [Fact]
    public void An_assignment_names_the_body_and_ends_with_recall_return_or_reopening()
    {
        var subject = Sample.In(CaseState.Dispatched);
        subject.LeadBodyCode.ShouldBe(Sample.Housing.Code);
        subject.LeadBodyName.ShouldBe(Sample.Housing.Name);
        subject.Steps[^1].TargetBodyName.ShouldBe(Sample.Housing.Name);

        foreach (var (state, step) in new[]
            { (CaseState.Dispatched, CaseStepKind.Recall), (CaseState.Handling, CaseStepKind.Return), (CaseState.Closed, CaseStepKind.Reopen) })
        {
            subject = Sample.In(state);
            Sample.Take(subject, step);
            subject.LeadBodyCode.ShouldBeNull();
            subject.LeadBodyName.ShouldBeNull();
        }
    }

    [Fact]
    public void Closing_keeps_the_answer_and_the_moment_and_reopening_takes_both_back()
    {
        var subject = Sample.In(CaseState.Verified);
        subject.ClosedAt.ShouldBeNull();

        subject.Close(Sample.Clerk, " 已恢复供暖。 ", Sample.Start.AddDays(2));
        subject.Answer.ShouldBe("已恢复供暖。");
        subject.ClosedAt.ShouldBe(Sample.Start.AddDays(2));

        subject.Reopen(Sample.Clerk, "又停了", Sample.Handling, Sample.Start.AddDays(3));
        subject.Answer.ShouldBeNull();
        subject.ClosedAt.ShouldBeNull();
        subject.ResultById.ShouldBeNull();
        subject.ReopenCount.ShouldBe(1);
    }

    [Fact]
    public void A_refusal_keeps_its_reason_as_the_answer_but_no_closing_moment()
    {
        var subject = Sample.Registered();

        subject.Refuse(Sample.Clerk, "不属于本辖区", Sample.Start.AddHours(1));

        subject.Answer.ShouldBe("不属于本辖区");
        subject.ClosedAt.ShouldBeNull();
    }

    [Fact]
    public void Closing_twice_keeps_the_first_answer()
    {
        var subject = Sample.In(CaseState.Closed);
        var (answer, at, steps) = (subject.Answer, subject.ClosedAt, subject.Steps.Count);

        subject.Close(Sample.Clerk, "另一个答复", Sample.Start.AddDays(9)).IsOk.ShouldBeTrue();

        (subject.Answer, subject.ClosedAt, subject.Steps.Count).ShouldBe((answer, at, steps));
    }

    [Fact]
    public void Every_step_rests_on_the_ground_its_rule_names()
    {
        foreach (var rule in CaseStepRule.All)
        {
            var subject = Sample.In(rule.From[0]);
            Sample.Take(subject, rule.Kind);
            subject.Steps[^1].Ground.ShouldBe(rule.Ground);
        }
    }

    [Theory]
    [InlineData(CaseStepKind.Accept, GroundKeys.CaseAccept)]
    [InlineData(CaseStepKind.Refuse, GroundKeys.CaseAccept)]
    [InlineData(CaseStepKind.Dispatch, GroundKeys.CaseDispatch)]
    [InlineData(CaseStepKind.Sign, GroundKeys.CasePromptMeasures)]
    [InlineData(CaseStepKind.PassVerification, GroundKeys.CaseVerification)]
    public void The_ground_is_the_one_meant_for_the_step(CaseStepKind step, string ground) => CaseStepRule.For(step).Ground.ShouldBe(ground);

    [Fact]
    public void Registration_names_every_fault_at_its_field()
    {
        var bad = Sample.Facts with
        {
            Title = "", Description = new string('长', CaseFacts.DescriptionLength + 1), PlaceDetail = new string('长', CaseFacts.PlaceDetailLength + 1),
            CategoryCode = "", Channel = 0, Urgency = 0,
        };

        var made = Case.Register(Sample.Number(), bad, (null, null), "x", Guid.NewGuid(), Sample.Clerk, Sample.Acceptance, Sample.Start);

        made.Errors.Select(e => e.Field).ShouldBe(["Title", "Description", "PlaceDetail", "CategoryCode", "Channel", "Urgency"], ignoreOrder: true);
        made.Errors.ShouldAllBe(e => e is PlatformErrors.Required || e is PlatformErrors.TooLong);
    }

    [Fact]
    public void Facts_are_cleaned_of_what_cannot_be_stored_or_seen()
    {
        var facts = (Sample.Facts with { Title = " 停\u0000暖\r\n三天 ", Description = "一\r\n二\r三", PlaceDetail = "\t三号楼\u202E" }).Cleaned();

        facts.Title.ShouldBe("停暖 三天");
        facts.Description.ShouldBe("一\n二\n三");
        facts.PlaceDetail.ShouldBe("三号楼");
    }

    [Fact]
    public void A_step_of_the_system_has_no_account()
    {
        var system = Sample.Clerk with { UserId = Guid.Empty };
        var subject = Sample.Registered();

        subject.Accept(system, "", Sample.Handling, Sample.Start.AddHours(1));

        subject.Steps[^1].ActorId.ShouldBeNull();
    }

    [Fact]
    public void Asking_a_refusal_for_its_value_is_a_bug() =>
        Should.Throw<InvalidOperationException>(() => ((Result<int>)new CaseErrors.NotFound()).Value);
}
