using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Domain.Mediation;

/// <summary>A line in the history of a committee, a mediator or a list of items: who did what, when, on which ground.</summary>
public sealed class MediationChange
{
    /// <summary>Longest words.</summary>
    public const int WordsLength = 1000;

    private MediationChange()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Key of the committee, mediator or list.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>What happened.</summary>
    public MediationChangeKind Kind { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who did it.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>For which body.</summary>
    public string BodyName { get; private set; } = "";

    /// <summary>Ground, reason or what was changed.</summary>
    public string Words { get; private set; } = "";

    /// <summary>A line of history.</summary>
    public static MediationChange Create(Guid subjectId, MediationChangeKind kind, Actor actor, string words, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        SubjectId = subjectId,
        Kind = kind,
        At = at,
        ActorName = actor.DisplayName,
        BodyName = actor.BodyName,
        Words = PlainText.Cut(words, WordsLength),
    };
}
