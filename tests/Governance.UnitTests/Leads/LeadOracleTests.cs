using FsCheck;
using FsCheck.Fluent;
using Governance.Application.Cases;
using Governance.Application.Leads;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Leads;

/// <summary>
/// Any departments, places and answers of the real packs: exactly one lead, or exactly one body whose turn it is, and the same as a second
/// reading of the article says that was written without the first.
/// </summary>
[Trait("Provision", "P37")]
public sealed class LeadOracleTests
{
    private const int Cases = 200_000;

    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void Every_situation_has_one_lead_or_one_turn_and_agrees_with_the_oracle(string city)
    {
        var pack = Packs.Of(city);
        var villages = pack.Divisions.Where(d => d.Level == DivisionLevel.Village).Select(d => d.Code).ToArray();
        var reached = new Dictionary<string, int>();
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).Select(seed => Draw(new Random(seed), pack, villages)).ToArbitrary(), drawn =>
        {
            var decision = LeadRule.Decide(drawn.Situation);
            reached[decision.Rule.Sentence] = reached.GetValueOrDefault(decision.Rule.Sentence) + 1;
            return (decision.Lead is null) != (decision.Turn is null)
                && (decision.Lead?.Code, decision.Turn?.Code) == Oracle(pack, drawn)
                && decision.Facts.EndsWith($"{decision.Rule.Sentence}。", StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases / 2));

        // A generator that never reaches a rule would prove nothing of it.
        LeadRule.All.Where(rule => reached.GetValueOrDefault(rule.Sentence) < 100).Select(rule => rule.Sentence).ShouldBeEmpty();
    }

    private sealed record Drawn(AreaCode[] Places, string[] Departments, LeadSituation Situation)
    {
        public override string ToString() => $"{string.Join(' ', Places)} {string.Join(' ', Departments)} {Situation}";
    }

    private static Drawn Draw(Random random, CityPack pack, AreaCode[] villages)
    {
        var first = villages[random.Next(villages.Length)];
        // Near, farther, anywhere: one township, one county, the city.
        AreaCode Near() => random.Next(3) switch
        {
            0 => villages.Where(v => v.Value[..9] == first.Value[..9]).First(),
            1 => first.AncestorAt((DivisionLevel)random.Next(3, 6)),
            _ => villages[random.Next(villages.Length)],
        };
        AreaCode[] places = [first, .. Enumerable.Range(0, random.Next(4) == 0 ? random.Next(1, 4) : 0).Select(_ => Near())];
        var competent = places.SelectMany(place => new[] { DivisionLevel.City, DivisionLevel.County, DivisionLevel.Township }
            .SelectMany(level => pack.BodiesOf(place.AncestorAt(level)))).Where(b => b.Kind is BodyKind.Department or BodyKind.TownshipOffice)
            .Select(b => b.Code).Distinct().ToArray();
        string[] departments = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => competent[random.Next(competent.Length)]).Distinct()];
        var question = LeadQuestion.Ask(pack, first, new TakeStep(Guid.Empty, 0, CaseStepKind.Dispatch, "", departments[0])
        {
            OtherBodyCodes = departments[1..],
            OtherPlaces = places[1..],
        }).Value;
        var unanimous = random.Next(2) == 0 ? random.Next(departments.Length) : -1;
        var silent = random.Next(3) == 0;
        return new Drawn(places, departments, question with
        {
            Proposals = question.Departments.Where(_ => !silent || random.Next(2) == 0)
                .ToDictionary(d => d.Code, _ => question.Departments[unanimous >= 0 ? unanimous : random.Next(departments.Length)]),
            Expired = random.Next(3) == 0,
            ReturnedBy = random.Next(10) == 0 ? [.. Enumerable.Repeat("某单位", random.Next(1, 5))] : [],
            Objector = random.Next(20) == 0 ? question.Departments[random.Next(departments.Length)] : null,
            Named = random.Next(20) == 0 ? question.Departments[random.Next(departments.Length)] : null,
        });
    }

    // H43 read from the end: what the centre said holds; what was fought over is the centre's; then places, then departments.
    private static (string? Lead, string? Turn) Oracle(CityPack pack, Drawn drawn)
    {
        var s = drawn.Situation;
        if (s.Named != null)
            return (s.Named.Code, null);
        var centre = CentreAbove(pack, [.. drawn.Places.Select(p => p.Value), .. drawn.Departments.Select(d => d.Split('-')[0])]);
        if (s.Objector != null || s.ReturnedBy.Count > 2)
            return (null, centre);
        var stems = drawn.Places.Select(p => p.Value[6..9] == "000" ? p.Value[..6] : p.Value[..9]).Distinct().ToList();
        if (stems.Count(stem => !stems.Any(other => other.Length < stem.Length && stem.StartsWith(other, StringComparison.Ordinal))) > 1)
            return (null, centre);
        if (drawn.Departments.Length == 1)
            return (drawn.Departments[0], null);
        var said = new List<string>();
        foreach (var department in drawn.Departments)
        {
            if (s.Proposals.TryGetValue(department, out var proposed))
                said.Add(proposed.Code);
            else
                return (null, s.Expired ? centre : department);
        }
        return said.TrueForAll(code => code == said[0]) ? (said[0], null) : (null, centre);
    }

    // The longest stem all codes share, cut to a division with a centre: a county has one unless it exists in statistics only.
    private static string CentreAbove(CityPack pack, string[] codes)
    {
        var county = codes[0][..6];
        var ofCounty = $"{county}000000-centre";
        return county[4..] != "00" && codes.All(code => code.StartsWith(county, StringComparison.Ordinal)) && pack.FindBody(ofCounty) is not null
            ? ofCounty
            : $"{codes[0][..4]}00000000-centre";
    }
}
