using Governance.Domain.Common;
using Governance.Infrastructure.Platform.Files;

namespace Governance.Web.Downloads;

/// <summary>Answers a request with an Excel file.</summary>
public static class ExcelDownload
{
    /// <summary>Sends the rows while they are read; a fault in the middle breaks the download off, so that no half file looks whole.</summary>
    /// <param name="http">The request.</param>
    /// <param name="name">Chinese name of the file without its ending.</param>
    /// <param name="title">First line of the sheet.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    public static Task SendAsync(
        HttpContext http, string name, string title, IReadOnlyList<ExcelColumn> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows)
    {
        http.Response.ContentType = ExcelFile.ContentType;
        http.Response.Headers.CacheControl = "no-store";
        // Old programs read the plain name, the others the Chinese one.
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"export.xlsx\"; filename*=UTF-8''{Uri.EscapeDataString(name)}.xlsx";
        return ExcelFile.WriteAsync(http.Response.Body, name, title, columns, rows, http.RequestAborted);
    }

    /// <summary>Answers a refusal with the status that brings up the page for it.</summary>
    public static void Refuse(HttpContext http, Error error) => http.Response.StatusCode = error switch
    {
        ForbiddenError => StatusCodes.Status403Forbidden,
        NotFoundError => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
