using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Leads;

/// <summary>Makes the question who leads out of what was chosen, with everything wrong at its field.</summary>
public static class LeadQuestion
{
    /// <summary>Departments, areas and the centre above them.</summary>
    public static Result<LeadSituation> Ask(CityPack pack, AreaCode place, TakeStep command)
    {
        var codes = command.OtherBodyCodes.Prepend(command.BodyCode ?? "").Where(code => code.Length > 0).Distinct().ToList();
        var bodies = codes.Select(pack.FindBody).OfType<Body>().ToList();
        if (bodies.Count == 0 || bodies.Count < codes.Count)
            return new PlatformErrors.Required("BodyCode", "承办单位") { Field = "BodyCode" };
        if (bodies.Count > Case.MostDepartments)
            return new LeadErrors.TooMany("职责部门", Case.MostDepartments) { Field = "BodyCode" };
        if (command.OtherPlaces.Count > Case.MostOtherPlaces)
            return new LeadErrors.TooMany("涉及地区", Case.MostOtherPlaces) { Field = "OtherPlaces" };
        if (command.OtherPlaces.Any(other => other == default || pack.FindDivision(other) is null || other.Level < DivisionLevel.County))
            return new CaseErrors.UnknownPlace { Field = "OtherPlaces" };
        var areas = ConcernedAreas.Of(place, command.OtherPlaces);
        return new LeadSituation
        {
            Departments = [.. bodies.Select(LeadDepartment.Of)],
            Areas = [.. areas.Select(area => new LeadArea(area, pack.PlaceName(area)))],
            Centre = LeadDepartment.Of(LeadOrganiser.For(pack, areas.Concat(bodies.Select(b => b.AreaCode)))),
        };
    }

    /// <summary>The centre above everything a case touches and everybody who takes part in it.</summary>
    public static Body CentreOf(CityPack pack, Case subject) => LeadOrganiser.For(
        pack,
        ConcernedAreas.Of(subject.Place, subject.OtherPlaces)
            .Concat(subject.Parties.Where(p => p.Role != LeadPartyRole.Former).Select(p => p.Area)
                .Append(subject.LeadBodyCode is null ? null : Body.AreaOf(subject.LeadBodyCode)).OfType<AreaCode>()));
}
