using Governance.Domain.Cases;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;

namespace Governance.UnitTests.Web;

/// <summary>The stations above a case.</summary>
public sealed class CaseStationsTests
{
    private static readonly DateTimeOffset Closed = new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(CaseState.Refused)]
    [InlineData(CaseState.Archived)]
    public void A_refused_case_passes_no_other_station_before_the_archive(CaseState state)
    {
        state.WasRefused(null).ShouldBeTrue();
        CaseStations.For(state, null).Select(station => station.Name).ShouldBe(["登记", "不予受理", "归档"]);
        CaseStations.For(state, null).Count(station => station.State == StepState.Now).ShouldBe(1);
    }

    [Theory]
    [InlineData(CaseState.Closed, "结案")]
    [InlineData(CaseState.Archived, "归档")]
    public void A_closed_case_has_them_all(CaseState state, string now)
    {
        state.WasRefused(Closed).ShouldBeFalse();
        CaseStations.For(state, Closed).Count.ShouldBe(7);
        CaseStations.For(state, Closed).Single(station => station.State == StepState.Now).Name.ShouldBe(now);
    }

    [Fact]
    public void An_open_case_is_not_refused() =>
        Enum.GetValues<CaseState>().Where(state => state.IsOpen() && state.WasRefused(null)).ShouldBeEmpty();
}
