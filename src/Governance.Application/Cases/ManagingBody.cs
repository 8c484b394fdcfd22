using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Cases;

/// <summary>
/// Which body runs a case: accepts, assigns, verifies and closes it. Whoever logs it at a centre or a township office runs it; what a
/// grid member or the public reports is run by the township office of the place (H51), else by the centre above.
/// </summary>
public static class ManagingBody
{
    /// <summary>Code of the body.</summary>
    public static string For(Actor actor, AreaCode place, CityPack pack) =>
        actor.May(Permission.AcceptCase) ? actor.BodyCode : ForPlace(place, pack);

    /// <summary>Code of the body that runs a case after its place was corrected: the same where it is competent there too.</summary>
    public static string AfterMove(string bodyCode, AreaCode place, CityPack pack) =>
        Body.AreaOf(bodyCode) is { } area && !area.Contains(place) ? ForPlace(place, pack) : bodyCode;

    /// <summary>Code of the body that runs what nobody's office logged.</summary>
    public static string ForPlace(AreaCode place, CityPack pack) =>
        (Find(BodyKind.PeaceOffice, place, DivisionLevel.Township, pack)
            ?? Find(BodyKind.Centre, place, DivisionLevel.County, pack)
            ?? Find(BodyKind.Centre, place, DivisionLevel.City, pack)
            ?? throw new InvalidOperationException("The city pack has no centre for the city.")).Code;

    private static Body? Find(BodyKind kind, AreaCode place, DivisionLevel level, CityPack pack) =>
        level > place.Level ? null : pack.BodiesOf(place.AncestorAt(level)).FirstOrDefault(b => b.Kind == kind);
}
