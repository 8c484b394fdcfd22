namespace Governance.Benchmarks;

/// <summary>What can be measured, by name.</summary>
internal static class BenchParts
{
    /// <summary>Every part.</summary>
    public static IReadOnlyDictionary<string, Func<BenchPortal, BenchRequest, BenchReport, Task>> All { get; } =
        new Dictionary<string, Func<BenchPortal, BenchRequest, BenchReport, Task>>
        {
            ["reads"] = ReadBench.RunAsync,
            ["search"] = SearchBench.RunAsync,
            ["dashboard"] = DashboardBench.RunAsync,
            ["pages"] = PageBench.RunAsync,
            ["intake"] = IntakeBench.RunAsync,
            ["commands"] = CommandBench.RunAsync,
        };
}
