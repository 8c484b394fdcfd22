using Governance.Domain.Platform;

namespace Governance.Domain.Submissions;

/// <summary>One entry of a submission's history: who did what, when, with which words.</summary>
public sealed class SubmissionStep
{
    /// <summary>Longest accompanying text.</summary>
    public const int NoteLength = 2000;

    private SubmissionStep()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The submission.</summary>
    public Guid SubmissionId { get; private set; }

    /// <summary>Position in the history, from 1.</summary>
    public int Sequence { get; private set; }

    /// <summary>What was done.</summary>
    public SubmissionStepKind Kind { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Account of the person, null for the sender and for the portal itself.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Name of the person at that time.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Body the person worked for at that time.</summary>
    public string BodyName { get; private set; } = "";

    /// <summary>Question, answer, reason, or what was decided.</summary>
    public string Note { get; private set; } = "";

    internal static SubmissionStep Create(
        Guid submissionId, int sequence, SubmissionStepKind kind, Actor actor, DateTimeOffset at, string note) => new()
    {
        Id = Guid.CreateVersion7(at),
        SubmissionId = submissionId,
        Sequence = sequence,
        Kind = kind,
        At = at,
        ActorId = actor.UserId == Guid.Empty ? null : actor.UserId,
        ActorName = actor.DisplayName,
        BodyName = actor.BodyName,
        Note = note,
    };
}
