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

    /// <summary>One sentence a clerk can read out: which days count and when it ends.</summary>
    public string Explanation
    {
        get
        {
            var due = Day(DueAt.ToChina(), "MM-dd HH:mm");
            if (CountedDays.Count == 0)
                return $"自 {Day(StartedAt.ToChina(), "MM-dd HH:mm")} 起连续计算 {Limit.DisplayText}，期满 {due}。";

            var days = CountedDays.Count <= DaysNamedOneByOne
                ? string.Join("、", CountedDays.Select(Day))
                : $"{Day(CountedDays[0])} 起至 {Day(CountedDays[^1])}，共 {CountedDays.Count} 日";
            var from = Limit.Unit == TimeLimitUnit.WorkingDay ? "自下一个工作日起算" : "自次日起算";
            var skipped = SkippedDays.Count > 0 ? $"，跳过休息日和节假日 {SkippedDays.Count} 天" : "";
            var estimated = Estimated ? "其中有日期超出已公布的放假安排，暂按周一至周五推算。" : "";
            return $"{from}：{days}{skipped}，期满 {due}。{estimated}";
        }
    }

    private static string Day(DateOnly day) => day.ToString("MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset moment, string format) => moment.ToString(format, CultureInfo.InvariantCulture);
}
