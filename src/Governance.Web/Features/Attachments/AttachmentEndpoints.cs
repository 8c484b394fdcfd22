using Governance.Application.Attachments;
using Governance.Application.Platform;
using Governance.Domain.Attachments;
using Governance.Web.Downloads;
using Microsoft.Net.Http.Headers;

namespace Governance.Web.Features.Attachments;

/// <summary>Gives out files, with the rights of their record on every call.</summary>
public static class AttachmentEndpoints
{
    /// <summary>Address of a file; pictures are shown, everything else is saved.</summary>
    public static string Href(Guid id) => $"/files/{id:N}";

    /// <summary>Address to save a file from.</summary>
    public static string SaveHref(Guid id) => $"/files/{id:N}?save=1";

    /// <summary>Maps the address of files.</summary>
    public static void MapAttachmentEndpoints(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/files/{id:guid}", SendAsync).RequireAuthorization();

    private static async Task SendAsync(HttpContext http, Guid id, string? save, AttachmentReadService files, IActorProvider actors)
    {
        var ct = http.RequestAborted;
        if (await actors.FindAsync(ct) is not { } actor)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var opened = await files.OpenAsync(actor, id, isSaved: save is not null, ct);
        if (!opened.IsOk)
            ExcelDownload.Refuse(http, opened.Error);
        else
            await GiveAsync(http, opened.Value, save is not null, files);
    }

    /// <summary>Writes a file that may be given out.</summary>
    internal static async Task GiveAsync(HttpContext http, OpenedAttachment file, bool isSaved, AttachmentReadService files)
    {
        var headers = http.Response.GetTypedHeaders();
        // Only the person's own browser may keep it, and asks each time, so that rights that ended end here too.
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        headers.ETag = new EntityTagHeaderValue($"\"{file.Sha256}\"");
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(headers.ETag, useStrongComparison: true)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        http.Response.ContentType = file.Kind.ContentType();
        http.Response.ContentLength = file.Size;
        var disposition = new ContentDispositionHeaderValue(file.Kind.IsPicture() && !isSaved ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition;
        if (await files.CopyToAsync(file, http.Response.Body, http.RequestAborted))
            return;
        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
