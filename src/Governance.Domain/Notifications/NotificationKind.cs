namespace Governance.Domain.Notifications;

/// <summary>Why somebody is told about a case (通知).</summary>
public enum NotificationKind
{
    /// <summary>待办: it is the person's turn; gone by itself when the turn has passed.</summary>
    Turn = 1,

    /// <summary>催办: the same, and somebody urges.</summary>
    Urge = 2,

    /// <summary>批示: a leader has instructed.</summary>
    Instruction = 3,

    /// <summary>提到我: somebody named the person in a note.</summary>
    Mention = 4,

    /// <summary>协办: a task was given to the person's unit, sent back or withdrawn, or a unit has reported.</summary>
    Task = 5,

    /// <summary>时限申请: more time or a pause is asked for and waits for the person's decision; gone by itself when it was decided.</summary>
    TimeAsked = 6,

    /// <summary>时限批复: what the person asked for was decided, or the clock of the unit's case goes on.</summary>
    TimeDecided = 7,

    /// <summary>督办: a card was given to the person's unit or lifted, or the unit has replied to the person's card.</summary>
    Supervision = 8,
}

/// <summary>Names and nature of the kinds.</summary>
public static class NotificationKinds
{
    /// <summary>The name people read.</summary>
    public static string DisplayName(this NotificationKind kind) => kind switch
    {
        NotificationKind.Turn => "待办",
        NotificationKind.Urge => "催办",
        NotificationKind.Instruction => "批示",
        NotificationKind.Mention => "提到我",
        NotificationKind.Task => "协办",
        NotificationKind.TimeAsked => "时限申请",
        NotificationKind.TimeDecided => "时限批复",
        NotificationKind.Supervision => "督办",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>True when a colleague who acts settles it for the others.</summary>
    public static bool EndsWithTheTurn(this NotificationKind kind) => kind is NotificationKind.Turn or NotificationKind.Urge;
}
