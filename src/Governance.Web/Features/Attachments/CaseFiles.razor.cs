using Governance.Application.Attachments;
using Governance.Application.Cases;
using Governance.Domain.Attachments;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Attachments;

/// <summary>材料 of a case: static, so that a phone with a thin line can send a photo; upload.js adds progress and smaller photos.</summary>
public sealed partial class CaseFiles(AttachmentService files, AttachmentReadService reader, CaseLabels labels)
{
    /// <summary>Most files of one form; a script sends them one by one.</summary>
    public const int MostAtOnce = 5;

    /// <summary>Name of the form that adds.</summary>
    public const string AddForm = "files-add";

    /// <summary>Address of the files of a case.</summary>
    public static string Href(CaseNumber number) => $"/cases/{number.Value}/files";

    private const string RemoveForm = "files-remove";

    private readonly List<string> _refusals = [];
    private CaseTabPage? _frame;
    private AttachmentList? _list;
    private Actor? _actor;
    private CaseHead? _head;
    private string? _done;
    private Guid? _wantsReasonFor;

    /// <summary>Number from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private CaseLabels Labels => labels;

    private async Task<string?> LoadAsync(Actor actor, CaseHead head, CancellationToken ct)
    {
        (_actor, _head) = (actor, head);
        _list = await reader.ListAsync(actor, head, ct);
        return null;
    }

    private async Task AddAsync()
    {
        var chosen = UploadedFiles.Chosen(Http.Request, UploadFields.FieldName);
        if (_actor is null || _head is null || chosen.Count == 0)
        {
            _refusals.Add(new AttachmentErrors.NothingChosen().Message);
            return;
        }
        var added = 0;
        foreach (var file in chosen)
        {
            var result = await AddAsync(_actor, _head, file);
            if (result.IsOk)
                added++;
            else
                _refusals.Add($"{PlainText.CleanLine(file.FileName)}：{result.Error.Message}");
        }
        _done = added > 0 ? $"已上传 {added} 个文件。" : null;
        await ReloadAsync();
    }

    private async Task<Result<Guid>> AddAsync(Actor actor, CaseHead head, IFormFile file)
    {
        var read = await UploadedFiles.ReadAsync(file, Http.RequestAborted);
        return read.IsOk ? await files.AddToCaseAsync(actor, head.Id, read.Value, Http.RequestAborted) : Result<Guid>.Refused(read.Errors);
    }

    private async Task RemoveAsync(Guid id)
    {
        var removed = await files.RemoveAsync(_actor!, new RemoveAttachment(id, Http.Request.Form["Reason"].ToString()), Http.RequestAborted);
        if (removed.IsOk)
            _done = "已移除。";
        else
        {
            _wantsReasonFor = id;
            _refusals.Add(removed.Error.Message);
        }
        await ReloadAsync();
    }

    private Task ReloadAsync() => _frame?.ReloadAsync() ?? Task.CompletedTask;
}
