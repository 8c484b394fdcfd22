using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Restricted;

/// <summary>That only named persons may know of a case (限定知悉): why, since when, and who keeps the circle. It stays as a record when it is lifted.</summary>
public sealed class Restriction
{
    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 500;

    /// <summary>What a restriction is called that no line of the pack asks for.</summary>
    public const string OtherName = "其他需要限定知悉的情形";

    private Restriction()
    {
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Its number.</summary>
    public string CaseNumber { get; private set; } = "";

    /// <summary>Key of the pack's line, or null when somebody restricted it for another reason.</summary>
    public string? RuleKey { get; private set; }

    /// <summary>What people read, e.g. 校园欺凌.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Body that keeps the circle and runs the case.</summary>
    public string KeeperBodyCode { get; private set; } = "";

    /// <summary>Its name at the time.</summary>
    public string KeeperBodyName { get; private set; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset RestrictedAt { get; private set; }

    /// <summary>Account of who registered the case and keeps a receipt of it; null for a case that no account registered.</summary>
    public Guid? RegistrarId { get; private set; }

    /// <summary>When it was lifted, UTC; null while it holds.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    internal static Restriction Of(Guid caseId, string caseNumber, Guid? registrarId) =>
        new() { CaseId = caseId, CaseNumber = caseNumber, RegistrarId = registrarId };

    internal void Begin(RestrictionRule? rule, Body keeper, string reason, DateTimeOffset at)
    {
        (RuleKey, Name, Reason, RestrictedAt, LiftedAt) = (rule?.Key, rule?.Name ?? OtherName, reason, at, null);
        (KeeperBodyCode, KeeperBodyName) = (keeper.Code, keeper.Name);
    }

    internal void Lift(DateTimeOffset at) => LiftedAt = at;
}

/// <summary>Somebody who may know of a restricted case (知悉范围).</summary>
public sealed class CircleMember
{
    private CircleMember()
    {
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Account of the person.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Name at that time.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Body of the person at that time.</summary>
    public string BodyCode { get; private set; } = "";

    /// <summary>Its name.</summary>
    public string BodyName { get; private set; } = "";

    /// <summary>True for a keeper of the circle: adds and removes members, lifts the restriction.</summary>
    public bool IsKeeper { get; private set; }

    /// <summary>When the person was let in, UTC.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Who let the person in.</summary>
    public string AddedBy { get; private set; } = "";

    internal static CircleMember Of(Guid caseId, CirclePerson person, Actor by, DateTimeOffset at) => new()
    {
        CaseId = caseId, UserId = person.UserId, Name = person.Name, BodyCode = person.BodyCode, BodyName = person.BodyName,
        IsKeeper = person.IsKeeper, AddedAt = at, AddedBy = by.DisplayName,
    };

    internal void BecomeKeeper() => IsKeeper = true;
}

/// <summary>A person who is to be let into a circle.</summary>
/// <param name="UserId">Account.</param>
/// <param name="Name">Name.</param>
/// <param name="BodyCode">Body.</param>
/// <param name="BodyName">Name of the body.</param>
/// <param name="IsKeeper">True for a keeper of the circle.</param>
public sealed record CirclePerson(Guid UserId, string Name, string BodyCode, string BodyName, bool IsKeeper)
{
    /// <summary>The person who acts, as a member.</summary>
    public static CirclePerson Of(Actor actor, bool isKeeper) => new(actor.UserId, actor.DisplayName, actor.BodyCode, actor.BodyName, isKeeper);
}
