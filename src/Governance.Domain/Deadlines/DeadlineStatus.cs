using System.Globalization;
using Governance.Domain.Common;

namespace Governance.Domain.Deadlines;

/// <summary>How urgent a deadline is, for colour and order.</summary>
public enum DeadlineUrgency
{
    /// <summary>More than one working day left.</summary>
    Calm = 1,

    /// <summary>Ends today or on the next working day (即将到期).</summary>
    Soon = 2,

    /// <summary>Over (已超期).</summary>
    Late = 3,
}

/// <summary>A deadline said in a person's words at a moment: 今天 17:30, 剩 2 日, 超 2 日.</summary>
/// <param name="Text">The words.</param>
/// <param name="Urgency">The colour.</param>
public sealed record DeadlineStatus(string Text, DeadlineUrgency Urgency)
{
    /// <summary>Says a running deadline.</summary>
    public static DeadlineStatus Of(DateTimeOffset dueAt, DateTimeOffset now, WorkingCalendar calendar)
    {
        var today = now.ChinaDay();
        var dueDay = dueAt.ChinaDay();
        var time = dueAt.ToChina().ToString("HH:mm", CultureInfo.InvariantCulture);
        if (now > dueAt)
        {
            var late = calendar.WorkingDaysBetween(dueDay, today);
            // On the weekend after a Friday no working day has gone by, and yet it is not 'today' any more.
            return new DeadlineStatus(dueDay == today ? $"超期（今天 {time}）" : $"超 {Math.Max(late, 1)} 日", DeadlineUrgency.Late);
        }
        if (dueDay == today)
            return new DeadlineStatus($"今天 {time}", DeadlineUrgency.Soon);
        var left = calendar.WorkingDaysBetween(today, dueDay);
        return new DeadlineStatus($"剩 {Math.Max(left, 1)} 日", dueAt <= calendar.DueSoonUntil(now) ? DeadlineUrgency.Soon : DeadlineUrgency.Calm);
    }
}
