using System.Diagnostics;

namespace Governance.Benchmarks;

/// <summary>How long something took over its runs, in milliseconds, and what it allocated in a run.</summary>
/// <param name="Runs">Every run, sorted.</param>
/// <param name="AllocatedBytes">Bytes a run allocated in this process, on average.</param>
internal sealed record Timing(IReadOnlyList<double> Runs, long AllocatedBytes)
{
    /// <summary>Median.</summary>
    public double Median => At(0.5);

    /// <summary>95th percentile.</summary>
    public double P95 => At(0.95);

    /// <summary>Slowest run.</summary>
    public double Worst => Runs[^1];

    /// <summary>Runs something so often, after a few runs that do not count.</summary>
    public static async Task<Timing> OfAsync(Func<int, Task> act, int runs = 100, int warmUp = 5)
    {
        for (var i = 0; i < warmUp; i++)
            await act(i);
        var times = new List<double>(runs);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await act(i);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / runs;
        times.Sort();
        return new Timing(times, allocated);
    }

    /// <summary>E.g. <c>1.2 ms (p95 1.9, max 3.4)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Median:0.0} ms (p95 {P95:0.0}, max {Worst:0.0})");

    private double At(double share) => Runs[Math.Min(Runs.Count - 1, (int)(Runs.Count * share))];
}
