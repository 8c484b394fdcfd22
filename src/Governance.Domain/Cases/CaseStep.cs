using Governance.Domain.Platform;
using Governance.Domain.Remarks;

namespace Governance.Domain.Cases;

/// <summary>One entry of a case's timeline (经过): who did what, when, on which ground.</summary>
public sealed class CaseStep
{
    /// <summary>Longest accompanying text.</summary>
    public const int NoteLength = 2000;

    private CaseStep()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Position in the timeline, from 1.</summary>
    public int Sequence { get; private set; }

    /// <summary>What was done.</summary>
    public CaseStepKind Kind { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Account of the person, null for a step taken by an import.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Name of the person at that time.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Body the person worked for at that time.</summary>
    public string BodyName { get; private set; } = "";

    /// <summary>State afterwards.</summary>
    public CaseState ToState { get; private set; }

    /// <summary>Reason, result or answer.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Key of the ground it rests on, or null.</summary>
    public string? Ground { get; private set; }

    /// <summary>Body it was assigned to, for 分派.</summary>
    public string? TargetBodyName { get; private set; }

    /// <summary>Deadline that started with this step, UTC.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Facts and rule that led to a decision the portal made, in words, or null.</summary>
    public string? Facts { get; private set; }

    /// <summary>The same step in the timeline of a case that follows the one it was taken on.</summary>
    internal CaseStep For(Case follower) => new()
    {
        Id = Guid.CreateVersion7(At),
        CaseId = follower.Id,
        Sequence = follower.Steps.Count + 1,
        Kind = Kind,
        ToState = follower.State,
        At = At,
        ActorId = ActorId,
        ActorName = ActorName,
        BodyName = BodyName,
        Note = Note,
        Ground = Ground,
    };

    /// <summary>People named in the note.</summary>
    public IReadOnlyList<Mention> Mentions { get; private set; } = [];

    internal void Name(IReadOnlyList<Mention> people) => Mentions = people;

    internal static CaseStep Create(
        Guid caseId, int sequence, CaseStepKind kind, CaseState toState, Actor actor, DateTimeOffset at, string note, string? ground,
        string? targetBodyName = null, DateTimeOffset? dueAt = null, string? facts = null) => new()
    {
        Id = Guid.CreateVersion7(at),
        CaseId = caseId,
        Sequence = sequence,
        Kind = kind,
        ToState = toState,
        At = at,
        ActorId = actor.UserId == Guid.Empty ? null : actor.UserId,
        ActorName = actor.DisplayName,
        BodyName = actor.BodyName,
        Note = note,
        Ground = ground,
        TargetBodyName = targetBodyName,
        DueAt = dueAt,
        Facts = facts,
    };
}
