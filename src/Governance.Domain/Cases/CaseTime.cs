using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;

namespace Governance.Domain.Cases;

/// <summary>
/// More time (延期) and a standing clock (暂停计时): asked for by the body that handles the case, decided by somebody who runs cases there. The
/// deadline is counted anew from what was granted, never moved.
/// </summary>
public sealed partial class Case
{
    private readonly List<TimeRequest> _timeRequests = [];

    /// <summary>Every request, oldest first.</summary>
    public IReadOnlyList<TimeRequest> TimeRequests => _timeRequests;

    /// <summary>When a request was made that nobody has decided yet, UTC; null without one.</summary>
    public DateTimeOffset? TimeAskedAt { get; private set; }

    /// <summary>Until when the clock stands, UTC; null while it runs.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>The limits that are counted one after the other: that of the case and its granted extensions.</summary>
    public IReadOnlyList<TimeLimit> Limits() => [Limit, .. OfThisRun.Select(r => r.Adds()).OfType<TimeLimit>()];

    /// <summary>The stretches in which the clock stood or will stand; one that follows another case has no own end to count to.</summary>
    public IReadOnlyList<ClockSpan> Pauses() =>
        [.. OfThisRun.Select(r => r.Stops()).OfType<ClockSpan>(), .. MergedSpans().Where(s => s.To < DateTimeOffset.MaxValue)];

    /// <summary>申请延期.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="value">How many units more.</param>
    /// <param name="longest">The longest extension of such a case; null where there is none.</param>
    /// <param name="words">Why.</param>
    /// <param name="at">Now, UTC.</param>
    public Result AskExtension(Actor actor, int value, TimeLimit? longest, string words, DateTimeOffset at)
    {
        if (CheckTime(CaseStepKind.AskExtension, actor, ref words) is { } refusal)
            return refusal;
        if (TimeAskedAt is not null)
            return new TimeErrors.PendingBefore { Ground = GroundKeys.CaseDeadline };
        if (longest is null)
            return new TimeErrors.NoExtension { Ground = GroundKeys.CaseDeadline };
        if (at > DueAt)
            return new TimeErrors.AlreadyDue { Ground = GroundKeys.CaseDeadline };
        if (value < 1)
            return new PlatformErrors.Required("Value", "延期多少") { Field = "Value" };
        if (value > ExtensionLeft(longest))
            return new TimeErrors.ExtensionTooLong(longest.DisplayText) { Field = "Value", Ground = GroundKeys.CaseDeadline };

        var asked = TimeRequest.Extension(Id, ReopenCount, longest with { Value = value }, words, actor, at);
        _timeRequests.Add(asked);
        TimeAskedAt = at;
        Record(CaseStepKind.AskExtension, actor, at, $"{(longest with { Value = value }).DisplayText}。{words}", GroundKeys.CaseDeadline);
        return Result.Ok;
    }

    /// <summary>How much of the longest extension is left.</summary>
    public int ExtensionLeft(TimeLimit longest) =>
        longest.Value - OfThisRun.Select(r => r.Adds()).OfType<TimeLimit>().Where(l => l.Unit == longest.Unit).Sum(l => l.Value);

    /// <summary>申请暂停计时.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="reason">Reason of the pack; null when none was chosen.</param>
    /// <param name="until">Last day of the pause.</param>
    /// <param name="latest">Latest day the city allows.</param>
    /// <param name="words">What is waited for.</param>
    /// <param name="at">Now, UTC.</param>
    public Result AskPause(Actor actor, PauseReason? reason, DateOnly? until, DateOnly latest, string words, DateTimeOffset at)
    {
        if (CheckTime(CaseStepKind.AskPause, actor, ref words) is { } refusal)
            return refusal;
        if (TimeAskedAt is not null)
            return new TimeErrors.PendingBefore { Ground = GroundKeys.CaseDeadline };
        if (PausedUntil is not null)
            return new TimeErrors.PausedBefore { Ground = GroundKeys.CaseDeadline };
        if (at > DueAt)
            return new TimeErrors.AlreadyDue { Ground = GroundKeys.CaseDeadline };
        if (reason is null || !reason.Fits(CategoryCode))
            return new TimeErrors.UnknownReason { Field = "Reason" };
        if (until is not { } last || last <= at.ChinaDay() || last > latest)
            return new TimeErrors.BadPauseEnd(latest) { Field = "Until", Ground = GroundKeys.CaseDeadline };

        // The clock stands through the whole of the last day.
        _timeRequests.Add(TimeRequest.Pause(Id, ReopenCount, reason, ChinaTime.At(last.AddDays(1), TimeOnly.MinValue), words, actor, at));
        TimeAskedAt = at;
        Record(CaseStepKind.AskPause, actor, at, $"{reason.Name}，暂停至 {last:yyyy-MM-dd}。{words}", GroundKeys.CaseDeadline);
        return Result.Ok;
    }

    /// <summary>同意、不同意: somebody other than who asked decides; a granted pause stands from when it was asked for.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="granted">The decision.</param>
    /// <param name="words">What is said with it; the reason of a refusal is required.</param>
    /// <param name="count">Counts the deadline from limits and pauses as they are then.</param>
    /// <param name="at">Now, UTC.</param>
    public Result DecideTime(Actor actor, Guid requestId, bool granted, string words, Func<Case, Deadline> count, DateTimeOffset at)
    {
        if (_timeRequests.Find(r => r.Id == requestId) is not { State: TimeRequestState.Pending } asked)
            return new TimeErrors.NothingToDecide();
        var kind = (asked.Kind, granted) switch
        {
            (TimeRequestKind.Extension, true) => CaseStepKind.GrantExtension,
            (TimeRequestKind.Extension, false) => CaseStepKind.DenyExtension,
            (_, true) => CaseStepKind.GrantPause,
            _ => CaseStepKind.DenyPause,
        };
        if (asked.AskedById == actor.UserId)
            return new TimeErrors.OwnRequest { Ground = GroundKeys.CaseDeadline };
        if (CheckTime(kind, actor, ref words) is { } refusal)
            return refusal;

        asked.Decide(granted, words, actor, at);
        TimeAskedAt = null;
        if (granted)
            MoveDue(count(this).DueAt);
        // A request that waited longer than the pause it asked for changes the deadline and stops nothing any more.
        if (asked.Stops() is { } stop && stop.To > at)
            PausedUntil = stop.To;
        Record(kind, actor, at, words, GroundKeys.CaseDeadline, dueAt: granted ? DueAt : null);
        _steps[^1].Name([new Mention(asked.AskedById, asked.AskedByName)]);
        return Result.Ok;
    }

    /// <summary>恢复计时: what was waited for is there before its time.</summary>
    public Result Resume(Actor actor, string words, Func<Case, Deadline> count, DateTimeOffset at)
    {
        if (CheckTime(CaseStepKind.Resume, actor, ref words) is { } refusal)
            return refusal;
        if (PausedUntil is null || PausedUntil <= at)
            return new TimeErrors.NotPaused();
        EndPause(actor, words, count, at);
        return Result.Ok;
    }

    /// <summary>暂停期满: the clock goes on by itself. Nothing happens when it went on before.</summary>
    /// <returns>True when the clock went on.</returns>
    public bool ExpirePause(Actor system, DateTimeOffset at)
    {
        if (PausedUntil is not { } until || until > at)
            return false;
        PausedUntil = null;
        Record(CaseStepKind.Resume, system, at, "暂停期满，自动恢复计时。", GroundKeys.CaseDeadline, dueAt: DueAt);
        return true;
    }

    /// <summary>A case that has left the handling needs no more time and stands no more.</summary>
    public void EndTimeRequests(Actor system, Func<Case, Deadline> count)
    {
        if (State == CaseState.Handling || (TimeAskedAt is null && PausedUntil is null))
            return;
        var at = _steps[^1].At;
        _timeRequests.Find(r => r.State == TimeRequestState.Pending)?.Lapse(at);
        TimeAskedAt = null;
        if (PausedUntil > at)
            EndPause(system, "案件已进入下一环节，自动恢复计时。", count, at);
        PausedUntil = null;
    }

    private void EndPause(Actor actor, string words, Func<Case, Deadline> count, DateTimeOffset at)
    {
        _timeRequests.Last(r => r.Stops() is { } stop && stop.To == PausedUntil).End(at);
        PausedUntil = null;
        MoveDue(count(this).DueAt);
        Record(CaseStepKind.Resume, actor, at, words, GroundKeys.CaseDeadline, dueAt: DueAt);
    }

    private IEnumerable<TimeRequest> OfThisRun => _timeRequests.Where(r => r.Run == ReopenCount);

    private Error? CheckTime(CaseStepKind kind, Actor actor, ref string words)
    {
        if (State != CaseState.Handling)
            return new CaseErrors.WrongState(kind, State) { Ground = GroundKeys.CaseDeadline };
        if (!TimeRule.May(actor, kind, State, Place, LeadBodyCode))
            return new PlatformErrors.NotPermitted { Ground = GroundKeys.CaseDeadline };
        var rule = TimeRule.For(kind);
        words = PlainText.Clean(words);
        if (rule.NoteRequired && words.Length == 0)
            return new CaseErrors.NoteRequired(rule.NoteLabel) { Field = "Note" };
        return words.Length > WordsLength ? new PlatformErrors.TooLong(rule.NoteLabel, WordsLength, words.Length) { Field = "Note" } : null;
    }

    /// <summary>Longest words with a request or a decision about time.</summary>
    public const int WordsLength = 1000;
}
