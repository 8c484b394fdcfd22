using Governance.Application.Deadlines;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Organisation;

namespace Governance.Infrastructure.Demo;

/// <summary>
/// Finds believable times for a demo case: in office hours, one step after the other, none after now, with the limit standing as
/// wished. It tries moments of the last three months until one fits.
/// </summary>
internal sealed class DemoTimes(WorkHours hours, CaseClock clock, DateTimeOffset now)
{
    private const int Days = 90;
    private const int TriesADay = 4;

    /// <summary>When the case was registered, and when each step of its route was taken.</summary>
    public (DateTimeOffset Start, IReadOnlyList<DateTimeOffset> Steps) Find(
        DemoRoute route, DemoTiming timing, CaseChannel channel, AreaCode place, string category, CaseUrgency urgency, Random random)
    {
        var paces = route.Steps.Select(step => Pace(step, timing, random)).ToList();
        (DateTimeOffset, IReadOnlyList<DateTimeOffset>)? possible = null;
        foreach (var start in Starts(route, timing, channel, random))
        {
            var (steps, due) = Run(route, paces, start, place, category, urgency);
            if (start > now || steps.Any(at => at > now))
                continue;
            if (Fits(route, timing, steps, due))
                return (start, steps);
            possible ??= (start, steps);
        }
        // At some hours of some days a wish cannot be met, e.g. due today on a Sunday: then the nearest that can happen.
        return possible ?? throw new InvalidOperationException("No demo case fits into three months.");
    }

    // What is over lies anywhere in the three months; what is open began as lately as the wish allows.
    private IEnumerable<DateTimeOffset> Starts(DemoRoute route, DemoTiming timing, CaseChannel channel, Random random)
    {
        var days = Enumerable.Range(0, Days).ToArray();
        if (route.IsOver)
            random.Shuffle(days);
        else if (timing == DemoTiming.Late)
            days = [.. days.Skip(random.Next(1, 4)), 0];
        foreach (var day in days.Select(ago => now.ChinaDay().AddDays(-ago)))
        {
            var atCounter = channel is not (CaseChannel.Web or CaseChannel.Hotline or CaseChannel.GridMember or CaseChannel.Emergency);
            if (atCounter && !hours.Calendar.IsWorkingDay(day))
                continue;
            var (opens, closes) = atCounter ? (8 * 60 + 35, 17 * 60 + 15) : (7 * 60, 21 * 60);
            foreach (var minute in Enumerable.Range(0, TriesADay).Select(_ => random.Next(opens, closes)).OrderDescending())
                yield return ChinaTime.At(day, new TimeOnly(minute / 60, minute % 60, random.Next(60)));
        }
    }

    private (List<DateTimeOffset> Steps, DateTimeOffset Due) Run(
        DemoRoute route, List<double> paces, DateTimeOffset start, AreaCode place, string category, CaseUrgency urgency)
    {
        var due = clock.CountAcceptance(place, category, urgency, start).DueAt;
        var (at, steps) = (start, new List<DateTimeOffset>(paces.Count));
        for (var i = 0; i < paces.Count; i++)
        {
            var step = route.Steps[i];
            // Work fills a share of the limit, the other steps take their minutes.
            at = hours.Add(at, step == CaseStepKind.SubmitResult ? paces[i] * Math.Max(hours.Between(at, due), 60) : paces[i]);
            steps.Add(at);
            if (step is CaseStepKind.Accept or CaseStepKind.Reopen)
                due = clock.CountHandling(place, category, urgency, at).DueAt;
        }
        return (steps, due);
    }

    private double Pace(CaseStepKind step, DemoTiming timing, Random random) => step == CaseStepKind.SubmitResult
        ? ShareOfLimit(timing == DemoTiming.Late, 1.35, random)
        : Minutes(step, hours, random);

    /// <summary>Share of the limit that the work takes.</summary>
    public static double ShareOfLimit(bool late, double longest, Random random) =>
        late ? 1.05 + ((longest - 1.05) * random.NextDouble()) : 0.15 + (0.5 * random.NextDouble());

    /// <summary>Working minutes that pass before a step other than the work itself.</summary>
    public static double Minutes(CaseStepKind step, WorkHours hours, Random random) => step switch
    {
        CaseStepKind.Accept => random.Next(5, 50),
        CaseStepKind.Refuse => random.Next(60, 240),
        CaseStepKind.Dispatch or CaseStepKind.Consult => random.Next(5, 60),
        CaseStepKind.Sign => random.Next(15, 120),
        CaseStepKind.RaiseObjection or CaseStepKind.Return or CaseStepKind.Recall => random.Next(40, 180),
        CaseStepKind.PassVerification or CaseStepKind.FailVerification => random.Next(30, 240),
        CaseStepKind.Close => random.Next(10, 120),
        CaseStepKind.Archive => hours.Day * random.Next(4, 9),
        CaseStepKind.Reopen => hours.Day * random.Next(1, 5),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    private bool Fits(DemoRoute route, DemoTiming timing, List<DateTimeOffset> steps, DateTimeOffset due)
    {
        if (timing == DemoTiming.Any)
            return true;
        if (route.IsOver)
        {
            var closed = steps[Array.LastIndexOf(route.Steps, CaseStepKind.Close)];
            return closed > due == (timing == DemoTiming.Late);
        }
        var status = DeadlineStatus.Of(due, now, hours.Calendar);
        return timing switch
        {
            DemoTiming.Late => status.Urgency == DeadlineUrgency.Late,
            DemoTiming.Today => status.Urgency == DeadlineUrgency.Soon && due.ChinaDay() == now.ChinaDay(),
            DemoTiming.Soon => status.Urgency == DeadlineUrgency.Soon && due.ChinaDay() > now.ChinaDay(),
            _ => status.Urgency == DeadlineUrgency.Calm,
        };
    }
}
