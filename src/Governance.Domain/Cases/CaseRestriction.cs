using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;

namespace Governance.Domain.Cases;

/// <summary>
/// Who may know of the case (限定知悉; leads on organised crime H29, A26, reports of school bullying A30). A restricted case is known to
/// the persons of its circle and to nobody else, whatever their role and area.
/// </summary>
public sealed partial class Case
{
    private readonly List<CircleMember> _circle = [];

    /// <summary>True while only the circle may know of the case.</summary>
    public bool IsRestricted { get; private set; }

    /// <summary>Why and since when; kept when it was lifted; null for a case that never was restricted.</summary>
    public Restriction? Restriction { get; private set; }

    /// <summary>知悉范围: the persons who may know of the case; empty while everybody may who works on it.</summary>
    public IReadOnlyList<CircleMember> Circle => _circle;

    /// <summary>True when nothing stands between the account and the case but the ordinary rules, or it is in the circle.</summary>
    public bool MayBeKnownTo(Guid account) => !IsRestricted || _circle.Exists(m => m.UserId == account);

    /// <summary>Keeps the case from everybody until its circle is known; for cases that are written where no accounts are at hand.</summary>
    public void Withhold() => IsRestricted = true;

    /// <summary>限定知悉: from now on only the circle knows of the case, and the keeper's body runs it.</summary>
    /// <param name="actor">Who restricts it.</param>
    /// <param name="rule">The pack's line, or null for another reason.</param>
    /// <param name="keeper">Body that keeps the circle.</param>
    /// <param name="circle">The persons; one of them is a keeper.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="at">Now, UTC.</param>
    public Result Restrict(
        Actor actor, RestrictionRule? rule, Body keeper, IReadOnlyCollection<CirclePerson> circle, string reason, DateTimeOffset at)
    {
        if (IsRestricted && Restriction is { LiftedAt: null })
            return new RestrictedErrors.RestrictedBefore { Ground = rule?.Ground };
        if (CheckReason(ref reason, "限定原因") is { } refusal)
            return refusal;
        if (!circle.Any(p => p.IsKeeper))
            return new RestrictedErrors.LastKeeper();

        Restriction ??= Restriction.Of(Id, Number.Value, _steps.Count > 0 ? _steps[0].ActorId : null);
        Restriction.Begin(rule, keeper, reason, at);
        IsRestricted = true;
        _circle.Clear();
        _circle.AddRange(circle.DistinctBy(p => p.UserId).Select(p => CircleMember.Of(Id, p, actor, at)));
        ManagingBodyCode = keeper.Code;
        if (rule is not null)
            ExpectFinding(rule, null);
        Record(CaseStepKind.Restrict, actor, at, reason, rule?.Ground ?? GroundKeys.DataPrivacy, keeper.Name);
        return Result.Ok;
    }

    /// <summary>解除限定知悉: the ordinary rules hold again.</summary>
    public Result LiftRestriction(Actor actor, string reason, DateTimeOffset at)
    {
        if (CheckKeeper(actor) is { } stranger)
            return stranger;
        if (CheckReason(ref reason, "解除原因") is { } refusal)
            return refusal;
        IsRestricted = false;
        Restriction!.Lift(at);
        _circle.Clear();
        Record(CaseStepKind.LiftRestriction, actor, at, reason, GroundKeys.DataPrivacy);
        return Result.Ok;
    }

    /// <summary>Lets a person into the circle; a member can be made a keeper.</summary>
    public Result AddToCircle(Actor actor, CirclePerson person, string reason, DateTimeOffset at)
    {
        if (CheckKeeper(actor) is { } stranger)
            return stranger;
        if (CheckReason(ref reason, "添加原因") is { } refusal)
            return refusal;
        if (_circle.Find(m => m.UserId == person.UserId) is { } member)
        {
            if (member.IsKeeper || !person.IsKeeper)
                return new RestrictedErrors.InCircleBefore(member.Name) { Field = "Person" };
            member.BecomeKeeper();
        }
        else
            _circle.Add(CircleMember.Of(Id, person, actor, at));
        Record(CaseStepKind.ChangeCircle, actor, at, $"{(person.IsKeeper ? "添加管理人" : "添加")}：{person.Name}（{person.BodyName}）。{reason}", GroundKeys.DataPrivacy);
        return Result.Ok;
    }

    /// <summary>Takes a person out of the circle.</summary>
    public Result RemoveFromCircle(Actor actor, Guid account, string reason, DateTimeOffset at)
    {
        if (CheckKeeper(actor) is { } stranger)
            return stranger;
        if (CheckReason(ref reason, "移出原因") is { } refusal)
            return refusal;
        if (_circle.Find(m => m.UserId == account) is not { } member)
            return new RestrictedErrors.NotInCircle();
        if (member.IsKeeper && _circle.Count(m => m.IsKeeper) == 1)
            return new RestrictedErrors.LastKeeper();
        _circle.Remove(member);
        Record(CaseStepKind.ChangeCircle, actor, at, $"移出：{member.Name}（{member.BodyName}）。{reason}", GroundKeys.DataPrivacy);
        return Result.Ok;
    }

    /// <summary>指定承办人: of a body only the named persons stay in the circle; who is named and not in it yet joins.</summary>
    /// <param name="actor">A keeper.</param>
    /// <param name="body">The body.</param>
    /// <param name="named">Its persons that stay or join; at least one.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="at">Now, UTC.</param>
    public Result NameHandlers(Actor actor, Body body, IReadOnlyList<CirclePerson> named, string reason, DateTimeOffset at)
    {
        if (CheckKeeper(actor) is { } stranger)
            return stranger;
        if (CheckReason(ref reason, "指定原因") is { } refusal)
            return refusal;
        if (named.Count == 0)
            return new RestrictedErrors.NobodyNamed() { Field = "Handlers" };
        if (named.FirstOrDefault(p => p.BodyCode != body.Code) is not null)
            return new RestrictedErrors.NotOfBody(body.Name) { Field = "Handlers" };
        var leaving = _circle.Where(m => m.BodyCode == body.Code && named.All(p => p.UserId != m.UserId)).ToList();
        var joining = named.Where(p => !_circle.Exists(m => m.UserId == p.UserId)).DistinctBy(p => p.UserId).ToList();
        if (leaving.Count == 0 && joining.Count == 0)
            return Result.Ok;
        if (!_circle.Exists(m => m.IsKeeper && !leaving.Contains(m)))
            return new RestrictedErrors.LastKeeper() { Field = "Handlers" };

        _circle.RemoveAll(leaving.Contains);
        _circle.AddRange(joining.Select(p => CircleMember.Of(Id, p with { IsKeeper = false }, actor, at)));
        var left = leaving.Count == 0 ? "" : $"；移出：{string.Join('、', leaving.Select(m => m.Name))}";
        Record(
            CaseStepKind.NameHandlers, actor, at,
            PlainText.Cut($"{string.Join('、', named.Select(p => p.Name))}{left}。{reason}", CaseStep.NoteLength), GroundKeys.DataPrivacy, body.Name);
        return Result.Ok;
    }

    /// <summary>A restricted case goes to a body only when somebody there may open it.</summary>
    private RestrictedErrors.NobodyOfBody? CheckCircle(IEnumerable<LeadDepartment> bodies) =>
        IsRestricted && bodies.FirstOrDefault(b => !_circle.Exists(m => m.BodyCode == b.Code)) is { } unknown
            ? new RestrictedErrors.NobodyOfBody(unknown.Name) { Field = nameof(LeadBodyCode) }
            : null;

    private Error? CheckKeeper(Actor actor)
    {
        if (!IsRestricted || Restriction is null)
            return new RestrictedErrors.NotRestricted();
        return _circle.Exists(m => m.UserId == actor.UserId && m.IsKeeper) ? null : new RestrictedErrors.KeepersOnly { Ground = GroundKeys.DataPrivacy };
    }

    private static Error? CheckReason(ref string reason, string label)
    {
        reason = PlainText.Clean(reason);
        if (reason.Length == 0)
            return new CaseErrors.NoteRequired(label) { Field = "Reason" };
        return reason.Length > Restriction.ReasonLength
            ? new PlatformErrors.TooLong(label, Restriction.ReasonLength, reason.Length) { Field = "Reason" }
            : null;
    }
}
