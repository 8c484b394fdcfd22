namespace Governance.Domain.SubTasks;

/// <summary>Where a task of an assisting unit (协办任务) stands; the number is the order of its life.</summary>
public enum SubTaskState
{
    /// <summary>待签收: given, the unit has not confirmed it.</summary>
    Assigned = 1,

    /// <summary>办理中.</summary>
    Working = 2,

    /// <summary>待确认: the unit has reported, the lead looks at it.</summary>
    Reported = 3,

    /// <summary>已完成: the lead has taken the report.</summary>
    Done = 4,

    /// <summary>已撤销: taken back, by hand or with the assignment of the case.</summary>
    Withdrawn = 5,
}

/// <summary>Names of the states.</summary>
public static class SubTaskStates
{
    /// <summary>Chinese name.</summary>
    public static string DisplayName(this SubTaskState state) => state switch
    {
        SubTaskState.Assigned => "待签收",
        SubTaskState.Working => "办理中",
        SubTaskState.Reported => "待确认",
        SubTaskState.Done => "已完成",
        SubTaskState.Withdrawn => "已撤销",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>True while somebody has to act on it.</summary>
    public static bool IsOpen(this SubTaskState state) => state is SubTaskState.Assigned or SubTaskState.Working or SubTaskState.Reported;
}
