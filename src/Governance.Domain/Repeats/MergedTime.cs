using Governance.Domain.Cases;
using Governance.Domain.Deadlines;

namespace Governance.Domain.Repeats;

/// <summary>When a case followed another one (已并案): its own clocks stood still then.</summary>
public static class MergedTime
{
    /// <summary>Reads the stretches off a timeline; one that still lasts has an open end.</summary>
    public static IReadOnlyList<ClockSpan> Of(IEnumerable<(CaseStepKind Kind, DateTimeOffset At)> timeline)
    {
        var spans = new List<ClockSpan>();
        foreach (var (kind, at) in timeline)
            // A lead that is merged itself brings its repeats along: they stay merged.
            if (kind == CaseStepKind.Merge && (spans.Count == 0 || spans[^1].To < DateTimeOffset.MaxValue))
                spans.Add(ClockSpan.Since(at));
            else if (kind == CaseStepKind.Unmerge)
                spans[^1] = spans[^1] with { To = at };
        return spans;
    }
}
