using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Domain.Attachments;

/// <summary>
/// 材料: a file that belongs to a record, as the database knows it. The bytes lie encrypted in the data folder under <see cref="Id"/>, never
/// under a name somebody gave, and are checked by content before (<see cref="FileInspection"/>).
/// </summary>
public sealed class Attachment
{
    /// <summary>Most bytes of one file.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Most files of one record.</summary>
    public const int MostOfOwner = 20;

    /// <summary>Most photos a citizen sends at once.</summary>
    public const int MostOfCitizen = 3;

    /// <summary>Most photos of what a citizen sent in, those sent with an answer among them.</summary>
    public const int MostOfSubmission = 2 * MostOfCitizen;

    /// <summary>Longest name of a file.</summary>
    public const int NameLength = 100;

    /// <summary>Longest reason of a removal.</summary>
    public const int ReasonLength = 200;

    private Attachment()
    {
    }

    /// <summary>Key, and name of the stored file.</summary>
    public Guid Id { get; private set; }

    /// <summary>What kind of record it belongs to.</summary>
    public AttachmentOwner Owner { get; private set; }

    /// <summary>That record.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>Name as its sender called it: encrypted, because people name files after people.</summary>
    public ProtectedText Name { get; private set; } = null!;

    /// <summary>What it is.</summary>
    public AttachmentKind Kind { get; private set; }

    /// <summary>Bytes in clear.</summary>
    public int Size { get; private set; }

    /// <summary>SHA-256 of the bytes in clear, hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Where in the process it came.</summary>
    public AttachmentStage Stage { get; private set; }

    /// <summary>When it came, UTC.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Account of who added it; empty for a citizen.</summary>
    public Guid AddedById { get; private set; }

    /// <summary>Name of who added it, as timelines show it.</summary>
    public string AddedByName { get; private set; } = "";

    /// <summary>Body of that person.</summary>
    public string AddedByBody { get; private set; } = "";

    /// <summary>When it was taken off the record, UTC; its bytes stay until their time of keeping is over.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Who took it off.</summary>
    public string? RemovedByName { get; private set; }

    /// <summary>Why.</summary>
    public string? RemovedReason { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>A file that has been checked and stored.</summary>
    /// <param name="id">Key under which the bytes are stored.</param>
    /// <param name="owner">What kind of record it belongs to.</param>
    /// <param name="ownerId">That record.</param>
    /// <param name="name">Its encrypted name.</param>
    /// <param name="file">The file as it was checked.</param>
    /// <param name="sha256">Its fingerprint.</param>
    /// <param name="stage">Where in the process it came.</param>
    /// <param name="actor">Who added it.</param>
    /// <param name="at">Now, UTC.</param>
    public static Attachment Add(
        Guid id, AttachmentOwner owner, Guid ownerId, ProtectedText name, InspectedFile file, string sha256, AttachmentStage stage, Actor actor,
        DateTimeOffset at) =>
        new()
        {
            Id = id, Owner = owner, OwnerId = ownerId, Name = name, Kind = file.Kind, Size = file.Content.Length, Sha256 = sha256, Stage = stage,
            AddedAt = at, AddedById = actor.UserId, AddedByName = actor.DisplayName, AddedByBody = actor.BodyName,
        };

    /// <summary>移除: takes the file off the record for a reason. Taking off twice changes nothing.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="reason">Why; must not be empty.</param>
    /// <param name="at">Now, UTC.</param>
    public Result Remove(Actor actor, string reason, DateTimeOffset at)
    {
        if (RemovedAt is not null)
            return Result.Ok;
        reason = PlainText.CleanLine(reason);
        if (reason.Length == 0)
            return new PlatformErrors.Required("Reason", "移除原因") { Field = "Reason" };
        if (reason.Length > ReasonLength)
            return new PlatformErrors.TooLong("移除原因", ReasonLength, reason.Length) { Field = "Reason" };
        (RemovedAt, RemovedByName, RemovedReason) = (at, actor.DisplayName, reason);
        return Result.Ok;
    }
}
