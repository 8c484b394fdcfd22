namespace Governance.Application.Attachments;

/// <summary>
/// The bytes of files, encrypted, outside database and web root. A file is first kept and then settled: what was kept and belongs to no row
/// after a while was left over by a crash and goes.
/// </summary>
public interface IAttachmentStore
{
    /// <summary>Writes the bytes so that they outlast a power cut; nothing refers to them yet.</summary>
    /// <returns>False when the folder cannot be written.</returns>
    Task<bool> KeepAsync(Guid id, ReadOnlyMemory<byte> content, CancellationToken ct);

    /// <summary>Gives the file its lasting place, after its row was saved.</summary>
    void Settle(Guid id);

    /// <summary>Throws away a file that got no row.</summary>
    void Discard(Guid id);

    /// <summary>Decrypts the bytes into a stream.</summary>
    /// <returns>False when the file is not there; nothing was written then.</returns>
    Task<bool> CopyToAsync(Guid id, Stream target, CancellationToken ct);

    /// <summary>Files that were kept before a moment and are not settled, the oldest first.</summary>
    IReadOnlyList<Guid> FindUnsettled(DateTimeOffset before, int most);
}
