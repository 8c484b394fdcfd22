using Governance.Domain.Cases;
using Governance.Domain.Organisation;

namespace Governance.Infrastructure.Demo;

/// <summary>What a demo case should be; everything left open is drawn.</summary>
/// <param name="Area">Division it lies in.</param>
/// <param name="Route">Steps it has taken.</param>
/// <param name="Timing">How it stands with its limit.</param>
/// <param name="Channels">Ways it may have come in; empty for all.</param>
/// <param name="LeadKey">Key of the body that must handle it, or null.</param>
/// <param name="AtCity">True when the city's centre runs it.</param>
/// <param name="Twin">True when somebody else reports the same matter a little later.</param>
internal sealed record DemoWish(
    AreaCode Area, DemoRoute Route, DemoTiming Timing = DemoTiming.Any, CaseChannel[]? Channels = null, string? LeadKey = null,
    bool AtCity = false, bool Twin = false);

/// <summary>The demo's cases as wishes: enough waiting for every demo account, and a plausible rest over all counties.</summary>
internal static class DemoWishes
{
    private const int Total = 240;

    private static readonly CaseChannel[] AtOffice = [CaseChannel.Counter, CaseChannel.Visit, CaseChannel.Letter];
    private static readonly CaseChannel[] ByGrid = [CaseChannel.GridMember];
    private static readonly CaseChannel[] FromAfar = [CaseChannel.Hotline, CaseChannel.Web];

    // Weights of the rest: most of three months' cases are over.
    private static readonly (DemoRoute Route, DemoTiming Timing, int Weight)[] Usual =
    [
        (DemoRoute.Closed, DemoTiming.Calm, 40), (DemoRoute.Closed, DemoTiming.Late, 6), (DemoRoute.Archived, DemoTiming.Calm, 17),
        (DemoRoute.Archived, DemoTiming.Late, 2), (DemoRoute.Refused, DemoTiming.Any, 4), (DemoRoute.Registered, DemoTiming.Any, 4),
        (DemoRoute.Accepted, DemoTiming.Calm, 2), (DemoRoute.Dispatched, DemoTiming.Calm, 3), (DemoRoute.Handling, DemoTiming.Calm, 6),
        (DemoRoute.Handling, DemoTiming.Soon, 2), (DemoRoute.Handling, DemoTiming.Today, 1), (DemoRoute.Handling, DemoTiming.Late, 3),
        (DemoRoute.Verifying, DemoTiming.Calm, 3), (DemoRoute.Verified, DemoTiming.Any, 1), (DemoRoute.Returned, DemoTiming.Any, 1),
        (DemoRoute.ReturnedAndClosed, DemoTiming.Any, 2), (DemoRoute.Recalled, DemoTiming.Any, 1), (DemoRoute.FailedOnce, DemoTiming.Any, 1),
        (DemoRoute.Reopened, DemoTiming.Any, 1), (DemoRoute.ReopenedAndClosed, DemoTiming.Any, 1),
    ];

    /// <summary>All wishes.</summary>
    public static IReadOnlyList<DemoWish> Make(DemoRoster roster, IReadOnlyList<Division> counties, Random random)
    {
        DemoWish[] wishes = 
        [
            .. ForClerks(roster), .. ForDepartment(roster), .. ForGridMember(roster), .. ForCentre(counties), .. HandedOver(counties), .. Twins(counties),
        ];
        var lots = Usual.SelectMany(u => Enumerable.Repeat((u.Route, u.Timing), u.Weight)).ToArray();
        var rest = Total - wishes.Length - wishes.Count(w => w.Twin);
        return
        [
            .. wishes,
            .. Enumerable.Range(0, rest).Select(i =>
            {
                var (route, timing) = DemoWords.Pick(lots, random);
                return new DemoWish(counties[i % counties.Count].Code, route, timing, AtCity: random.Next(3) == 0);
            }),
        ];
    }

    private static IEnumerable<DemoWish> ForClerks(DemoRoster roster)
    {
        foreach (var (area, full) in new[] { (roster.Township, true), (roster.OtherTownship, false) })
        {
            yield return new(area, DemoRoute.Registered, DemoTiming.Today, ByGrid);
            yield return new(area, DemoRoute.Registered, DemoTiming.Soon, ByGrid);
            yield return new(area, DemoRoute.Accepted, DemoTiming.Calm, AtOffice);
            yield return new(area, DemoRoute.Verifying, DemoTiming.Today, AtOffice);
            yield return new(area, DemoRoute.Verifying, DemoTiming.Calm, ByGrid);
            yield return new(area, DemoRoute.Handling, DemoTiming.Late, AtOffice);
            yield return new(area, DemoRoute.Closed, DemoTiming.Calm, AtOffice);
            if (!full)
                continue;
            yield return new(area, DemoRoute.Registered, DemoTiming.Late, AtOffice);
            yield return new(area, DemoRoute.Returned, DemoTiming.Calm, AtOffice);
            yield return new(area, DemoRoute.Verified, DemoTiming.Calm, AtOffice);
            yield return new(area, DemoRoute.Handling, DemoTiming.Soon, AtOffice);
            yield return new(area, DemoRoute.Dispatched, DemoTiming.Calm, AtOffice);
            yield return new(area, DemoRoute.Reopened, DemoTiming.Calm, AtOffice);
            yield return new(area, DemoRoute.Closed, DemoTiming.Late, AtOffice);
            yield return new(area, DemoRoute.Archived, DemoTiming.Calm, AtOffice);
        }
    }

    private static IEnumerable<DemoWish> ForDepartment(DemoRoster roster) =>
        new (DemoRoute Route, DemoTiming Timing)[]
        {
            (DemoRoute.Dispatched, DemoTiming.Calm), (DemoRoute.Dispatched, DemoTiming.Calm), (DemoRoute.Dispatched, DemoTiming.Soon),
            (DemoRoute.Consulting, DemoTiming.Calm), (DemoRoute.Consulting, DemoTiming.Calm), (DemoRoute.Objected, DemoTiming.Calm),
            (DemoRoute.Handling, DemoTiming.Today), (DemoRoute.Handling, DemoTiming.Late), (DemoRoute.Handling, DemoTiming.Soon),
            (DemoRoute.Handling, DemoTiming.Calm), (DemoRoute.Handling, DemoTiming.Calm), (DemoRoute.Handling, DemoTiming.Calm),
            (DemoRoute.FailedOnce, DemoTiming.Calm), (DemoRoute.Verifying, DemoTiming.Calm), (DemoRoute.Verifying, DemoTiming.Calm),
            (DemoRoute.Closed, DemoTiming.Calm), (DemoRoute.Closed, DemoTiming.Calm), (DemoRoute.Closed, DemoTiming.Late),
        }.Select(w => new DemoWish(roster.County, w.Route, w.Timing, LeadKey: roster.Department.Key));

    private static IEnumerable<DemoWish> ForGridMember(DemoRoster roster) =>
    [
        new(roster.Village, DemoRoute.Dispatched, DemoTiming.Calm, LeadKey: "committee"),
        new(roster.Village, DemoRoute.Handling, DemoTiming.Calm, LeadKey: "committee"),
        new(roster.Village, DemoRoute.Handling, DemoTiming.Soon, LeadKey: "committee"),
        new(roster.Village, DemoRoute.Closed, DemoTiming.Calm, LeadKey: "committee"),
        new(roster.Village, DemoRoute.Handling, DemoTiming.Calm, ByGrid),
        new(roster.Village, DemoRoute.Closed, DemoTiming.Calm, ByGrid),
    ];

    private static IEnumerable<DemoWish> ForCentre(IReadOnlyList<Division> counties) =>
        new (DemoRoute Route, DemoTiming Timing)[]
        {
            (DemoRoute.Registered, DemoTiming.Soon), (DemoRoute.Registered, DemoTiming.Soon), (DemoRoute.Registered, DemoTiming.Today),
            (DemoRoute.Registered, DemoTiming.Late), (DemoRoute.Accepted, DemoTiming.Calm), (DemoRoute.Accepted, DemoTiming.Calm),
            (DemoRoute.Returned, DemoTiming.Calm), (DemoRoute.Verifying, DemoTiming.Calm), (DemoRoute.Verifying, DemoTiming.Today),
            (DemoRoute.Verified, DemoTiming.Soon), (DemoRoute.Verified, DemoTiming.Calm), (DemoRoute.Reopened, DemoTiming.Calm),
        }.Select((w, i) => new DemoWish(counties[i % counties.Count].Code, w.Route, w.Timing, FromAfar, AtCity: true))
            // Where a zone has no centre of its own the city's decides.
            .Append(new DemoWish((counties.FirstOrDefault(c => c.IsStatisticsOnly) ?? counties[0]).Code, DemoRoute.Objected, DemoTiming.Calm, FromAfar, AtCity: true));

    private static IEnumerable<DemoWish> HandedOver(IReadOnlyList<Division> counties) =>
        new[] { CaseChannel.Emergency, CaseChannel.Court, CaseChannel.Superior, CaseChannel.MemberUnit }.SelectMany((channel, i) => new[]
        {
            new DemoWish(counties[i % counties.Count].Code, DemoRoute.Handling, DemoTiming.Calm, [channel]),
            new DemoWish(counties[(i + 4) % counties.Count].Code, DemoRoute.Closed, DemoTiming.Calm, [channel]),
        });

    private static IEnumerable<DemoWish> Twins(IReadOnlyList<Division> counties) =>
        counties.Take(6).Select((county, i) => new DemoWish(
            county.Code, i % 2 == 0 ? DemoRoute.Handling : DemoRoute.Registered, i % 2 == 0 ? DemoTiming.Calm : DemoTiming.Today, Twin: true));
}
