using Governance.Application.Mediation;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Infrastructure.Demo;

/// <summary>A demo account.</summary>
/// <param name="Account">Sign-in name.</param>
/// <param name="DisplayName">Invented name.</param>
/// <param name="Role">Role.</param>
/// <param name="Body">Body.</param>
/// <param name="Scope">Division inside which the rights hold.</param>
internal sealed record DemoPerson(string Account, string DisplayName, Role Role, Body Body, AreaCode Scope);

/// <summary>
/// Who the demo accounts are in a city: one of each role, a second clerk of another county, a county's centre, the 司法局, and a handler of
/// the police, who is named for restricted leads.
/// </summary>
internal sealed class DemoRoster
{
    private readonly CityPack _pack;

    public DemoRoster(CityPack pack)
    {
        _pack = pack;
        // Districts first, and streets before towns: the demo's people meet the city's daily business.
        var townships = pack.Divisions
            .Where(d => d.Level == DivisionLevel.Township && BodyOf(d.Code, BodyKind.PeaceOffice) is not null)
            .OrderByDescending(d => pack.FindDivision(d.Code.AncestorAt(DivisionLevel.County))!.Kind == DivisionKinds.District)
            .ThenByDescending(d => d.Kind == "subdistrict")
            .ThenBy(d => d.Code)
            .DistinctBy(d => d.Code.AncestorAt(DivisionLevel.County))
            .Take(2)
            .Select(d => d.Code)
            .ToList();
        (Township, OtherTownship) = (townships[0], townships[^1]);
        var villages = pack.ChildrenOf(Township).ToList();
        Village = (villages.Find(v => v.Kind.StartsWith("residents", StringComparison.Ordinal)) ?? villages[0]).Code;
        Department = pack.FindBodyFor(County, "housing")!;
        var city = pack.Profile.AreaCode;
        Centre = BodyOf(city, BodyKind.Centre)!;
        People =
        [
            new("sysadmin", "周维", Role.SystemAdministrator, Centre, city),
            new("centre", "林晓岚", Role.CentreStaff, Centre, city),
            new("clerk", "王秀兰", Role.TownshipClerk, BodyOf(Township, BodyKind.PeaceOffice)!, Township),
            new("clerk2", "赵志强", Role.TownshipClerk, BodyOf(OtherTownship, BodyKind.PeaceOffice)!, OtherTownship),
            new("handler", "陈立新", Role.DepartmentHandler, Department, County),
            new("gridmember", "李春梅", Role.GridMember, pack.FindBodyFor(Village, BodyKeys.Committee)!, Village),
            new("county", "苏敏", Role.CentreStaff, BodyOf(County, BodyKind.Centre)!, County),
            new("justice", "韩卫东", Role.DepartmentHandler, pack.FindBodyFor(city, ItemListService.JudicialKey)!, city),
            new("leader", "孙明远", Role.Leader, BodyOf(city, BodyKind.Government) ?? Centre, city),
            new("auditor", "何静", Role.Auditor, Centre, city),
            new("police", "高建军", Role.DepartmentHandler, pack.FindBodyFor(County, "police")!, County),
        ];
    }

    /// <summary>The accounts, in the order people are told of them.</summary>
    public IReadOnlyList<DemoPerson> People { get; }

    /// <summary>Township of the clerk.</summary>
    public AreaCode Township { get; }

    /// <summary>Township of the second clerk, in another county.</summary>
    public AreaCode OtherTownship { get; }

    /// <summary>County of the clerk.</summary>
    public AreaCode County => Township.AncestorAt(DivisionLevel.County);

    /// <summary>Community of the grid member.</summary>
    public AreaCode Village { get; }

    /// <summary>Department of the handler.</summary>
    public Body Department { get; }

    /// <summary>Centre of the city.</summary>
    public Body Centre { get; }

    private Body? BodyOf(AreaCode area, BodyKind kind) => _pack.BodiesOf(area).FirstOrDefault(b => b.Kind == kind);
}
