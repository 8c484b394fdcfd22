using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>Who acts when no person does: the portal itself, without an account, for the city's centre.</summary>
public static class SystemActor
{
    /// <summary>An actor of that name, e.g. 留言导入; timelines and audit trail show it.</summary>
    public static Actor Named(string name, CityPack pack)
    {
        var centre = CityCentre(pack);
        return new Actor(Guid.Empty, name, name, Role.CentreStaff, centre.Code, centre.Name, pack.Profile.AreaCode);
    }

    /// <summary>The centre of the city; every pack has one.</summary>
    public static Body CityCentre(CityPack pack) => pack.BodiesOf(pack.Profile.AreaCode).First(b => b.Kind == BodyKind.Centre);
}
