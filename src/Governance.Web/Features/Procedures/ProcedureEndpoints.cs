using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Domain.Cases;
using Governance.Domain.Procedures;
using Governance.Infrastructure.Platform.Files;
using Governance.Web.Downloads;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Features.Procedures;

/// <summary>Papers of procedures as Word files.</summary>
public static class ProcedureEndpoints
{
    /// <summary>Maps the files.</summary>
    public static void MapProcedureEndpoints(this IEndpointRouteBuilder endpoints)
    {
        const string Word = "/cases/{number}/procedures/{id:guid}/{code}.docx";
        endpoints.MapGet(Word, (HttpContext http, string number, Guid id, string code, ProcedurePaperService papers, IActorProvider actors) =>
            SendAsync(http, number, id, code, null, papers, actors)).RequireAuthorization();
        // With the people named: the reason comes as a form, which is checked against forgery and stands in no address.
        endpoints.MapPost(Word, (HttpContext http, string number, Guid id, string code, [FromForm] IFormCollection form, ProcedurePaperService papers, IActorProvider actors) =>
            SendAsync(http, number, id, code, form["Reason"].ToString(), papers, actors)).RequireAuthorization();
    }

    private static async Task SendAsync(
        HttpContext http, string number, Guid id, string code, string? reason, ProcedurePaperService papers, IActorProvider actors)
    {
        var ct = http.RequestAborted;
        if (await actors.FindAsync(ct) is not { } actor)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (!CaseNumber.TryParse(number, out var parsed))
        {
            ExcelDownload.Refuse(http, new ProcedureErrors.NotFound());
            return;
        }
        var paper = await papers.MakeAsync(actor, new AskForPaper(parsed, id, code, ForWord: true, reason), ct);
        if (!paper.IsOk)
        {
            ExcelDownload.Refuse(http, paper.Error);
            return;
        }
        http.Response.ContentType = WordFile.ContentType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition =
            $"attachment; filename=\"paper.docx\"; filename*=UTF-8''{Uri.EscapeDataString($"{paper.Value.Paper.Title}-{parsed.Value}")}.docx";
        await http.Response.Body.WriteAsync(WordFile.Write(paper.Value.Paper), ct);
    }
}
