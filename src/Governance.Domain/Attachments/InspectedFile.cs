namespace Governance.Domain.Attachments;

/// <summary>A file that may be kept.</summary>
/// <param name="Name">Its name, fit to be shown and saved under.</param>
/// <param name="Kind">What it is, by its content.</param>
/// <param name="Content">The bytes to keep: of photos only what draws them, without place, time and device.</param>
public sealed record InspectedFile(string Name, AttachmentKind Kind, ReadOnlyMemory<byte> Content);
