using Governance.Application.Attachments;
using Governance.Domain.Attachments;
using Governance.Domain.Common;

namespace Governance.Web.Features.Attachments;

/// <summary>Reads the files of a form.</summary>
public static class UploadedFiles
{
    /// <summary>Kinds a chooser offers; what counts is the content.</summary>
    public const string Accept = "image/jpeg,image/png,.jpg,.jpeg,.png,.pdf,.docx,.xlsx";

    /// <summary>Kinds a chooser of photos offers.</summary>
    public const string AcceptPhotos = "image/jpeg,image/png";

    /// <summary>Files that were really chosen: a field left empty comes as a file without a name.</summary>
    public static IReadOnlyList<IFormFile> Chosen(HttpRequest request, string field) =>
        request.HasFormContentType ? [.. request.Form.Files.GetFiles(field).Where(f => f.FileName.Length > 0 || f.Length > 0)] : [];

    /// <summary>The bytes of a file, unless it is too large to be kept at all.</summary>
    public static async Task<Result<NewFile>> ReadAsync(IFormFile file, CancellationToken ct)
    {
        if (file.Length > Attachment.MostBytes)
            return new AttachmentErrors.TooLarge();
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, ct);
        return new NewFile(file.FileName, content);
    }
}
