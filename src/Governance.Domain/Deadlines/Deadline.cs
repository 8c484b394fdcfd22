using System.Globalization;
using Governance.Domain.Cities;
using Governance.Domain.Common;

namespace Governance.Domain.Deadlines;

/// <summary>A counted limit: when it ends and how that was found.</summary>
/// <param name="Limit">The limit that was counted.</param>
/// <param name="StartedAt">When the clock started, UTC.</param>
/// <param name="DueAt">When it ends, UTC.</param>
/// <param name="CountedDays">The days that count, in order; empty for hours.</param>
/// <param name="SkippedDays">The days in between that do not count.</param>
/// <param name="Estimated">True when a day lay outside the known calendar.</param>
public sealed record Deadline(
    TimeLimit Limit,
    DateTimeOffset StartedAt,
    DateTimeOffset DueAt,
    IReadOnlyList<DateOnly> CountedDays,
    IReadOnlyList<DateOnly> SkippedDays,
    bool Estimated)
{
    private const int DaysNamedOneByOne = 5;

    /// <summary>Days that would count, had the clock not been paused at their closing.</summary>
    public IReadOnlyList<DateOnly> PausedDays { get; init; } = [];

    /// <summary>What it was extended by, each counted from the end of the one before.</summary>
    public IReadOnlyList<Deadline> Extensions { get; init; } = [];

    /// <summary>The same, extended by another limit that was counted from its end.</summary>
    public Deadline Then(Deadline extension) => this with { DueAt = extension.DueAt, Extensions = [.. Extensions, extension] };

    /// <summary>One sentence a clerk can read out: which days count and when it ends.</summary>
    public string Explanation => Extensions.Count == 0
        ? Sentence(DueAt)
        : Sentence(Extensions[0].StartedAt) + string.Concat(Extensions.Select(e => $"延期 {e.Limit.DisplayText}，{e.Explanation}"));

    private string Sentence(DateTimeOffset end)
    {
        var due = Day(end.ToChina(), "MM-dd HH:mm");
        var estimated = Estimated ? "其中有日期超出已公布的放假安排，暂按周一至周五推算。" : "";
        var skipped = SkippedDays.Count > 0 ? $"，跳过休息日和节假日 {SkippedDays.Count} 天" : "";
        if (CountedDays.Count == 0)
        {
            var how = Limit.Unit == TimeLimitUnit.WorkingHour ? "起按办公时间计算" : "起连续计算";
            return $"自 {Day(StartedAt.ToChina(), "MM-dd HH:mm")} {how} {Limit.DisplayText}{skipped}，期满 {due}。{estimated}";
        }
        var days = CountedDays.Count <= DaysNamedOneByOne
            ? string.Join("、", CountedDays.Select(Day))
            : $"{Day(CountedDays[0])} 起至 {Day(CountedDays[^1])}，共 {CountedDays.Count} 日";
        var from = Limit.Unit == TimeLimitUnit.WorkingDay ? "自下一个工作日起算" : "自次日起算";
        var paused = PausedDays.Count > 0 ? $"，暂停 {PausedDays.Count} 天不计" : "";
        return $"{from}：{days}{skipped}{paused}，期满 {due}。{estimated}";
    }

    private static string Day(DateOnly day) => day.ToString("MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset moment, string format) => moment.ToString(format, CultureInfo.InvariantCulture);
}
