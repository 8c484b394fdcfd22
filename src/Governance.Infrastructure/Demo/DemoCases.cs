using Governance.Application.Cases;
using Governance.Application.Deadlines;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;

namespace Governance.Infrastructure.Demo;

/// <summary>Draws the demo's cases: the same ones for the same pack, seed and moment.</summary>
internal sealed class DemoCases(CityPack pack, WorkingCalendar calendar, CaseClock clock, DemoCast cast)
{
    /// <summary>How the title of a second report of the same matter begins.</summary>
    public const string TwinPrefix = "邻居也反映：";

    /// <summary>The cases of the last three months, the oldest first.</summary>
    public IReadOnlyList<DemoCase> Draw(int seed, DateTimeOffset now)
    {
        var random = new Random(seed);
        var times = new DemoTimes(new WorkHours(calendar), clock, now);
        var counties = pack.Divisions.Where(d => d.Level == DivisionLevel.County).ToList();
        var matters = new MatterDeck(random);
        var drawn = new List<DemoCase>();
        foreach (var wish in DemoWishes.Make(new DemoRoster(pack), counties, random))
        {
            var one = DrawOne(wish, matters, times, random);
            drawn.Add(one);
            if (wish.Twin)
                drawn.Add(Twin(one, times, random));
        }
        return [.. drawn.OrderBy(d => d.Start)];
    }

    private DemoCase DrawOne(DemoWish wish, MatterDeck matters, DemoTimes times, Random random)
    {
        var (village, matter) = DrawMatter(wish, matters, random);
        var urban = IsUrban(village);
        var channel = DemoWords.Pick([.. matter.Channels.Where(c => wish.Channels?.Contains(c) != false)], random);
        var registrar = cast.Registrar(channel, village.Code, wish.AtCity);
        var texts = DemoWords.Fill([matter.Title, matter.Description, matter.Result, matter.Answer], urban, random);
        var category = pack.CategoryByCode(matter.Category)!;
        var urgency = matter.Urgency ?? category.DefaultUrgency;
        var (start, steps) = times.Find(wish.Route, wish.Timing, channel, village.Code, category.Code, urgency, random);
        return new DemoCase
        {
            Facts = new CaseFacts(texts[0], texts[1], village.Code, DemoWords.Corner(random), category.Code, channel, urgency).Cleaned(),
            ReporterName = DemoWords.Person(random),
            ReporterPhone = DemoWords.Phone(random),
            Registrar = registrar,
            ManagingBodyCode = ManagingBody.For(registrar, village.Code, pack),
            Lead = pack.FindBodyFor(village.Code, LeadKey(matter)) ?? pack.FindBodyFor(village.Code, category.Department)!,
            WrongLead = pack.FindBodyFor(village.Code, LeadKey(matter) == "urban" ? "housing" : "urban")!,
            Centre = LeadOrganiser.For(pack, [village.Code]),
            Route = wish.Route,
            Start = start,
            StepTimes = steps,
            ResultText = texts[2],
            AnswerText = texts[3],
            NoteSeed = random.Next(),
        };
    }

    private (Division Village, DemoMatter Matter) DrawMatter(DemoWish wish, MatterDeck matters, Random random)
    {
        var villages = pack.Divisions.Where(d => d.Level == DivisionLevel.Village && wish.Area.Contains(d.Code)).ToArray();
        random.Shuffle(villages);
        // Some matters are of the town only: then the first village of the town.
        foreach (var village in villages)
        {
            var urban = IsUrban(village);
            if (matters.Next(m => (urban ? m.Urban : m.Rural)
                && (wish.Channels is null || m.Channels.Intersect(wish.Channels).Any())
                && (wish.LeadKey is null || LeadKey(m) == wish.LeadKey)) is { } matter)
                return (village, matter);
        }
        throw new InvalidOperationException($"No demo matter fits into {wish.Area}.");
    }

    private static bool IsUrban(Division village) => village.Kind.StartsWith("residents", StringComparison.Ordinal);

    // A neighbour reports the same: the clerk should be shown the first case while typing.
    private static DemoCase Twin(DemoCase one, DemoTimes times, Random random)
    {
        var (start, steps) = times.Find(
            DemoRoute.Registered, DemoTiming.Soon, one.Facts.Channel, one.Facts.Place, one.Facts.CategoryCode, one.Facts.Urgency, random);
        return one with
        {
            Facts = one.Facts with { Title = TwinPrefix + one.Facts.Title },
            ReporterName = DemoWords.Person(random),
            ReporterPhone = DemoWords.Phone(random),
            Route = DemoRoute.Registered,
            Start = start,
            StepTimes = steps,
        };
    }

    private string LeadKey(DemoMatter matter) => matter.Lead ?? pack.CategoryByCode(matter.Category)!.Department;

    /// <summary>Deals matters so that none comes again before all others that fit were dealt.</summary>
    private sealed class MatterDeck
    {
        private readonly List<DemoMatter> _deck;

        public MatterDeck(Random random)
        {
            var all = DemoMatter.All.ToArray();
            random.Shuffle(all);
            _deck = [.. all];
        }

        /// <summary>The next that fits; null when none does.</summary>
        public DemoMatter? Next(Predicate<DemoMatter> fits)
        {
            if (_deck.Find(fits) is not { } found)
                return null;
            _deck.Remove(found);
            _deck.Add(found);
            return found;
        }
    }
}
