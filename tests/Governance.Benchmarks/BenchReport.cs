using System.Globalization;
using System.Text;

namespace Governance.Benchmarks;

/// <summary>Collects figures and writes them as one table.</summary>
/// <param name="request">What was measured.</param>
/// <param name="cases">How many cases the database held at the start.</param>
internal sealed class BenchReport(BenchRequest request, long cases)
{
    private readonly List<(string Id, string What, string Figure, string Budget)> _rows = [];

    /// <summary>Adds a figure.</summary>
    /// <param name="id">Id of the budget it belongs to.</param>
    /// <param name="what">What was measured.</param>
    /// <param name="figure">What came out, with its spread.</param>
    /// <param name="budget">What it should be; may be empty.</param>
    public void Add(string id, string what, string figure, string budget = "")
    {
        _rows.Add((id, what, figure, budget));
        Console.WriteLine($"{id}  {what}: {figure}{(budget.Length > 0 ? $"  [{budget}]" : "")}");
    }

    /// <summary>Writes the table.</summary>
    public void Write(string path)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Benchmarks

            Written by `scripts/bench.sh`. Commit {request.Commit}, {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores shared with other work, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GB, {cases:N0} generated cases, PostgreSQL, portal and measuring program on the same machine. Timed figures drift here: compare ratios, not single times. Each is the median of its runs with 95th percentile and slowest run.

            | budget | what | figure | should be |
            |---|---|---|---|

            """);
        foreach (var (id, what, figure, budget) in _rows.OrderBy(r => r.Id, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {id} | {what} | {figure} | {budget} |\n");
        File.WriteAllText(path, text.ToString());
    }
}
