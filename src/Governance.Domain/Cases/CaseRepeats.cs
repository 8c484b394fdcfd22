using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;
using Governance.Domain.Repeats;

namespace Governance.Domain.Cases;

/// <summary>
/// One matter that several people brought (并案, H43): the repeats follow their lead case, which alone has a clock and is handled. A repeat
/// keeps its number and its reporter, who gets the lead's answer and rates it.
/// </summary>
public sealed partial class Case
{
    /// <summary>Most repeats of one lead: they are answered in the transaction that closes it.</summary>
    public const int MostRepeats = 1000;

    /// <summary>How many numbers the lead's timeline names when several repeats are taken in at once.</summary>
    private const int NumbersNamed = 5;

    private static readonly CaseState[] MergedFrom = [CaseState.Registered, CaseState.Accepted, CaseState.Dispatched, CaseState.Handling];

    /// <summary>The case this one follows (主案), or null.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>Where it stood when it was merged; null while it follows nobody.</summary>
    public CaseState? StateBeforeMerge { get; private set; }

    /// <summary>When it was merged, UTC: its own clock stands still from then on.</summary>
    public DateTimeOffset? MergedAt { get; private set; }

    /// <summary>How many cases follow this one.</summary>
    public int RepeatCount { get; private set; }

    /// <summary>When it followed another case, now included; its own clocks stood still then.</summary>
    public IReadOnlyList<ClockSpan> MergedSpans() => MergedTime.Of(_steps.Select(s => (s.Kind, s.At)));

    /// <summary>True when a case in that state may be merged into another one: somebody still works towards an answer, and nobody decides who leads.</summary>
    public static bool MayBeMerged(CaseState state) => MergedFrom.Contains(state);

    /// <summary>True for the steps of a lead that its repeats go along with.</summary>
    public static bool IsFollowed(CaseStepKind kind) => kind is CaseStepKind.Close or CaseStepKind.Refuse or CaseStepKind.Reopen;

    /// <summary>并案: takes repeats of the same matter in. All of them or none.</summary>
    /// <param name="repeats">The cases to merge into this one.</param>
    /// <param name="theirs">Cases that follow one of <paramref name="repeats"/>: they come along, so that nobody follows a follower.</param>
    /// <param name="actor">Who merges.</param>
    /// <param name="reason">Why it is the same matter; required.</param>
    /// <param name="at">Now, UTC.</param>
    public Result TakeIn(IReadOnlyList<Case> repeats, IReadOnlyList<Case> theirs, Actor actor, string reason, DateTimeOffset at)
    {
        reason = PlainText.Clean(reason);
        var errors = CheckTakeIn(repeats, theirs, reason);
        if (errors.Count > 0)
            return Result.Refused(errors);

        foreach (var repeat in repeats)
        {
            (repeat.StateBeforeMerge, repeat.MergedAt, repeat.State, repeat.RepeatCount) = (repeat.State, at, CaseState.Merged, 0);
            repeat.Join(this, actor, reason, at);
        }
        foreach (var one in theirs)
            one.Join(this, actor, reason, at);
        RepeatCount += repeats.Count + theirs.Count;
        var taken = repeats.Concat(theirs).Select(r => r.Number.Value).ToList();
        var named = string.Join("、", taken.Take(NumbersNamed)) + (taken.Count > NumbersNamed ? $" 等 {taken.Count} 件" : "");
        Record(CaseStepKind.TakeInRepeats, actor, at, $"并入 {named}，诉求人次 {RepeatCount + 1}。{reason}", GroundKeys.CaseIntake);
        return Result.Ok;
    }

    /// <summary>撤销并案: the repeat is a case of its own again, where it stood; the time it was merged counts for nobody.</summary>
    /// <param name="repeat">The case that follows this one.</param>
    /// <param name="actor">Who takes it out.</param>
    /// <param name="reason">Why it is another matter; required.</param>
    /// <param name="resumed">Its own limit, counted with the pause.</param>
    /// <param name="at">Now, UTC.</param>
    public Result Release(Case repeat, Actor actor, string reason, Deadline resumed, DateTimeOffset at)
    {
        if (repeat.MergedIntoId != Id || repeat.StateBeforeMerge is not { } before)
            return new RepeatErrors.NotMerged { Ground = GroundKeys.CaseIntake };
        reason = PlainText.Clean(reason);
        if (CheckReason(reason) is { } error)
            return error;

        (repeat.State, repeat.StateBeforeMerge, repeat.MergedIntoId, repeat.MergedAt) = (before, null, null, null);
        (repeat.ClosedAt, repeat.Answer, repeat.Satisfaction, repeat.SatisfactionAt, repeat.Solved) = (null, null, null, null, null);
        repeat.StartClock(resumed);
        repeat.Record(CaseStepKind.Unmerge, actor, at, $"不再并入 {Number.Value}。{reason}", GroundKeys.CaseIntake, dueAt: resumed.DueAt);
        RepeatCount--;
        Record(CaseStepKind.ReleaseRepeat, actor, at, $"移出 {repeat.Number.Value}。{reason}", GroundKeys.CaseIntake);
        return Result.Ok;
    }

    /// <summary>A repeat goes along with a step of its lead: the same answer, told to its own reporter, or the same new start.</summary>
    /// <param name="lead">The lead after the step.</param>
    /// <param name="step">The step.</param>
    public void Follow(Case lead, CaseStep step)
    {
        if (MergedIntoId != lead.Id || !IsFollowed(step.Kind))
            throw new InvalidOperationException("A repeat follows its own lead to an answer and back.");
        (ClosedAt, Answer) = (lead.ClosedAt, lead.Answer);
        if (step.Kind == CaseStepKind.Reopen)
            (Satisfaction, SatisfactionAt) = (null, null);
        _steps.Add(step.For(this));
    }

    private void Join(Case lead, Actor actor, string reason, DateTimeOffset at)
    {
        MergedIntoId = lead.Id;
        Record(CaseStepKind.Merge, actor, at, $"并入 {lead.Number.Value}。{reason}", GroundKeys.CaseIntake);
    }

    private List<Error> CheckTakeIn(IReadOnlyList<Case> repeats, IReadOnlyList<Case> theirs, string reason)
    {
        var errors = new List<Error>();
        if (MergedIntoId is not null || !State.IsOpen())
            errors.Add(new RepeatErrors.LeadIsNotOpen(Number.Value, State) { Ground = GroundKeys.CaseIntake });
        if (repeats.Count == 0)
            errors.Add(new PlatformErrors.Required("Repeats", "要并入的案件") { Field = "Repeats" });
        foreach (var repeat in repeats)
            if (repeat.Id == Id)
                errors.Add(new RepeatErrors.IntoItself(Number.Value) { Field = "Repeats" });
            else if (repeat.MergedIntoId is not null)
                errors.Add(new RepeatErrors.MergedBefore(repeat.Number.Value) { Field = "Repeats" });
            else if (!MayBeMerged(repeat.State))
                errors.Add(new RepeatErrors.WrongState(repeat.Number.Value, repeat.State) { Field = "Repeats", Ground = GroundKeys.CaseIntake });
        if (RepeatCount + repeats.Count + theirs.Count > MostRepeats)
            errors.Add(new RepeatErrors.TooMany(MostRepeats) { Field = "Repeats" });
        if (CheckReason(reason) is { } wrong)
            errors.Add(wrong);
        return errors;
    }

    private static Error? CheckReason(string reason) => reason.Length switch
    {
        0 => new PlatformErrors.Required("Reason", "并案理由") { Field = "Reason" },
        > RepeatReasonLength => new PlatformErrors.TooLong("并案理由", RepeatReasonLength, reason.Length) { Field = "Reason" },
        _ => null,
    };

    /// <summary>Longest reason for merging or taking out.</summary>
    public const int RepeatReasonLength = 500;
}
