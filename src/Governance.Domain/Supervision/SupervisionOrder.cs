using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Supervision;

/// <summary>A supervision of a case (督办): a card with words and a time to reply, the reply, and how it was lifted.</summary>
public sealed class SupervisionOrder
{
    private SupervisionOrder()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>How serious it is now.</summary>
    public SupervisionLevel Level { get; private set; }

    /// <summary>Body whose step it was when the card was given.</summary>
    public string BodyCode { get; private set; } = "";

    /// <summary>Its name.</summary>
    public string BodyName { get; private set; } = "";

    /// <summary>What is required.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Threshold of the pack that gave the card; null when a person did.</summary>
    public string? ThresholdId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Name of who gave it.</summary>
    public string IssuedByName { get; private set; } = "";

    /// <summary>Body of who gave it.</summary>
    public string IssuedByBody { get; private set; } = "";

    /// <summary>When the reply is due, UTC.</summary>
    public DateTimeOffset ReplyDueAt { get; private set; }

    /// <summary>The reply, or null.</summary>
    public string? Reply { get; private set; }

    /// <summary>When it came, UTC.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>Name of who replied.</summary>
    public string? RepliedByName { get; private set; }

    /// <summary>Why it was lifted, or null while it is open.</summary>
    public string? LiftWords { get; private set; }

    /// <summary>When it was lifted, UTC.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Name of who lifted it.</summary>
    public string? LiftedByName { get; private set; }

    internal static SupervisionOrder Give(
        Guid caseId, Actor actor, SupervisionLevel level, Body body, string words, DateTimeOffset replyDueAt, string? thresholdId, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        CaseId = caseId,
        Level = level,
        BodyCode = body.Code,
        BodyName = body.Name,
        Words = words,
        ThresholdId = thresholdId,
        IssuedAt = at,
        IssuedByName = actor.DisplayName,
        IssuedByBody = actor.BodyName,
        ReplyDueAt = replyDueAt,
    };

    internal void ReplyWith(string words, Actor actor, DateTimeOffset at) => (Reply, RepliedAt, RepliedByName) = (words, at, actor.DisplayName);

    internal void Lift(string words, Actor actor, DateTimeOffset at) => (LiftWords, LiftedAt, LiftedByName) = (words, at, actor.DisplayName);
}
