using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;
using static Governance.UnitTests.Procedures.ProcedureSample;

namespace Governance.UnitTests.Procedures;

/// <summary>A procedure from its opening to its outcome, and what follows an agreement.</summary>
[Trait("Provision", "P32")]
public sealed class ProcedureTests
{
    [Fact]
    public void Opening_says_everything_that_is_missing_at_its_field()
    {
        var refused = TryOpen("reconsideration", opening: new ProcedureOpening(Today.AddDays(1), " ", "", " ", -1, null, ""));

        refused.Errors.Select(e => (e.Field, e.GetType())).ShouldBe(
        [
            ("BodyName", typeof(PlatformErrors.Required)), ("Act", typeof(PlatformErrors.Required)), ("Amount", typeof(ProcedureErrors.BadAmount)),
            ("On", typeof(ProcedureErrors.TooLate)),
        ]);
        TryOpen("people-mediation", opening: Opening(agree: null)).Error.ShouldBeOfType<ProcedureErrors.ConsentUnknown>().Field.ShouldBe("BothAgree");
        TryOpen("people-mediation", opening: Opening(agree: false)).Error.Message.ShouldContain("《人民调解法》第三条");
    }

    [Fact]
    public void Each_step_follows_only_its_predecessor_and_starts_its_limit()
    {
        var mediation = Open("medical-mediation", Today.AddDays(-3));
        mediation.DueAt.ShouldBeNull();

        mediation.Advance(Kind("medical-mediation"), "mediate", Today, "", Who, Calendar, Now).Error.ShouldBeOfType<ProcedureErrors.WrongStep>();
        mediation.Advance(Kind("medical-mediation"), "accept", Today.AddDays(-4), "", Who, Calendar, Now).Error.ShouldBeOfType<ProcedureErrors.TooEarly>();
        mediation.Advance(Kind("medical-mediation"), "accept", Today, "", Who, Calendar, Now).Errors.ShouldBeEmpty();
        mediation.DueAt.ShouldBe(ProcedureClock.Count(Catalogue.FindLimit("YL-01")!, Today, Calendar));
        var due = mediation.DueAt;
        mediation.Advance(Kind("medical-mediation"), "mediate", Today, "", Who, Calendar, Now).Errors.ShouldBeEmpty();
        mediation.DueAt.ShouldBe(due);
        mediation.Entries.Select(e => (e.Sequence, e.Title)).ShouldBe([(1, "申请"), (2, "受理"), (3, "调解")]);
    }

    [Fact]
    public void An_outcome_follows_only_its_steps_and_ends_everything()
    {
        var mediation = Open("people-mediation");

        End(mediation, "agreed").Error.ShouldBeOfType<ProcedureErrors.WrongOutcome>();
        mediation.Advance(Kind("people-mediation"), "accept", Today, "", Who, Calendar, Now).Errors.ShouldBeEmpty();
        End(mediation, "agreed").Error.ShouldBeOfType<ProcedureErrors.WrongOutcome>();
        End(mediation, "withdrawn").Errors.ShouldBeEmpty();
        mediation.IsRunning.ShouldBeFalse();
        End(mediation, "withdrawn").Error.ShouldBeOfType<ProcedureErrors.Ended>();
        mediation.Advance(Kind("people-mediation"), "mediate", Today, "", Who, Calendar, Now).Error.ShouldBeOfType<ProcedureErrors.Ended>();
        mediation.Change(new ProcedureChange("别处", "", null, null, "换人"), Who, Now).Error.ShouldBeOfType<ProcedureErrors.Ended>();
    }

    [Fact]
    public void A_limit_is_extended_once_and_not_beyond_what_the_law_allows()
    {
        var arbitration = At("labour-arbitration", "accept");
        var limit = Catalogue.FindLimit("LD-04");
        var due = arbitration.DueAt!.Value.ChinaDay();

        arbitration.Extend(limit, due, "案情复杂", Who, Calendar, Now).Error.ShouldBeOfType<ProcedureErrors.NotLater>();
        arbitration.Extend(limit, due.AddDays(16), "案情复杂", Who, Calendar, Now).Error.ShouldBeOfType<ProcedureErrors.ExtendedTooFar>();
        arbitration.Extend(limit, due.AddDays(15), "", Who, Calendar, Now).Error.ShouldBeOfType<PlatformErrors.Required>();
        arbitration.Extend(limit, due.AddDays(15), "案情复杂", Who, Calendar, Now).Errors.ShouldBeEmpty();
        arbitration.DueAt!.Value.ChinaDay().ShouldBe(due.AddDays(15));
        arbitration.Extend(limit, due.AddDays(16), "再延", Who, Calendar, Now).Error.ShouldBeOfType<ProcedureErrors.ExtendedBefore>();
        Open("labour-mediation").Extend(Catalogue.FindLimit("LD-01"), due, "太忙", Who, Calendar, Now).Error.ShouldBeOfType<ProcedureErrors.NotExtendable>();
    }

    [Theory]
    [Trait("Provision", "P35")]
    [InlineData("people-mediation")]
    [InlineData("court-diverted")]
    public void An_agreement_may_be_confirmed_within_thirty_days_of_its_effect_by_both_and_not_later(string kind)
    {
        var effect = new DateOnly(2026, 3, 2);
        var agreed = Ended(kind, "agreed", effect);
        agreed.ConfirmUntil!.Value.ChinaDay().ShouldBe(new DateOnly(2026, 4, 1));

        Apply(agreed, new DateOnly(2026, 4, 2)).Error.ShouldBeOfType<ProcedureErrors.ConfirmationClosed>();
        Apply(agreed, new DateOnly(2026, 4, 1), both: false).Error.ShouldBeOfType<ProcedureErrors.BothMustApply>();
        Apply(agreed, new DateOnly(2026, 4, 1)).Errors.ShouldBeEmpty();
        Apply(agreed, new DateOnly(2026, 4, 1)).Error.ShouldBeOfType<ProcedureErrors.AppliedBefore>();
        agreed.ConfirmDueAt!.Value.ChinaDay().ShouldBe(new DateOnly(2026, 5, 6));

        agreed.RecordConfirmation(ConfirmationResult.Confirmed, new DateOnly(2026, 4, 20), "（2026）内0102民特12号", Who, Later).Errors.ShouldBeEmpty();
        agreed.RecordConfirmation(ConfirmationResult.Rejected, new DateOnly(2026, 4, 21), "又一份", Who, Later).Error.ShouldBeOfType<ProcedureErrors.NoOpenApplication>();
        agreed.Confirmation.ShouldBe(ConfirmationResult.Confirmed);
    }

    [Fact]
    [Trait("Provision", "P35")]
    public void What_is_no_agreement_of_a_mediation_is_not_confirmed()
    {
        foreach (var (kind, outcome) in new[] { ("reconciliation", "agreed"), ("people-mediation", "failed"), ("court-entrusted", "agreed"), ("commercial-arbitration", "mediated") })
            Apply(Ended(kind, outcome), Today).Error.ShouldBeOfType<ProcedureErrors.NotConfirmable>();
        Ended("people-mediation", "agreed").RecordConfirmation(ConfirmationResult.Confirmed, Today, "文号", Who, Now).Error.ShouldBeOfType<ProcedureErrors.NoOpenApplication>();
    }

    [Fact]
    [Trait("Provision", "P35")]
    public void The_portal_reminds_once_in_the_last_week_and_only_while_it_helps()
    {
        var agreed = Ended("people-mediation", "agreed");
        var until = agreed.ConfirmUntil!.Value;

        agreed.Remind(Who, until - Procedure.RemindBefore - TimeSpan.FromMinutes(1)).ShouldBeFalse();
        agreed.Remind(Who, until).ShouldBeFalse();
        agreed.Remind(Who, until - Procedure.RemindBefore).ShouldBeTrue();
        agreed.Remind(Who, until - TimeSpan.FromDays(1)).ShouldBeFalse();
        agreed.Entries[^1].Kind.ShouldBe(ProcedureEntryKind.Remind);
        var applied = Ended("people-mediation", "agreed");
        Apply(applied, Today).Errors.ShouldBeEmpty();
        applied.Remind(Who, until - TimeSpan.FromDays(1)).ShouldBeFalse();
    }

    [Fact]
    [Trait("Provision", "P35")]
    public void A_court_sends_a_dispute_and_gets_it_back_with_a_receipt()
    {
        var diverted = Open("court-diverted");
        diverted.HandOver(new HandOverSlip(HandOverDirection.FromCourt, "", "", "", Today.AddDays(1)), Who, Now).Errors.Count.ShouldBe(3);
        diverted.HandOver(new HandOverSlip(HandOverDirection.FromCourt, "新城区人民法院", "（2026）内0102诉前调1号", "起诉状等材料", Today), Who, Now).Errors.ShouldBeEmpty();
        diverted.Receive(1, "王芳", Today, Who, Now).Errors.ShouldBeEmpty();
        diverted.Receive(1, "王芳", Today, Who, Now).Error.ShouldBeOfType<ProcedureErrors.ReceivedBefore>();
        diverted.Advance(Kind("court-diverted"), "mediate", Today, "", Who, Calendar, Now).Errors.ShouldBeEmpty();
        diverted.DueAt.ShouldBe(ProcedureClock.Count(Catalogue.FindLimit("SQ-01")!, Today, Calendar));
        End(diverted, "failed").Errors.ShouldBeEmpty();

        diverted.HandOver(new HandOverSlip(HandOverDirection.ToCourt, "新城区人民法院", "", "调解不成，退回起诉材料", Today), Who, Now).Errors.ShouldBeEmpty();
        diverted.Receive(2, "立案庭 张立", Today.AddDays(-1), Who, Now).Error.ShouldBeOfType<ProcedureErrors.TooEarly>();
        diverted.Receive(2, "立案庭 张立", Today, Who, Now).Errors.ShouldBeEmpty();
        diverted.Entries.Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, diverted.Entries.Count));
    }

    private static readonly DateTimeOffset Later = new(2026, 4, 25, 2, 0, 0, TimeSpan.Zero);

    private static Result Apply(Procedure procedure, DateOnly on, bool both = true) =>
        procedure.ApplyForConfirmation("新城区人民法院", both, on, Catalogue.CourtLimit, Who, Calendar, Later);
}
