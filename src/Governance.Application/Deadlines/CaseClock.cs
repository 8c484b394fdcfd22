using Governance.Application.Cities;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using Governance.Domain.Organisation;

namespace Governance.Application.Deadlines;

/// <summary>Chooses the time limits of a case from the city pack and counts them on the city's calendar.</summary>
public sealed class CaseClock(IReferenceData reference)
{
    /// <summary>The limit for accepting or refusing a registered case.</summary>
    public Deadline CountAcceptance(AreaCode place, string category, CaseUrgency urgency, DateTimeOffset start) =>
        Count(TimeLimitStage.Accept, place, category, urgency, start);

    /// <summary>The limit for the whole of an accepted case (整体时限).</summary>
    public Deadline CountHandling(AreaCode place, string category, CaseUrgency urgency, DateTimeOffset start) =>
        Count(TimeLimitStage.Resolve, place, category, urgency, start);

    /// <summary>The time departments have to agree who leads (会商).</summary>
    public Deadline CountConsultation(AreaCode place, string category, CaseUrgency urgency, DateTimeOffset start) =>
        Count(TimeLimitStage.Consult, place, category, urgency, start);

    /// <summary>Counts a limit that is already known, to show how its end was found.</summary>
    public Deadline Recount(TimeLimit limit, DateTimeOffset start) => reference.Calendar.Count(limit, start);

    /// <summary>The same for a clock that stood still at times.</summary>
    public Deadline Recount(TimeLimit limit, DateTimeOffset start, IEnumerable<ClockSpan> stoodStill) =>
        reference.Calendar.Count(limit, start, RunningTime.Since(start).Without(stoodStill));

    /// <summary>The limit of a merged case that becomes one of its own again: the time it was merged does not count.</summary>
    public Deadline Resume(Case repeat, DateTimeOffset at) =>
        Recount(repeat.Limit, repeat.ClockStartedAt, repeat.MergedSpans().Select(s => s.To > at ? s with { To = at } : s));

    /// <summary>The running limit of a case with other facts; null when the same line of the pack holds for both.</summary>
    public Deadline? RecountFor(Case subject, CaseFacts facts)
    {
        var stage = subject.State == CaseState.Registered ? TimeLimitStage.Accept : TimeLimitStage.Resolve;
        var before = reference.Pack.FindTimeLimit(stage, subject.Place, subject.CategoryCode, subject.Urgency);
        var after = Rule(stage, facts.Place, facts.CategoryCode, facts.Urgency);
        return before == after ? null : Recount(LimitOf(after), subject.ClockStartedAt, subject.MergedSpans());
    }

    /// <summary>
    /// Sets the clock of the step a case is in. Every way that saves a case asks this once, so that no step can forget it.
    /// </summary>
    public void Wind(Case subject)
    {
        var visits = subject.StepVisits();
        var now = visits is [.., { To: null } open] ? open : null;
        subject.WindStep(now?.From, now is null ? null : CountStep(now, visits, subject.Place, subject.CategoryCode, subject.Urgency)?.DueAt);
    }

    /// <summary>The limit of a stay in a step; null where the city sets none.</summary>
    /// <param name="visit">The stay, one of <paramref name="visits"/>.</param>
    /// <param name="visits">Every stay of the case.</param>
    /// <param name="place">Place of the case.</param>
    /// <param name="category">Its category.</param>
    /// <param name="urgency">Its urgency.</param>
    public Deadline? CountStep(StepVisit visit, IReadOnlyList<StepVisit> visits, AreaCode place, string category, CaseUrgency urgency)
    {
        if (reference.Pack.FindTimeLimit(visit.Stage, place, category, urgency) is not { } rule)
            return null;
        var running = RunningTime.Of(StaysThatCount(visit, visits, rule.Count).Select(v => v == visit ? ClockSpan.Since(v.From) : v.Span));
        return reference.Calendar.Count(LimitOf(rule), running.Spans[0].From, running);
    }

    /// <summary>The stays whose time is held against one limit: this one, or all of the same body up to it.</summary>
    public static IEnumerable<StepVisit> StaysThatCount(StepVisit visit, IReadOnlyList<StepVisit> visits, TimeLimitCount count) =>
        count == TimeLimitCount.EachVisit ? StepVisit.Whole(visit, visits) : visits.Where(v => v.AddsUpWith(visit) && v.From <= visit.From);

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
