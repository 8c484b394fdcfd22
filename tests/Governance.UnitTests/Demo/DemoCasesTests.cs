using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;
using Governance.Infrastructure.Demo;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Demo;

public class DemoCasesTests
{
    private const int Seed = 7;

    // A working noon, a minute before closing, just after midnight, a Sunday, inside the long holidays, beyond the known calendar.
    public static TheoryData<string, string> Moments()
    {
        var data = new TheoryData<string, string>();
        foreach (var city in new[] { "hohhot", "anyang" })
            foreach (var moment in new[]
            {
                "2026-11-18T12:00:00+08:00", "2026-11-20T17:29:00+08:00", "2026-11-23T00:05:00+08:00", "2026-11-22T10:00:00+08:00",
                "2026-10-05T09:00:00+08:00", "2026-02-20T20:00:00+08:00", "2027-03-01T08:31:00+08:00",
            })
                data.Add(city, moment);
        return data;
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public void At_any_moment_240_cases_are_drawn_that_the_domain_accepts_and_that_end_before_now(string city, string moment)
    {
        var now = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
        var stage = new Stage(Packs.Of(city));

        var built = stage.Draw(now);

        built.Count.ShouldBe(240);
        built.ShouldAllBe(c => c.RegisteredAt <= now && c.RegisteredAt > now.AddDays(-91) && c.Steps.Max(s => s.At) <= now);
        built.Zip(built.Skip(1)).ShouldAllBe(pair => pair.First.RegisteredAt <= pair.Second.RegisteredAt);
        built.ShouldAllBe(c => c.Steps.Zip(c.Steps.Skip(1)).All(pair => pair.First.At <= pair.Second.At));
        // Repeats are merged when all cases are there.
        foreach (var state in Enum.GetValues<CaseState>().Where(s => s != CaseState.Merged))
            built.Count(c => c.State == state).ShouldBeGreaterThan(1, state.ToString());
        built.Count(c => c.State.IsOpen() && c.DueAt < now).ShouldBeGreaterThan(4);
        built.Count(c => c.ClosedAt > c.DueAt).ShouldBeGreaterThan(4);
        built.Select(c => c.Place.Value[..6]).Distinct().Count().ShouldBe(10);
    }

    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void On_a_working_day_some_cases_are_due_today_and_some_on_the_next_day(string city)
    {
        var now = new DateTimeOffset(2026, 11, 18, 12, 0, 0, ChinaTime.Offset).ToUniversalTime();
        var open = new Stage(Packs.Of(city)).Draw(now).Where(c => c.State.IsOpen() && c.DueAt > now).ToList();

        open.Count(c => c.DueAt.ChinaDay() == new DateOnly(2026, 11, 18)).ShouldBeGreaterThan(4);
        open.Count(c => c.DueAt.ChinaDay() == new DateOnly(2026, 11, 19)).ShouldBeGreaterThan(4);
        open.Count(c => c.DueAt.ChinaDay() > new DateOnly(2026, 11, 19)).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void The_same_seed_and_moment_draw_the_same_cases_and_another_moment_others()
    {
        var now = new DateTimeOffset(2026, 11, 18, 4, 0, 0, TimeSpan.Zero);

        Telling(new Stage(Packs.Hohhot).Draw(now)).ShouldBe(Telling(new Stage(Packs.Hohhot).Draw(now)));
        Telling(new Stage(Packs.Hohhot).Draw(now)).ShouldNotBe(Telling(new Stage(Packs.Hohhot).Draw(now.AddDays(1))));

        static string Telling(IReadOnlyList<Case> cases) => string.Join('\n', cases.Select(c =>
            $"{c.Title} {c.Place} {c.Channel} {c.RegisteredAt:O} " + string.Join(' ', c.Steps.Select(s => $"{s.Kind}{s.At:O}{s.ActorName}{s.Note}"))));
    }

    [Fact]
    public void Every_matter_fits_the_packs_and_says_something_in_40_to_150_characters()
    {
        DemoMatter.All.Count.ShouldBeGreaterThanOrEqualTo(60);
        DemoMatter.All.Select(m => m.Title).Distinct().Count().ShouldBe(DemoMatter.All.Count);
        foreach (var matter in DemoMatter.All)
        {
            foreach (var pack in new[] { Packs.Hohhot, Packs.Anyang })
            {
                pack.CategoryByCode(matter.Category).ShouldNotBeNull(matter.Title).IsLeaf.ShouldBeTrue();
                if (matter.Lead is { } lead)
                    pack.Contents.BodyTemplates.ShouldContain(t => t.Key == lead, matter.Title);
            }
            foreach (var urban in new[] { true, false })
                DemoWords.Fill([matter.Description], urban, new Random(1))[0].Length.ShouldBeInRange(40, 150, matter.Title);
            (matter.Urban || matter.Rural).ShouldBeTrue(matter.Title);
        }
    }

    [Fact]
    public void Reporters_telephones_are_plainly_invented() =>
        Enumerable.Range(0, 50).Select(i => DemoWords.Phone(new Random(i))).ShouldAllBe(phone => phone.StartsWith("1380000") && phone.Length == 11);

    private sealed class Stage(CityPack pack) : IReferenceData
    {
        public CityPack Pack => pack;

        public WorkingCalendar Calendar { get; } =
            new(pack.Calendar.Select(d => KeyValuePair.Create(d.Date, d.IsWorkday)), pack.Profile.OfficeHours);

        public IReadOnlyList<Case> Draw(DateTimeOffset now)
        {
            var clock = new CaseClock(this);
            var accounts = new DemoRoster(pack).People.Select((p, i) => new Actor(
                new Guid(i + 1, 0, 0, new byte[8]), p.Account, p.DisplayName, p.Role, p.Body.Code, p.Body.Name, p.Scope)).ToList();
            var cast = new DemoCast(pack, accounts);
            return
            [
                .. new DemoCases(pack, Calendar, clock, cast).Draw(Seed, now)
                    .Select((drawn, i) => drawn.Build(CaseNumber.Create(drawn.Facts.Place, 2026, i + 1), $"demo:{i}", (null, null), cast, clock)),
            ];
        }
    }
}
