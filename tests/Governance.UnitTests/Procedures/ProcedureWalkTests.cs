using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Procedures;
using static Governance.UnitTests.Procedures.ProcedureSample;

namespace Governance.UnitTests.Procedures;

/// <summary>Thousands of cases in which people try whatever comes to mind: the rules hold at every moment.</summary>
[Trait("Provision", "P32")]
public sealed class ProcedureWalkTests
{
    private const int Cases = 400;
    private const int Tries = 60;

    private static readonly (string One, string Other)[] Excluded =
    [
        ("reconsideration", "administrative-suit"), ("commercial-arbitration", "civil-suit"), ("labour-arbitration", "civil-suit"),
        ("land-arbitration", "civil-suit"), ("people-mediation", "civil-suit"), ("people-mediation", "trade-mediation"), ("court-diverted", "civil-suit"),
        ("court-diverted", "people-mediation"), ("petition", "civil-suit"), ("petition", "reconsideration"), ("petition", "labour-arbitration"),
        ("petition", "ruling"), ("labour-arbitration", "land-arbitration"),
    ];

    [Fact]
    public void No_two_excluded_procedures_run_no_outcome_comes_without_its_steps_and_every_deadline_is_exact()
    {
        var random = new Random(20260310);
        var (opened, refused, ended, moved) = (0, 0, 0, 0);
        for (var one = 0; one < Cases; one++)
        {
            var labour = random.Next(3) == 0;
            var at = Now;
            var procedures = new List<Procedure>();
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                at = at.AddDays(random.Next(6));
                var today = at.ChinaDay();
                if (procedures.Count == 0 || random.Next(3) == 0)
                {
                    var kind = Catalogue.Kinds[random.Next(Catalogue.Kinds.Count)];
                    var dossier = new ProcedureDossier(CaseState.Handling, labour, [.. procedures.Select(p => p.Standing(Kind(p.KindCode)))]);
                    var tried = Procedure.Open(
                        Guid.NewGuid(), kind, Opening(today.AddDays(-random.Next(3)), random.Next(2) == 0 ? "甲决定" : "乙决定", random.Next(5) != 0), dossier, Who, Calendar, at);
                    if (tried.IsOk)
                        procedures.Add(tried.Value);
                    (opened, refused) = tried.IsOk ? (opened + 1, refused) : (opened, refused + 1);
                }
                else
                {
                    var chosen = procedures[random.Next(procedures.Count)];
                    var kind = Kind(chosen.KindCode);
                    var step = kind.Steps[random.Next(kind.Steps.Count)].Code;
                    var from = kind.FindStep(chosen.StepCode)!;
                    var before = chosen.StepCode;
                    if (random.Next(3) > 0)
                    {
                        var taken = chosen.Advance(kind, step, today, "", Who, Calendar, at);
                        taken.IsOk.ShouldBe(chosen.IsRunning && from.Next.Contains(step));
                        moved += taken.IsOk ? 1 : 0;
                    }
                    else
                    {
                        var outcome = kind.Outcomes[random.Next(kind.Outcomes.Count)];
                        var ran = chosen.IsRunning;
                        var taken = chosen.End(kind, outcome.Code, today, "说明", null, Who, Calendar, at);
                        taken.IsOk.ShouldBe(ran && outcome.MayFollow(before));
                        ended += taken.IsOk ? 1 : 0;
                    }
                }
                Check(procedures, labour);
            }
        }
        foreach (var happened in new[] { opened, refused, ended, moved })
            happened.ShouldBeGreaterThan(1000, $"{opened} opened, {refused} refused, {ended} ended, {moved} moved");
    }

    private static void Check(List<Procedure> procedures, bool labour)
    {
        var running = procedures.Where(p => p.IsRunning).ToList();
        foreach (var (one, other) in Excluded)
            foreach (var left in running.Where(p => p.KindCode == one))
                running.Where(p => p.KindCode == other && (left.Act.Length == 0 || p.Act.Length == 0 || left.Act == p.Act))
                    .ShouldBeEmpty($"{one} beside {other}");
        foreach (var group in running.GroupBy(p => (p.KindCode, p.Act)))
            group.Count().ShouldBe(1);
        foreach (var procedure in procedures)
        {
            var kind = Kind(procedure.KindCode);
            var way = procedure.Entries.Where(e => e.Kind is ProcedureEntryKind.Open or ProcedureEntryKind.Step).Select(e => kind.Steps.First(s => s.Name == e.Title)).ToList();
            for (var i = 1; i < way.Count; i++)
                way[i - 1].Next.ShouldContain(way[i].Code);
            procedure.Entries.Select(e => e.On).ShouldBeInOrder();
            if (procedure.OutcomeCode is { } outcome)
                kind.FindOutcome(outcome)!.MayFollow(way[^1].Code).ShouldBeTrue();
            if (labour && kind.Nature == ProcedureNature.CivilSuit)
                procedures.ShouldContain(p => p.Nature == ProcedureNature.LabourArbitration && p.Result != null && p.Result != ProcedureResult.Withdrawn);
            // The limit in force is that of the last step that had one, counted from the day of that step.
            var last = way.FindLastIndex(s => s.Limit is not null || s.StopsLimit);
            var limit = last < 0 ? null : way[last].Limit;
            procedure.LimitId.ShouldBe(limit?.Id);
            if (limit is not null)
            {
                var day = procedure.Entries.Where(e => e.Kind is ProcedureEntryKind.Open or ProcedureEntryKind.Step).ElementAt(last).On;
                procedure.DueAt.ShouldBe(ProcedureClock.Count(limit, day, Calendar));
            }
        }
    }
}
