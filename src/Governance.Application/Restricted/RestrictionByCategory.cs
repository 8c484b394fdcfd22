using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;

namespace Governance.Application.Restricted;

/// <summary>Restricts cases whose category asks for it, and finds who is in a circle at first.</summary>
public sealed class RestrictionByCategory(IReferenceData reference)
{
    /// <summary>
    /// Restricts the case when its category asks for it and it is not restricted for that already. A restriction that a keeper lifted
    /// does not come back by itself.
    /// </summary>
    public async Task ApplyAsync(IUnitOfWork unit, Actor actor, Case subject, DateTimeOffset at, CancellationToken ct)
    {
        if (reference.Pack.RestrictionFor(subject.CategoryCode) is not { } rule
            || subject.Restriction is { } before && (before.LiftedAt is null || before.RuleKey == rule.Key))
            return;
        var (keeper, circle) = await SeatsAsync(unit, rule, subject.Place, ct);
        if (!circle.Any(p => p.IsKeeper) && IsMemberMaterial(actor))
            circle = [.. circle, CirclePerson.Of(actor, isKeeper: true)];
        if (!circle.Any(p => p.IsKeeper))
        {
            // Nobody has an account yet: better nobody than everybody. The circle is filled as soon as somebody has.
            subject.Withhold();
            return;
        }
        subject.Restrict(actor, rule, keeper, circle, $"类别“{reference.Pack.CategoryByCode(subject.CategoryCode)?.Name}”的案件限定知悉。", at);
        unit.Audit(actor, CaseAudit.Of(subject, CaseStepKind.Restrict, rule.Name));
    }

    /// <summary>
    /// The keeper and the persons of the seats. A keeper whose people have no account yet is stood in for by the one of the division
    /// above; without any, only the other seats are given.
    /// </summary>
    public async Task<(Body Keeper, IReadOnlyList<CirclePerson> Circle)> SeatsAsync(
        IUnitOfWork unit, RestrictionRule rule, AreaCode place, CancellationToken ct)
    {
        var pack = reference.Pack;
        var keepers = rule.Seats.Where(s => s.BodyKey == rule.KeeperBody).ToList();
        var circle = new List<CirclePerson>();
        foreach (var seat in rule.Seats.Except(keepers))
            if (pack.FindBodyFor(place, seat.BodyKey) is { } body)
                circle.AddRange(await PeopleAsync(unit, body, [seat], isKeeper: false, ct));
        Body? keeper = null;
        for (var level = place.Level; level >= DivisionLevel.City; level--)
        {
            if (pack.FindBody(Body.CodeOf(place.AncestorAt(level), rule.KeeperBody)) is not { } body)
                continue;
            keeper = body;
            if (await PeopleAsync(unit, body, keepers, isKeeper: true, ct) is { Count: > 0 } people)
                return (body, [.. people, .. circle]);
        }
        return (keeper ?? SystemActor.CityCentre(pack), circle);
    }

    /// <summary>True for a person who can be in a circle: an account that works on cases.</summary>
    public static bool IsMemberMaterial(Actor actor) => actor.UserId != Guid.Empty && IsMemberMaterial(actor.Role);

    /// <summary>True for a role whose people can be in a circle.</summary>
    public static bool IsMemberMaterial(Role role) => role.Allows(Permission.ReadAreaCases) || role.Allows(Permission.ReadBodyCases);

    /// <summary>The persons of these accounts, none of them a keeper; null when one of them is locked, unknown or works on no cases.</summary>
    public static async Task<IReadOnlyList<CirclePerson>?> FindPersonsAsync(IUnitOfWork unit, IReadOnlyList<Guid> accounts, CancellationToken ct)
    {
        var found = new List<CirclePerson>();
        foreach (var account in accounts.Distinct())
        {
            if (await unit.Users.FindColleagueAsync(account, ct) is not { } person || !IsMemberMaterial(person.Role))
                return null;
            found.Add(new CirclePerson(person.Id, person.Name, person.BodyCode, person.BodyName, false));
        }
        return found;
    }

    private static async Task<IReadOnlyList<CirclePerson>> PeopleAsync(
        IUnitOfWork unit, Body body, IReadOnlyList<CircleSeat> seats, bool isKeeper, CancellationToken ct) =>
        [.. (await unit.Users.FindColleaguesAsync(body.Code, ct)).Where(p => seats.Any(s => s.Role == p.Role))
            .Select(p => new CirclePerson(p.Id, p.Name, p.BodyCode, p.BodyName, isKeeper))];
}
