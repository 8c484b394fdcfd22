using Governance.Domain.Platform;

namespace Governance.Domain.Procedures;

/// <summary>One entry of a procedure's course: what happened on which day, who wrote it down.</summary>
public sealed class ProcedureEntry
{
    /// <summary>Longest accompanying text.</summary>
    public const int NoteLength = 2000;

    /// <summary>Longest name of what happened.</summary>
    public const int TitleLength = 60;

    private ProcedureEntry()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The procedure.</summary>
    public Guid ProcedureId { get; private set; }

    /// <summary>Position, from 1.</summary>
    public int Sequence { get; private set; }

    /// <summary>What it tells of.</summary>
    public ProcedureEntryKind Kind { get; private set; }

    /// <summary>The step, the outcome or the act, as people read it.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The day it happened, in China.</summary>
    public DateOnly On { get; private set; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Account of the person, null for the portal itself.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Name of the person at that time.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Body the person worked for at that time.</summary>
    public string BodyName { get; private set; } = "";

    /// <summary>Accompanying words.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Deadline that began with it, UTC.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    internal static ProcedureEntry Create(
        Guid procedureId, int sequence, ProcedureEntryKind kind, string title, DateOnly on, Actor actor, DateTimeOffset at, string note, DateTimeOffset? dueAt) => new()
    {
        Id = Guid.CreateVersion7(at),
        ProcedureId = procedureId,
        Sequence = sequence,
        Kind = kind,
        Title = title,
        On = on,
        At = at,
        ActorId = actor.UserId == Guid.Empty ? null : actor.UserId,
        ActorName = actor.DisplayName,
        BodyName = actor.BodyName,
        Note = note,
        DueAt = dueAt,
    };
}
