using Governance.Domain.Platform;

namespace Governance.Infrastructure.Demo;

/// <summary>The demo accounts that work together on the cases of the handler's department.</summary>
/// <param name="Handler">Of the county's housing department.</param>
/// <param name="Justice">Of the city's 司法局, which assists.</param>
/// <param name="County">Of the county's centre, which decides on time and supervises.</param>
/// <param name="Centre">Of the city's centre.</param>
/// <param name="Leader">Of the city.</param>
internal sealed record DemoCrew(Actor Handler, Actor Justice, Actor County, Actor Centre, Actor Leader)
{
    /// <summary>Finds them among the accounts.</summary>
    public static DemoCrew Of(IEnumerable<Actor> accounts)
    {
        var known = accounts.ToDictionary(a => a.Account);
        return new DemoCrew(known["handler"], known["justice"], known["county"], known["centre"], known["leader"]);
    }
}
