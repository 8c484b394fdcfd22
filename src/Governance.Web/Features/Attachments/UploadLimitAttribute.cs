using Governance.Domain.Attachments;
using Microsoft.AspNetCore.Http.Metadata;

namespace Governance.Web.Features.Attachments;

/// <summary>
/// Bounds what a form with files may send. Files stay in memory until they are encrypted: the framework would put them in clear into the
/// system's folder for temporary files.
/// </summary>
/// <param name="mostFiles">Most files of one request.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute(int mostFiles) : Attribute, IFormOptionsMetadata, IRequestSizeLimitMetadata
{
    /// <summary>Most bytes of text fields and of what frames the parts.</summary>
    private const int RoomForText = 512 * 1024;

    /// <summary>Most files of one request.</summary>
    public int MostFiles => mostFiles;

    /// <inheritdoc />
    public long? MaxRequestBodySize => ((long)mostFiles * (Attachment.MostBytes + 1)) + RoomForText;

    /// <inheritdoc />
    public bool? BufferBody => false;

    /// <inheritdoc />
    public int? MemoryBufferThreshold => Attachment.MostBytes + RoomForText;

    /// <inheritdoc />
    public long? BufferBodyLengthLimit => null;

    /// <inheritdoc />
    public int? ValueCountLimit => null;

    /// <inheritdoc />
    public int? KeyLengthLimit => null;

    /// <inheritdoc />
    public int? ValueLengthLimit => null;

    /// <inheritdoc />
    public int? MultipartBoundaryLengthLimit => null;

    /// <inheritdoc />
    public int? MultipartHeadersCountLimit => null;

    /// <inheritdoc />
    public int? MultipartHeadersLengthLimit => null;

    /// <inheritdoc />
    public long? MultipartBodyLengthLimit => null;
}
