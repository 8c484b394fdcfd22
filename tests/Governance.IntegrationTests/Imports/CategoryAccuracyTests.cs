using System.Diagnostics;
using Governance.Infrastructure.Cities;
using Governance.IntegrationTests.Support;
using Xunit.Abstractions;

namespace Governance.IntegrationTests.Imports;

/// <summary>
/// How often the keyword table of the packs proposes a category of the class that people gave a real message, and how long a proposal takes.
/// The table is not learnt from these messages by a program; the five parts show how much the figure swings.
/// </summary>
public sealed class CategoryAccuracyTests(ITestOutputHelper output)
{
    private const int Parts = 5;

    [SharedDataFact("messages-lowrisk.csv")]
    public void The_first_guess_is_right_for_most_and_one_of_three_for_nearly_all()
    {
        var pack = CityPackReader.Read(Path.Combine(ImportPortal.Checkout, "cities", "hohhot")).Pack!;
        var labelled = MessageSample.Best.Read("title", "body", "l1_label").Where(r => r[2].Length > 0)
            .GroupBy(r => r[2]).SelectMany(g => g.Select((r, i) => (Row: r, Part: i % Parts))).ToList();
        labelled.Count.ShouldBe(621);

        var watch = Stopwatch.StartNew();
        var slowest = TimeSpan.Zero;
        var results = labelled.Select(m =>
        {
            var before = watch.Elapsed;
            var proposed = pack.Proposer.Propose(m.Row[0], m.Row[1]).Select(p => pack.CategoryByCode(p.Category)!.Parent!).ToList();
            var took = watch.Elapsed - before;
            slowest = took > slowest ? took : slowest;
            var right = pack.FindMessageLabel(m.Row[2])!.Categories;
            return (m.Part, First: proposed.Take(1).Any(p => right.Contains(p)), Three: proposed.Any(p => right.Contains(p)));
        }).ToList();

        var first = results.GroupBy(r => r.Part).Select(g => g.Average(r => r.First ? 1.0 : 0)).ToList();
        var three = results.GroupBy(r => r.Part).Select(g => g.Average(r => r.Three ? 1.0 : 0)).ToList();
        output.WriteLine($"first guess {first.Average():P1} ({first.Min():P1} to {first.Max():P1}), one of three {three.Average():P1} ({three.Min():P1} to {three.Max():P1}), slowest {slowest.TotalMilliseconds:F1} ms");
        first.Average().ShouldBeGreaterThan(0.75);
        three.Average().ShouldBeGreaterThan(0.9);
        (watch.Elapsed / results.Count).ShouldBeLessThan(TimeSpan.FromMilliseconds(20));
    }
}
