using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Infrastructure.Demo;

/// <summary>
/// Who acts in the demo cases: the demo accounts where a step is theirs, elsewhere invented colleagues without an account, always the
/// same ones for the same body.
/// </summary>
internal sealed class DemoCast(CityPack pack, IReadOnlyList<Actor> accounts)
{
    private readonly ConcurrentDictionary<(string Body, Role Role), Actor> _known = new();

    /// <summary>Who logs a case that came in that way.</summary>
    public Actor Registrar(CaseChannel channel, AreaCode place, bool atCity) => channel switch
    {
        CaseChannel.GridMember => Of(pack.FindBodyFor(place, BodyKeys.Committee)!, Role.GridMember),
        CaseChannel.Counter or CaseChannel.Letter or CaseChannel.Visit => Manager(ManagingBody.ForPlace(place, pack)),
        _ => Of(pack.FindBodyFor(atCity ? pack.Profile.AreaCode : place, BodyKeys.Centre)!, Role.CentreStaff),
    };

    /// <summary>Who accepts, assigns, verifies and closes for the body that runs a case.</summary>
    public Actor Manager(string bodyCode)
    {
        var body = pack.FindBody(bodyCode)!;
        return Of(body, body.Kind == BodyKind.Centre ? Role.CentreStaff : Role.TownshipClerk);
    }

    /// <summary>Who handles what is assigned to a body.</summary>
    public Actor Handler(Body body) => Of(body, body.Kind switch
    {
        BodyKind.VillageCommittee => Role.GridMember,
        BodyKind.PeaceOffice or BodyKind.TownshipOffice => Role.TownshipClerk,
        BodyKind.Centre => Role.CentreStaff,
        _ => Role.DepartmentHandler,
    });

    /// <summary>Another person of the same body, without an account.</summary>
    public static Actor Colleague(Actor actor) => Invented(actor.BodyCode, actor.BodyName, actor.Role, actor.Scope, "second");

    private Actor Of(Body body, Role role) => _known.GetOrAdd((body.Code, role), _ =>
        accounts.FirstOrDefault(a => a.BodyCode == body.Code && a.Role == role) ?? Invented(body.Code, body.Name, role, body.AreaCode, "first"));

    private static Actor Invented(string bodyCode, string bodyName, Role role, AreaCode scope, string who)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{bodyCode} {who}"));
        var name = DemoWords.Person(new Random(BitConverter.ToInt32(hash)));
        return new Actor(Guid.Empty, "演示", name, role, bodyCode, bodyName, scope);
    }
}
