using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Infrastructure.Platform;

/// <summary>A line of the audit trail (审计记录). Written in the transaction of what it tells of; the table refuses changes.</summary>
public sealed class AuditEntry
{
    /// <summary>Longest detail.</summary>
    public const int DetailLength = 2000;

    /// <summary>Key, in order of time.</summary>
    public Guid Id { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Account that acted; null for the system and the command line.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Name of the account.</summary>
    public string ActorAccount { get; init; } = "";

    /// <summary>Name shown at that time.</summary>
    public string ActorName { get; init; } = "";

    /// <summary>Body at that time.</summary>
    public string BodyName { get; init; } = "";

    /// <summary>Stable code of the action.</summary>
    public string Action { get; init; } = "";

    /// <summary>What was touched.</summary>
    public string SubjectKind { get; init; } = "";

    /// <summary>Its readable key.</summary>
    public string SubjectId { get; init; } = "";

    /// <summary>Where it lies.</summary>
    public AreaCode? AreaCode { get; init; }

    /// <summary>What changed or why.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The entry of an act; an over-long detail is cut.</summary>
    public static AuditEntry Create(Actor actor, AuditRecord record, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        At = at,
        ActorId = actor.UserId == Guid.Empty ? null : actor.UserId,
        ActorAccount = actor.Account,
        ActorName = actor.DisplayName,
        BodyName = actor.BodyName,
        Action = record.Action,
        SubjectKind = record.SubjectKind,
        SubjectId = record.SubjectId,
        AreaCode = record.Area,
        Detail = PlainText.Cut(record.Detail, DetailLength),
    };

    /// <summary>The same act on something that goes along with its subject.</summary>
    internal AuditEntry For(string subjectId, AreaCode area, string detail) => new()
    {
        Id = Guid.CreateVersion7(At),
        At = At,
        ActorId = ActorId,
        ActorAccount = ActorAccount,
        ActorName = ActorName,
        BodyName = BodyName,
        Action = Action,
        SubjectKind = SubjectKind,
        SubjectId = subjectId,
        AreaCode = area,
        Detail = detail,
    };
}
