using Governance.Application.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Cases;

/// <summary>Which body runs a case (H51, H6).</summary>
[Trait("Provision", "P43")]
public sealed class ManagingBodyTests
{
    [Fact]
    public void An_office_runs_what_it_logs() =>
        ManagingBody.For(Sample.Clerk, Sample.Village, Packs.Hohhot).ShouldBe(Sample.Clerk.BodyCode);

    [Fact]
    public void What_a_grid_member_reports_is_run_by_the_township()
    {
        var member = Sample.Person(Role.GridMember, Body.CodeOf(Sample.Village, "committee"), "", Sample.Village);

        ManagingBody.For(member, Sample.Village, Packs.Hohhot).ShouldBe(Body.CodeOf(Sample.Township, "peace"));
    }

    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void Every_division_of_every_city_has_a_body_that_runs_its_cases_and_is_competent_there(string city)
    {
        var pack = Packs.Of(city);

        foreach (var division in pack.Divisions.Where(d => d.Level > DivisionLevel.Province))
            pack.FindBody(ManagingBody.ForPlace(division.Code, pack)).ShouldNotBeNull().AreaCode.Contains(division.Code).ShouldBeTrue();
    }

    [Fact]
    public void A_case_known_to_the_county_only_is_run_by_the_county() =>
        ManagingBody.ForPlace(Sample.County, Packs.Hohhot).ShouldBe(Body.CodeOf(Sample.County, "centre"));

    [Fact]
    public void A_case_that_moves_to_another_township_is_run_there_unless_its_body_works_for_both()
    {
        var village = AreaCode.Parse("150102002001");

        ManagingBody.AfterMove(Sample.Clerk.BodyCode, village, Packs.Hohhot).ShouldBe(Body.CodeOf(Sample.OtherTownship, "peace"));
        ManagingBody.AfterMove(Body.CodeOf(Sample.County, "centre"), village, Packs.Hohhot).ShouldBe(Body.CodeOf(Sample.County, "centre"));
    }
}
