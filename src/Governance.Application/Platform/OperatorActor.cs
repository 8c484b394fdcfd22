using Governance.Domain.Cities;
using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>Who acts when an operator runs a command on the server: an administrator of the whole city without an account.</summary>
public static class OperatorActor
{
    /// <summary>The operator of the city's portal; in the audit trail 系统运维.</summary>
    public static Actor Of(CityPack pack) =>
        new(Guid.Empty, "operator", "系统运维", Role.SystemAdministrator, "", pack.Profile.Name, pack.Profile.AreaCode);
}
