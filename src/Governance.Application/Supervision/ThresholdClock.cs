using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Supervision;

/// <summary>A threshold and the moment a case reaches it.</summary>
/// <param name="Threshold">The line of the pack.</param>
/// <param name="At">The moment, UTC.</param>
public sealed record ThresholdMoment(SupervisionThreshold Threshold, DateTimeOffset At);

/// <summary>When a case reaches the thresholds of the city pack, counted from the same clocks as its deadlines.</summary>
public sealed class ThresholdClock(IReferenceData reference, CaseClock clock)
{
    private WorkingCalendar Calendar => reference.Calendar;

    /// <summary>Every threshold of an open case that lies after the start of its clock, in the order of time.</summary>
    public IReadOnlyList<ThresholdMoment> MomentsOf(Case subject)
    {
        if (!subject.State.IsOpen())
            return [];
        var visits = subject.StepVisits();
        return [.. reference.Pack.Contents.Thresholds
            .Select(threshold => threshold.Clock == WatchedClock.Case
                ? OfCase(threshold, subject)
                : OfStep(threshold, subject, visits))
            .OfType<ThresholdMoment>().OrderBy(m => m.At)];
    }

    /// <summary>Who acts when a clock does something by itself.</summary>
    public Actor Itself => clock.Itself;

    /// <summary>
    /// Sets the clocks of a case and when it is to be looked at next. Every way that saves a case asks this once, so that no step can
    /// forget it.
    /// </summary>
    public void Wind(Case subject)
    {
        clock.Wind(subject);
        subject.EndSupervision(clock.Itself);
        subject.Watch(MomentsOf(subject).FirstOrDefault(m => subject.WatchedUntil is not { } until || m.At > until)?.At);
    }

    /// <summary>When a reply is due that many working days from now.</summary>
    public DateTimeOffset ReplyDue(int days, DateTimeOffset now) =>
        Calendar.Count(new TimeLimit("", Math.Max(days, 1), TimeLimitUnit.WorkingDay, ""), now).DueAt;

    /// <summary>The body whose step it is: the lead, the centre that decides, or the body that runs the case.</summary>
    public Body BodyOf(Case subject) => reference.Pack.FindBody(subject.State switch
    {
        CaseState.Dispatched or CaseState.Handling => subject.LeadBodyCode ?? subject.ManagingBodyCode,
        CaseState.Deciding => subject.TurnBodyCode ?? subject.ManagingBodyCode,
        _ => subject.ManagingBodyCode,
    }) ?? SystemActor.CityCentre(reference.Pack);

    private ThresholdMoment? OfCase(SupervisionThreshold threshold, Case subject) => At(
        threshold, subject.Limits(), subject.ClockStartedAt, RunningTime.Since(subject.ClockStartedAt).Without(subject.Pauses()), subject.DueAt,
        subject.ClockStartedAt);

    private ThresholdMoment? OfStep(SupervisionThreshold threshold, Case subject, IReadOnlyList<StepVisit> visits)
    {
        if (subject.StepDueAt is not { } due || visits is not [.., { To: null } now] || clock.CountStep(subject) is not { } counted)
            return null;
        var running = RunningTime.Since(counted.StartedAt).Without(subject.Pauses());
        return At(threshold, [counted.Limit], counted.StartedAt, running, due, now.From);
    }

    private ThresholdMoment? At(
        SupervisionThreshold threshold, IReadOnlyList<TimeLimit> limits, DateTimeOffset start, RunningTime running, DateTimeOffset due, DateTimeOffset since)
    {
        var at = threshold.Measure switch
        {
            ThresholdMeasure.PercentUsed => Calendar.Count(Share(limits, threshold.Value), start, running).DueAt,
            ThresholdMeasure.DaysBefore => ChinaTime.At(Back(due.ChinaDay(), threshold.Value), Calendar.Hours.Start),
            _ when threshold.Value == 0 => due,
            _ => ChinaTime.At(Forward(due.ChinaDay(), threshold.Value), Calendar.Hours.Start),
        };
        // A threshold before the clock began, as 'two days before the end' of a limit of one day, is none.
        return at > since ? new ThresholdMoment(threshold, at) : null;
    }

    /// <summary>The first so many percent of limits that are counted one after the other, at least one unit.</summary>
    private static List<TimeLimit> Share(IReadOnlyList<TimeLimit> limits, int percent)
    {
        var left = Math.Max(1, (limits.Sum(l => l.Value) * percent + 99) / 100);
        var share = new List<TimeLimit>();
        foreach (var limit in limits.TakeWhile(_ => left > 0))
        {
            share.Add(limit with { Value = Math.Min(limit.Value, left) });
            left -= limit.Value;
        }
        return share;
    }

    private DateOnly Back(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(-1);
            workingDays -= Calendar.IsWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private DateOnly Forward(DateOnly day, int workingDays)
    {
        for (; workingDays > 0; workingDays--)
            day = Calendar.NextWorkingDay(day);
        return day;
    }
}
