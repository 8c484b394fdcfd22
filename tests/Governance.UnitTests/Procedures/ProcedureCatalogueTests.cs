using Governance.Domain.Cities;
using Governance.Domain.Procedures;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Procedures;

/// <summary>The procedures of the packs as a whole: nobody gets stuck, nothing is law that was not seen.</summary>
[Trait("Provision", "P32")]
public sealed class ProcedureCatalogueTests
{
    public static TheoryData<string> Kinds => new(Packs.Hohhot.Procedures.Kinds.Select(k => k.Code));

    [Fact]
    public void Both_cities_have_the_seven_ways_from_the_same_files()
    {
        foreach (var pack in new[] { Packs.Hohhot, Packs.Anyang })
            pack.Procedures.Kinds.Select(k => k.Way).Distinct().Order().ShouldBe(Enum.GetValues<ProcedureWay>());
        Packs.Anyang.Procedures.Limits.ShouldBe(Packs.Hohhot.Procedures.Limits);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_step_can_be_reached_and_left(string code)
    {
        var kind = ProcedureSample.Kind(code);
        var reached = new HashSet<string> { kind.Steps[0].Code };
        foreach (var step in kind.Steps)
        {
            reached.ShouldContain(step.Code);
            reached.UnionWith(step.Next);
            kind.OutcomesFrom(step.Code).ShouldNotBeEmpty(step.Code);
        }
        kind.Outcomes.ShouldContain(o => o.Result == ProcedureResult.Success);
        kind.Outcomes.ShouldContain(o => o.Result == ProcedureResult.Withdrawn && o.From.Count == 0);
    }

    [Fact]
    public void A_mediation_that_fails_always_tells_ways_that_are_open_next()
    {
        foreach (var kind in ProcedureSample.Catalogue.Kinds.Where(k => k.Nature is ProcedureNature.Mediation or ProcedureNature.DivertedMediation))
        {
            var failed = kind.FindOutcome("failed").ShouldNotBeNull(kind.Code);
            failed.Ways.ShouldNotBeEmpty(kind.Code);
            failed.Ways.ShouldAllBe(w => w.Why.Length > 0);
            kind.FindOutcome("agreed")!.Confirmation.ShouldNotBeNull(kind.Code).Value.ShouldBe(30);
        }
    }

    [Fact]
    public void A_limit_that_was_not_seen_in_the_law_says_so_and_why()
    {
        var doubtful = ProcedureSample.Catalogue.Limits.Where(l => l.Status == TimeLimitStatus.CityToConfirm).ToList();

        doubtful.Select(l => l.Id).ShouldBe(["RT-02", "ZA-02", "CJ-03", "CJ-04", "AM-01", "TM-01", "SM-01", "ZC-03", "CJ-06"]);
        doubtful.ShouldAllBe(l => !l.IsSettled && l.Standing == "待本市确认" && l.Note.Length > 0);
        ProcedureSample.Catalogue.Limits.Except(doubtful).ShouldAllBe(l => l.IsSettled && l.Standing == "已核对原文" && l.Basis.StartsWith('《'));
    }

    [Fact]
    public void What_the_city_confirmed_lies_over_the_pack_wherever_the_limit_is_used_and_can_be_taken_away_again()
    {
        var pack = ProcedureSample.Catalogue;
        var said = new ConfirmedLimit("AM-01", 20, ProcedureLimitUnit.WorkingDay, "本市行政调解办法第十二条", "冯军", ProcedureSample.Now);

        var laid = pack.With([said]);

        var limit = laid.FindKind("admin-mediation")!.FindStep("accept")!.Limit.ShouldNotBeNull();
        (limit.DisplayText, limit.Basis, limit.Standing, limit.IsSettled).ShouldBe(("20 个工作日", "本市行政调解办法第十二条", "本市已确认", true));
        laid.FindLimit("AM-01").ShouldBe(limit);
        laid.FindLimit("RT-02").ShouldBe(pack.FindLimit("RT-02"));
        laid.With([]).FindLimit("AM-01").ShouldBe(pack.FindLimit("AM-01"));
        pack.FindLimit("AM-01")!.DisplayText.ShouldBe("未定");
    }

    [Fact]
    public void The_papers_are_there_and_name_only_what_can_be_filled_in() =>
        ProcedureSample.Catalogue.Templates.Select(t => t.Title)
            .ShouldBe(["调解申请书", "受理通知书", "调解笔录", "调解协议书", "回访记录", "案件移送（分流）单"]);
}
