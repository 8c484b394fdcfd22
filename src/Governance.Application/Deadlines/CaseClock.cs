using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Deadlines;

/// <summary>Chooses the time limits of a case from the city pack and counts them on the city's calendar.</summary>
public sealed class CaseClock(IReferenceData reference)
{
    /// <summary>Who acts when the clock does something by itself.</summary>
    public Actor Itself => SystemActor.Named(TimedSteps.ActorName, reference.Pack);

    /// <summary>The limit for accepting or refusing a registered case.</summary>
    public Deadline CountAcceptance(AreaCode place, string category, CaseUrgency urgency, DateTimeOffset start) =>
        Count(TimeLimitStage.Accept, place, category, urgency, start);

    /// <summary>The limit for the whole of an accepted case (整体时限).</summary>
    public Deadline CountHandling(AreaCode place, string category, CaseUrgency urgency, DateTimeOffset start) =>
        Count(TimeLimitStage.Resolve, place, category, urgency, start);

    /// <summary>The time departments have to agree who leads (会商).</summary>
    public Deadline CountConsultation(AreaCode place, string category, CaseUrgency urgency, DateTimeOffset start) =>
        Count(TimeLimitStage.Consult, place, category, urgency, start);

    /// <summary>The limit of a merged case that becomes one of its own again: the time it was merged does not count.</summary>
    public Deadline Resume(Case repeat, DateTimeOffset at) =>
        Count(repeat.Limits(), repeat.ClockStartedAt, [.. repeat.Pauses(), .. repeat.MergedSpans().Select(s => s.To > at ? s with { To = at } : s)]);

    /// <summary>The running limit of a case with other facts; null when the same line of the pack holds for both.</summary>
    public Deadline? RecountFor(Case subject, CaseFacts facts)
    {
        var stage = subject.State == CaseState.Registered ? TimeLimitStage.Accept : TimeLimitStage.Resolve;
        var before = reference.Pack.FindTimeLimit(stage, subject.Place, subject.CategoryCode, subject.Urgency);
        var after = Rule(stage, facts.Place, facts.CategoryCode, facts.Urgency);
        return before == after ? null : Count([LimitOf(after), .. subject.Limits().Skip(1)], subject.ClockStartedAt, subject.Pauses());
    }

    /// <summary>The deadline of the whole case, with its extensions and without its pauses.</summary>
    public Deadline CountWhole(Case subject) => Count(subject.Limits(), subject.ClockStartedAt, subject.Pauses());

    /// <summary>Limits one after the other on a clock that stood in these stretches.</summary>
    public Deadline Count(IReadOnlyList<TimeLimit> limits, DateTimeOffset start, IEnumerable<ClockSpan> pauses) =>
        reference.Calendar.Count(limits, start, RunningTime.Since(start).Without(pauses));

    /// <summary>The longest extension of such a case; null where there is none.</summary>
    public TimeLimit? LongestExtension(AreaCode place, string category, CaseUrgency urgency) =>
        reference.Pack.FindTimeLimit(TimeLimitStage.Extend, place, category, urgency) is { } rule ? LimitOf(rule) : null;

    /// <summary>The latest last day of a pause that is asked for now.</summary>
    public DateOnly LatestPauseEnd(AreaCode place, string category, CaseUrgency urgency, DateTimeOffset now) =>
        Count(TimeLimitStage.Pause, place, category, urgency, now).DueAt.ChinaDay();

    /// <summary>
    /// Sets the clock of the step a case is in, and ends what a case that went on needs no more.
    /// </summary>
    public void Wind(Case subject)
    {
        subject.EndTimeRequests(Itself, CountWhole);
        var visits = subject.StepVisits();
        var now = visits is [.., { To: null } open] ? open : null;
        subject.WindStep(now?.From, now is null ? null : CountStep(subject, now, visits)?.DueAt);
    }

    /// <summary>The limit of the step a case is in; null where the city sets none, or nobody has to act.</summary>
    public Deadline? CountStep(Case subject) =>
        subject.StepVisits() is [.., { To: null } now] visits ? CountStep(subject, now, visits) : null;

    /// <summary>The limit of a stay in a step; null where the city sets none.</summary>
    /// <param name="visit">The stay, one of <paramref name="visits"/>.</param>
    /// <param name="visits">Every stay of the case.</param>
    /// <param name="place">Place of the case.</param>
    /// <param name="category">Its category.</param>
    /// <param name="urgency">Its urgency.</param>
    /// <param name="pauses">When the clock of the case stood.</param>
    public Deadline? CountStep(
        StepVisit visit, IReadOnlyList<StepVisit> visits, AreaCode place, string category, CaseUrgency urgency, IReadOnlyList<ClockSpan> pauses)
    {
        if (reference.Pack.FindTimeLimit(visit.Stage, place, category, urgency) is not { } rule)
            return null;
        var stays = StaysThatCount(visit, visits, rule.Count).ToList();
        var running = RunningTime.Of(stays.Select(v => v == visit ? ClockSpan.Since(v.From) : v.Span)).Without(pauses);
        return reference.Calendar.Count(LimitOf(rule), stays[0].From, running);
    }

    /// <summary>The stays whose time is held against one limit: this one, or all of the same body up to it.</summary>
    public static IEnumerable<StepVisit> StaysThatCount(StepVisit visit, IReadOnlyList<StepVisit> visits, TimeLimitCount count) =>
        count == TimeLimitCount.EachVisit ? StepVisit.Whole(visit, visits) : visits.Where(v => v.AddsUpWith(visit) && v.From <= visit.From);

    private Deadline? CountStep(Case subject, StepVisit now, IReadOnlyList<StepVisit> visits) =>
        CountStep(now, visits, subject.Place, subject.CategoryCode, subject.Urgency, subject.Pauses());

    private Deadline Count(TimeLimitStage stage, AreaCode place, string category, CaseUrgency urgency, DateTimeOffset start) =>
        reference.Calendar.Count(LimitOf(Rule(stage, place, category, urgency)), start);

    private TimeLimitRule Rule(TimeLimitStage stage, AreaCode place, string category, CaseUrgency urgency) =>
        reference.Pack.FindTimeLimit(stage, place, category, urgency)
            ?? throw new InvalidOperationException($"The city pack has no default time limit for {stage}.");

    private static TimeLimit LimitOf(TimeLimitRule rule) => new(rule.Id, rule.Value, rule.Unit, Basis(rule));

    private static string Basis(TimeLimitRule rule) => rule.Law.Length == 0
        ? rule.Note
        : $"《{rule.Law.Trim('《', '》')}》{rule.Article}";
}
