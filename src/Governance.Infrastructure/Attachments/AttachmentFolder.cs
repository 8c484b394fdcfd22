namespace Governance.Infrastructure.Attachments;

/// <summary>Where the bytes of files lie.</summary>
/// <param name="Path">Full path of the folder; made when the first file comes.</param>
public sealed record AttachmentFolder(string Path)
{
    /// <summary>Its name in the data folder.</summary>
    public const string Name = "files";
}
