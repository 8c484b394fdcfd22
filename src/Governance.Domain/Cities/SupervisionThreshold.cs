namespace Governance.Domain.Cities;

/// <summary>What happens by itself at a threshold.</summary>
public enum ThresholdAction
{
    /// <summary>自动催办.</summary>
    Urge = 1,

    /// <summary>黄牌督办.</summary>
    Yellow = 2,

    /// <summary>红牌督办.</summary>
    Red = 3,
}

/// <summary>Which clock is watched.</summary>
public enum WatchedClock
{
    /// <summary>整体时限.</summary>
    Case = 1,

    /// <summary>环节时限.</summary>
    Step = 2,
}

/// <summary>How the threshold is measured.</summary>
public enum ThresholdMeasure
{
    /// <summary>So many percent of the limit are used.</summary>
    PercentUsed = 1,

    /// <summary>So many working days before the end, in the morning; 0 is the morning of the last day.</summary>
    DaysBefore = 2,

    /// <summary>At the end, or so many working days after it, in the morning.</summary>
    DaysAfter = 3,
}

/// <summary>A threshold at which a case is urged or supervised without anybody (<c>supervision.csv</c>).</summary>
/// <param name="Id">Stable id within the pack.</param>
/// <param name="Action">What happens.</param>
/// <param name="Clock">Which clock is watched.</param>
/// <param name="Measure">How it is measured.</param>
/// <param name="Value">Percent or working days.</param>
/// <param name="ReplyDays">Working days to reply; 0 for 催办, which is answered by acting.</param>
/// <param name="Note">One short sentence for the person who asks why.</param>
public sealed record SupervisionThreshold(
    string Id, ThresholdAction Action, WatchedClock Clock, ThresholdMeasure Measure, int Value, int ReplyDays, string Note)
{
    /// <summary>E.g. <c>整体时限用去 80% 时</c>, <c>环节期满时</c>, <c>整体期满后 5 个工作日</c>.</summary>
    public string When => (Clock == WatchedClock.Case ? "整体" : "环节") + (Measure, Value) switch
    {
        (ThresholdMeasure.PercentUsed, _) => $"时限用去 {Value}% 时",
        (ThresholdMeasure.DaysBefore, 0) => "期满当天上班时",
        (ThresholdMeasure.DaysBefore, _) => $"期满前 {Value} 个工作日上班时",
        (_, 0) => "期满时",
        _ => $"期满后第 {Value} 个工作日上班时",
    };

    /// <summary>E.g. <c>自动催办</c>, <c>黄牌督办</c>.</summary>
    public string What => Action switch
    {
        ThresholdAction.Urge => "自动催办",
        ThresholdAction.Yellow => "黄牌督办",
        _ => "红牌督办",
    };
}
