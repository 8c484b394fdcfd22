using Governance.Application.Cities;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.UnitTests.Cities;

public sealed class CitySettingsTests
{
    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void They_tell_what_the_pack_decides(string city)
    {
        var settings = Service(Packs.Of(city), 2026, 6).Read(Person(Role.CentreStaff)).Value;

        settings.Limits.Count.ShouldBe(Packs.Of(city).TimeLimits.Count);
        settings.Limits.ShouldAllBe(l => l.IsVerified == (l.Rule.Law.Length > 0));
        settings.Years.Select(y => (y.Year, y.IsComplete)).ShouldBe([(2022, true), (2023, true), (2024, true), (2025, true), (2026, true)]);
        settings.Divisions.Sum(d => d.Count).ShouldBe(Packs.Of(city).Divisions.Count - 2);
        settings.DeadlineGround.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(2026, 10, null)]
    [InlineData(2026, 11, "2027")]
    [InlineData(2027, 1, "2027")]
    public void The_next_year_is_missed_from_november_on(int year, int month, string? missing)
    {
        var warning = Service(Packs.Hohhot, year, month).Read(Person(Role.CentreStaff)).Value.CalendarWarning;

        if (missing is null)
            warning.ShouldBeNull();
        else
            warning.ShouldNotBeNull().ShouldContain($"缺少 {missing} 年");
    }

    [Fact]
    public void Others_are_refused() =>
        Service(Packs.Hohhot, 2026, 6).Read(Person(Role.TownshipClerk)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();

    private static CitySettingsService Service(CityPack pack, int year, int month) =>
        new(new PackOnly(pack), new StoppedClock(new DateTimeOffset(year, month, 15, 3, 0, 0, TimeSpan.Zero)));

    private static Actor Person(Role role) =>
        new(Guid.CreateVersion7(), "someone", "某人", role, "150100000000:centre", "综治中心", AreaCode.Parse("150100000000"));

    private sealed class PackOnly(CityPack pack) : IReferenceData
    {
        public CityPack Pack => pack;

        public WorkingCalendar Calendar { get; } =
            new(pack.Calendar.Select(d => KeyValuePair.Create(d.Date, d.IsWorkday)), pack.Profile.OfficeHours);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
