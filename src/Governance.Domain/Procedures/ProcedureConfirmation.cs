using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;

namespace Governance.Domain.Procedures;

/// <summary>司法确认: both parties may ask the court to confirm their agreement while the time for it runs (人民调解法第三十三条, 民事诉讼法第二百零五条).</summary>
public sealed partial class Procedure
{
    /// <summary>The portal reminds this long before the time ends.</summary>
    public static readonly TimeSpan RemindBefore = TimeSpan.FromDays(7);

    /// <summary>Until when both parties may ask, UTC; null when there is nothing to confirm.</summary>
    public DateTimeOffset? ConfirmUntil { get; private set; }

    /// <summary>When the portal reminded, UTC.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>The day they asked, in China.</summary>
    public DateOnly? ConfirmAppliedOn { get; private set; }

    /// <summary>The court they asked.</summary>
    public string? ConfirmCourt { get; private set; }

    /// <summary>When the court should have answered, UTC.</summary>
    public DateTimeOffset? ConfirmDueAt { get; private set; }

    /// <summary>What the court said.</summary>
    public ConfirmationResult? Confirmation { get; private set; }

    /// <summary>True while the parties may still ask, whatever the hour.</summary>
    public bool AwaitsConfirmation => ConfirmUntil is not null && ConfirmAppliedOn is null;

    /// <summary>申请司法确认: jointly, on a day within the time.</summary>
    /// <param name="court">The court.</param>
    /// <param name="bothApply">True when both parties ask together.</param>
    /// <param name="on">The day.</param>
    /// <param name="courtLimit">Time the court has.</param>
    /// <param name="actor">Who writes it down.</param>
    /// <param name="calendar">The city's calendar.</param>
    /// <param name="at">Now, UTC.</param>
    public Result ApplyForConfirmation(
        string court, bool bothApply, DateOnly on, ProcedureLimitRule? courtLimit, Actor actor, WorkingCalendar calendar, DateTimeOffset at)
    {
        if (ConfirmUntil is not { } until)
            return new ProcedureErrors.NotConfirmable();
        if (ConfirmAppliedOn is not null)
            return new ProcedureErrors.AppliedBefore();
        court = PlainText.CleanLine(court);
        var errors = new List<Error>();
        Need(errors, "Court", "受理法院", court, BodyNameLength, true);
        if (!bothApply)
            errors.Add(new ProcedureErrors.BothMustApply { Field = "BothAgree" });
        CheckDay(errors, on, at);
        if (on > until.ChinaDay())
            errors.Add(new ProcedureErrors.ConfirmationClosed(Day(until.ChinaDay())) { Field = "On" });
        if (errors.Count > 0)
            return Common.Result.Refused(errors);
        (ConfirmAppliedOn, ConfirmCourt) = (on, court);
        ConfirmDueAt = courtLimit is null ? null : ProcedureClock.Count(courtLimit, on, calendar);
        Record(ProcedureEntryKind.ApplyConfirmation, "申请司法确认", on, actor, at, court, ConfirmDueAt);
        return Common.Result.Ok;
    }

    /// <summary>司法确认结果: what the court said.</summary>
    public Result RecordConfirmation(ConfirmationResult result, DateOnly on, string note, Actor actor, DateTimeOffset at)
    {
        if (ConfirmAppliedOn is not { } applied || Confirmation is not null)
            return new ProcedureErrors.NoOpenApplication();
        note = PlainText.Clean(note);
        var errors = new List<Error>();
        Need(errors, "Note", "裁定文号或者说明", note, ProcedureEntry.NoteLength, true);
        if (on < applied)
            errors.Add(new ProcedureErrors.TooEarly(Day(applied)) { Field = "On" });
        else if (on > at.ChinaDay())
            errors.Add(new ProcedureErrors.TooLate { Field = "On" });
        if (errors.Count > 0)
            return Common.Result.Refused(errors);
        (Confirmation, ConfirmDueAt) = (result, null);
        Record(ProcedureEntryKind.Confirmation, result.DisplayName(), on, actor, at, note, null);
        return Common.Result.Ok;
    }

    /// <summary>True when the parties should be reminded now.</summary>
    public bool IsReminderDue(DateTimeOffset at) =>
        AwaitsConfirmation && RemindedAt is null && ConfirmUntil is { } until && at >= until - RemindBefore && at < until;

    /// <summary>提醒: the time to ask ends soon. Gives false when there is nothing to remind of.</summary>
    public bool Remind(Actor system, DateTimeOffset at)
    {
        if (!IsReminderDue(at))
            return false;
        RemindedAt = at;
        Record(ProcedureEntryKind.Remind, "司法确认期限将届满", at.ChinaDay(), system, at, $"双方须在 {Day(ConfirmUntil!.Value.ChinaDay())} 以前共同申请。", ConfirmUntil);
        return true;
    }
}
