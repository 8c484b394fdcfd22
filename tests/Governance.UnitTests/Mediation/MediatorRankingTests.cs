using Governance.Domain.Cities;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.UnitTests.Cities;
using static Governance.UnitTests.Mediation.MediationSample;

namespace Governance.UnitTests.Mediation;

/// <summary>Who is asked first, and why (H28, H40, H41).</summary>
[Trait("Provision", "P34")]
public sealed class MediatorRankingTests
{
    private const string Property = "0201";

    [Fact]
    public void The_committee_of_the_trade_comes_before_everybody_else()
    {
        var far = Candidate("医调员", CommitteeKind.Trade, City, committee: ["0902"], running: 9);
        var near = Candidate("社区员", CommitteeKind.Peoples, Village, own: ["0902"]);

        var ranked = Rank("0902", far, near);

        ranked.Select(r => r.Candidate.Name).ShouldBe(["医调员", "社区员"]);
        ranked[0].Reasons.ShouldContain("医疗纠纷有专门的调解委员会");
        ranked[1].Reasons.ShouldNotContain(r => r.Contains("专门"));
    }

    [Fact]
    public void Then_the_speciality_then_who_is_nearest_then_who_has_least_in_hand()
    {
        var leaf = Candidate("甲", area: County, own: [Property], running: 5);
        var top = Candidate("乙", area: Village, own: ["02"]);
        var generalNear = Candidate("丙", area: Village);
        var generalFar = Candidate("丁", area: Township);
        var generalNearBusy = Candidate("戊", area: Village, running: 3);
        var other = Candidate("己", area: Village, own: ["1502"]);

        Rank(Property, other, generalNearBusy, generalFar, generalNear, top, leaf).Select(r => r.Candidate.Name)
            .ShouldBe(["甲", "乙", "丙", "戊", "丁", "己"]);
    }

    [Fact]
    public void Who_is_on_leave_or_has_the_name_of_a_party_is_left_out()
    {
        var away = Candidate("甲") with { AwayUntil = Today };
        var party = Candidate("乙");

        Rank(Property, ["乙"], away, party, Candidate("丙")).ShouldHaveSingleItem().Candidate.Name.ShouldBe("丙");
        MediatorRanking.LeaveOut(Wish(Property, ["乙"]), [party, Candidate("丙"), away]).Select(l => (l.Candidate.Name, l.Why)).ShouldBe(
            [("乙", "与本案申请人同名或者同一电话，应当回避"), ("甲", "休假至 3月10日")]);
    }

    [Fact]
    public void Success_orders_nobody()
    {
        var poor = Candidate("甲") with { Record = new MediatorRecord(0, 20, 1) };
        var rich = Candidate("乙") with { Record = new MediatorRecord(0, 20, 20) };

        Rank(Property, rich, poor).Select(r => r.Candidate.Name).ShouldBe(Rank(Property, poor, rich).Select(r => r.Candidate.Name));
        Rank(Property, rich, poor)[0].Candidate.Name.ShouldBe("乙", "the order of the names, which says nothing of anybody");
    }

    [Fact]
    public void The_reasons_are_facts_a_person_can_check()
    {
        var candidate = Candidate("甲", area: Township, own: [Property]) with { Record = new MediatorRecord(3, 12, 10) };

        Rank(Property, candidate)[0].Reasons.ShouldBe(
            ["专长相符：物业服务", "服务本乡镇街道", "在办 3 件", "近一年办结 12 件，达成协议 10 件（83%）", "不在休假"]);
        Rank("0202", candidate)[0].Reasons[0].ShouldBe("专长不含本类");
        Rank("0202", Candidate("甲", own: ["02"]))[0].Reasons[0].ShouldBe("专长大类相符：住房与物业");
        Rank(Property, Candidate("甲", area: AreaCode.Parse("150102002000")))[0].Reasons[1].ShouldStartWith("服务地区是");
    }

    [Theory]
    [InlineData(0, 0, "近一年没有办结")]
    [InlineData(4, 4, "近一年办结 4 件，达成协议 4 件（不足 5 件，不算成功率）")]
    [InlineData(5, 4, "近一年办结 5 件，达成协议 4 件（80%）")]
    public void A_rate_is_told_from_five_ended_cases_on(int ended, int agreed, string words) =>
        new MediatorRecord(0, ended, agreed).Describe().ShouldBe(words);

    [Fact]
    public void The_order_is_the_same_however_the_candidates_come()
    {
        var random = new Random(20260310);
        string[][] specialities = [[], [Property], ["02"], ["1502"]];
        AreaCode[] areas = [City, County, Township, Village];
        for (var round = 0; round < 300; round++)
        {
            var candidates = Enumerable.Range(0, random.Next(1, 9)).Select(i => Candidate(
                "名" + random.Next(4), random.Next(2) == 0 ? CommitteeKind.Peoples : CommitteeKind.Trade, areas[random.Next(4)],
                specialities[random.Next(4)], specialities[random.Next(4)], random.Next(3))).ToArray();
            var ranked = Rank(Property, candidates);
            random.Shuffle(candidates);
            Rank(Property, candidates).Select(r => r.Candidate.Id).ShouldBe(ranked.Select(r => r.Candidate.Id));
            // Nobody stands before somebody who is at least as good in every respect and better in one.
            for (var i = 1; i < ranked.Count; i++)
                Better(ranked[i].Candidate, ranked[i - 1].Candidate).ShouldBeFalse();
        }
    }

    private static bool Better(MediatorCandidate one, MediatorCandidate other)
    {
        var (category, wish) = (Packs.Hohhot.CategoryByCode(Property)!, Wish(Property, []));
        (int, int)[] pairs =
        [
            (MediatorRanking.IsOfTradeCommittee(one, wish) ? 1 : 0, MediatorRanking.IsOfTradeCommittee(other, wish) ? 1 : 0),
            ((int)MediatorRanking.FitOf(one, category), (int)MediatorRanking.FitOf(other, category)),
            (MediatorRanking.NearnessOf(one, Village), MediatorRanking.NearnessOf(other, Village)), (-one.Record.Running, -other.Record.Running),
        ];
        return pairs.All(p => p.Item1 >= p.Item2) && pairs.Any(p => p.Item1 > p.Item2);
    }

    private static MediatorWish Wish(string category, IEnumerable<string> names) =>
        new(
        Packs.Hohhot.CategoryByCode(category)!, Village, Packs.Hohhot.FindTrade(category),
        [.. names.Select(n => new CasePerson("申请人", new PersonMarks(n, null, null)))]);

    private static IReadOnlyList<RankedMediator> Rank(string category, params MediatorCandidate[] candidates) => Rank(category, [], candidates);

    private static IReadOnlyList<RankedMediator> Rank(string category, string[] names, params MediatorCandidate[] candidates) =>
        MediatorRanking.Rank(Wish(category, names), candidates, Packs.Hohhot);

    private static MediatorCandidate Candidate(
        string name, CommitteeKind kind = CommitteeKind.Peoples, AreaCode? area = null, string[]? own = null, string[]? committee = null, int running = 0) => new(
        Guid.NewGuid(), name, "某调委会", kind, committee ?? [], null, own ?? [], area ?? Village, null, new MediatorRecord(running, 0, 0));
}
