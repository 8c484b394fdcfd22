using Governance.Application.Cases;
using Governance.Application.Deadlines;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Demo;

namespace Governance.Infrastructure.Generation;

/// <summary>Draws the cases of a day: each walks its whole route, and stands where it stood when the generated time ends.</summary>
internal sealed class GeneratedCases(CityPack pack, WorkingCalendar calendar, CaseClock clock, DemoCast cast, GenerationRequest request)
{
    // Communities are several times as populous as villages.
    private const int UrbanFactor = 3;
    private const double LongestDelay = 2.5;

    private static readonly (DemoRoute Route, int UpTo)[] Routes =
    [
        (DemoRoute.Archived, 900), (DemoRoute.RefusedAndArchived, 940), (DemoRoute.ReturnedAndArchived, 970),
        (DemoRoute.FailedOnceAndArchived, 985), (DemoRoute.RecalledAndArchived, 990), (DemoRoute.ReopenedAndArchived, 1000),
    ];

    private readonly GeneratedMatters _matters = new();
    private readonly WorkHours _hours = new(calendar);
    private readonly DateTimeOffset _end = ChinaTime.At(request.Until, calendar.Hours.End);

    private readonly Division[] _villages =
    [
        .. pack.Divisions.Where(d => d.Level == DivisionLevel.Village).SelectMany(d => Enumerable.Repeat(d, IsUrban(d) ? UrbanFactor : 1)),
    ];

    /// <summary>The cases of a day, the earliest first; always the same for the same day and request.</summary>
    public IReadOnlyList<DemoCase> Draw(DateOnly day, int count)
    {
        var random = new Random(HashOf(day));
        var drawn = new List<DemoCase>(count);
        while (drawn.Count < count)
        {
            if (drawn.Count > 0 && random.Next(GenerationShares.RepeatedOneIn) == 0)
                drawn.Add(Repeat(drawn[^1], random));
            else
                drawn.Add(DrawOne(day, random));
        }
        return [.. drawn.OrderBy(d => d.Start)];
    }

    // The language's own hash differs from run to run.
    private int HashOf(DateOnly day) => unchecked((request.Seed * 397) ^ (day.DayNumber * 7919));

    private DemoCase DrawOne(DateOnly day, Random random)
    {
        var village = DemoWords.Pick(_villages, random);
        var (matter, channel) = _matters.Draw(IsUrban(village), random);
        var texts = DemoWords.Fill([matter.Title, matter.Description, matter.Result, matter.Answer], IsUrban(village), random);
        var category = pack.CategoryByCode(matter.Category)!;
        var urgency = matter.Urgency ?? category.DefaultUrgency;
        var registrar = cast.Registrar(channel, village.Code, random.Next(3) == 0);
        var facts = new CaseFacts(
            texts[0], $"{pack.PlaceName(village.Code)}：{texts[1]}", village.Code, DemoWords.Corner(random), category.Code, channel, urgency);
        var lead = matter.Lead ?? category.Department;
        return WithTimes(new DemoCase
        {
            Facts = facts.Cleaned(),
            ReporterName = DemoWords.Person(random),
            ReporterPhone = DemoWords.Phone(random),
            Registrar = registrar,
            ManagingBodyCode = ManagingBody.For(registrar, village.Code, pack),
            Lead = pack.FindBodyFor(village.Code, lead) ?? pack.FindBodyFor(village.Code, category.Department)!,
            WrongLead = pack.FindBodyFor(village.Code, lead == "urban" ? "housing" : "urban")!,
            Centre = LeadOrganiser.For(pack, [village.Code]),
            Route = DrawRoute(random),
            Start = ChinaTime.At(day, new TimeOnly(random.Next(7, 18), random.Next(60), random.Next(60))),
            StepTimes = [],
            ResultText = texts[2],
            AnswerText = texts[3],
            NoteSeed = random.Next(),
        }, random);
    }

    // A neighbour reports the same within the hour, in other words.
    private DemoCase Repeat(DemoCase one, Random random) => WithTimes(one with
    {
        Facts = one.Facts with { Title = $"邻居也反映：{one.Facts.Title}" },
        ReporterName = DemoWords.Person(random),
        ReporterPhone = DemoWords.Phone(random),
        Route = DrawRoute(random),
        Start = one.Start.AddMinutes(random.Next(1, 60)),
        NoteSeed = random.Next(),
    }, random);

    private static DemoRoute DrawRoute(Random random)
    {
        var lot = random.Next(Routes[^1].UpTo);
        return Array.Find(Routes, r => lot < r.UpTo).Route;
    }

    private DemoCase WithTimes(DemoCase one, Random random)
    {
        var late = random.Next(GenerationShares.LateOneIn) == 0;
        var due = clock.CountAcceptance(one.Facts.Place, one.Facts.CategoryCode, one.Facts.Urgency, one.Start).DueAt;
        var (at, times) = (one.Start, new List<DateTimeOffset>(one.Route.Steps.Length));
        foreach (var step in one.Route.Steps)
        {
            at = _hours.Add(at, step == CaseStepKind.SubmitResult
                ? DemoTimes.ShareOfLimit(late, LongestDelay, random) * Math.Max(_hours.Between(at, due), 60)
                : DemoTimes.Minutes(step, _hours, random));
            if (at > _end)
                break;
            times.Add(at);
            if (step is CaseStepKind.Accept or CaseStepKind.Reopen)
                due = clock.CountHandling(one.Facts.Place, one.Facts.CategoryCode, one.Facts.Urgency, at).DueAt;
        }
        return one with { StepTimes = times };
    }

    private static bool IsUrban(Division village) => village.Kind.StartsWith("residents", StringComparison.Ordinal);
}
