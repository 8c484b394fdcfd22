using Governance.Domain.Cases;
using Governance.Domain.Procedures;

namespace Governance.UnitTests.Procedures;

/// <summary>Which procedure is not open now, and by which rule.</summary>
[Trait("Provision", "P32")]
public sealed class ProcedureRuleTests
{
    public static TheoryData<string, string, string?> Beside() => new()
    {
        { "reconciliation", "civil-suit", null },
        { "reconciliation", "people-mediation", null },
        { "petition", "people-mediation", null },
        { "ruling", "admin-mediation", null },
        { "labour-arbitration", "people-mediation", null },
        { "civil-suit", "court-entrusted", null },
        { "reconsideration", "civil-suit", null },
        { "people-mediation", "people-mediation", nameof(ProcedureRule.TheSameWayRunsOnce) },
        { "people-mediation", "trade-mediation", nameof(ProcedureRule.OneMediationAtATime) },
        { "people-mediation", "court-diverted", nameof(ProcedureRule.OneMediationAtATime) },
        { "people-mediation", "civil-suit", nameof(ProcedureRule.TheCourtMediatesWhatIsFiled) },
        { "reconsideration", "administrative-suit", nameof(ProcedureRule.ReconsiderationAndSuitExcludeEachOther) },
        { "commercial-arbitration", "civil-suit", nameof(ProcedureRule.ArbitrationOrSuit) },
        { "labour-arbitration", "civil-suit", nameof(ProcedureRule.LabourArbitrationThenSuit) },
        { "land-arbitration", "civil-suit", nameof(ProcedureRule.LandArbitrationOrSuit) },
        { "land-arbitration", "labour-arbitration", nameof(ProcedureRule.OneArbitrationAtATime) },
        { "petition", "civil-suit", nameof(ProcedureRule.PetitionsMakeWayForLegalProcedures) },
        { "petition", "reconsideration", nameof(ProcedureRule.PetitionsMakeWayForLegalProcedures) },
        { "petition", "ruling", nameof(ProcedureRule.PetitionsMakeWayForLegalProcedures) },
    };

    [Theory]
    [MemberData(nameof(Beside))]
    public void What_may_run_beside_what(string one, string other, string? rule)
    {
        var expected = rule is null ? null : Rule(rule);

        WhyNot(other, [Standing(one)]).ShouldBe(expected);
        if (other != "court-entrusted")
            WhyNot(one, [Standing(other)]).ShouldBe(expected);
        // What has ended stands in nobody's way.
        WhyNot(other, [Standing(one) with { Result = ProcedureResult.Withdrawn }]).ShouldBe(other == "court-entrusted" ? ProcedureRule.EntrustingNeedsAFiledCase : null);
    }

    [Fact]
    public void Acts_that_differ_do_not_stand_in_each_others_way()
    {
        var running = Standing("reconsideration") with { Act = "限期拆除决定" };

        WhyNot("administrative-suit", [running], act: "《限期拆除 决定》").ShouldBe(ProcedureRule.ReconsiderationAndSuitExcludeEachOther);
        WhyNot("administrative-suit", [running], act: "罚款决定").ShouldBeNull();
        WhyNot("reconsideration", [running], act: "罚款决定").ShouldBeNull();
        WhyNot("reconsideration", [running], act: "限期拆除决定").ShouldBe(ProcedureRule.TheSameWayRunsOnce);
    }

    [Fact]
    public void A_labour_dispute_is_arbitrated_before_it_is_sued_about()
    {
        WhyNot("civil-suit", [], labour: true).ShouldBe(ProcedureRule.LabourDisputesAreArbitratedFirst);
        WhyNot("civil-suit", [], labour: false).ShouldBeNull();
        WhyNot("labour-arbitration", [], labour: true).ShouldBeNull();
        WhyNot("civil-suit", [Standing("labour-arbitration") with { Result = ProcedureResult.Withdrawn }], labour: true).ShouldBe(ProcedureRule.LabourDisputesAreArbitratedFirst);
        foreach (var outcome in new[] { "award", "rejected", "overdue" })
            WhyNot("civil-suit", [Of(ProcedureSample.Ended("labour-arbitration", outcome))], labour: true).ShouldBeNull(outcome);
    }

    [Theory]
    [InlineData("commercial-arbitration", "award", "civil-suit", false)]
    [InlineData("commercial-arbitration", "award", "people-mediation", false)]
    [InlineData("commercial-arbitration", "award", "reconciliation", true)]
    [InlineData("civil-suit", "effective", "civil-suit", false)]
    [InlineData("civil-suit", "effective", "petition", false)]
    [InlineData("civil-suit", "effective", "reconsideration", true)]
    [InlineData("labour-arbitration", "award", "civil-suit", true)]
    [InlineData("labour-arbitration", "award", "people-mediation", false)]
    [InlineData("land-arbitration", "award", "civil-suit", true)]
    [InlineData("petition", "closed", "petition", false)]
    [InlineData("petition", "closed", "people-mediation", true)]
    [InlineData("people-mediation", "failed", "civil-suit", true)]
    public void What_was_decided_for_good_stays_decided_but_for_the_ways_the_decision_opens(string kind, string outcome, string next, bool open) =>
        WhyNot(next, [Of(ProcedureSample.Ended(kind, outcome))]).ShouldBe(open ? null : ProcedureRule.AFinalDecisionStands);

    [Fact]
    public void A_party_that_refuses_is_not_mediated()
    {
        WhyNot("people-mediation", [], agree: false).ShouldBe(ProcedureRule.BothPartiesAgree);
        WhyNot("people-mediation", [], agree: true).ShouldBeNull();
        WhyNot("civil-suit", [], agree: false).ShouldBeNull();
    }

    [Theory]
    [InlineData(CaseState.Registered, false)]
    [InlineData(CaseState.Accepted, true)]
    [InlineData(CaseState.Handling, true)]
    [InlineData(CaseState.Verified, true)]
    [InlineData(CaseState.Closed, false)]
    [InlineData(CaseState.Refused, false)]
    public void A_procedure_begins_while_the_case_is_under_way(CaseState state, bool open) =>
        ProcedureRule.WhyNot(new ProcedureQuestion(ProcedureSample.Kind("petition"), "", null, new ProcedureDossier(state, false, [])))
            .ShouldBe(open ? null : ProcedureRule.TheCaseIsUnderWay);

    [Fact]
    public void Every_rule_speaks_in_a_sentence_and_can_forbid_something()
    {
        ProcedureRule.All.Select(r => r.Sentence).ShouldBeUnique();
        ProcedureRule.All.ShouldAllBe(r => r.Law.Length == 0 == (r.Article.Length == 0));
    }

    private static ProcedureRule? WhyNot(string kind, ProcedureStanding[] others, string act = "", bool labour = false, bool? agree = null) =>
        ProcedureRule.WhyNot(new ProcedureQuestion(ProcedureSample.Kind(kind), act, agree, new ProcedureDossier(CaseState.Handling, labour, others)));

    private static ProcedureStanding Standing(string kind) =>
        new(kind, ProcedureSample.Kind(kind).Name, ProcedureSample.Kind(kind).Nature, "", null, false, []);

    private static ProcedureStanding Of(Procedure procedure) => procedure.Standing(ProcedureSample.Kind(procedure.KindCode));

    private static ProcedureRule Rule(string name) => (ProcedureRule)typeof(ProcedureRule).GetProperty(name)!.GetValue(null)!;
}
