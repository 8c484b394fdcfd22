using Governance.Application.Attachments;
using Governance.Application.Submissions;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;

namespace Governance.Web.Features.Intake;

/// <summary>
/// How a public form is sent: mark, photos, limit, receipt, and what was wrong, said at its field while nothing typed is lost. One for every
/// form; each brings its fields and its words.
/// </summary>
public sealed class PublicFormSending(SubmissionService submissions, AttachmentService files, ReportToken tokens, ReportLimiter limiter)
{
    private readonly Dictionary<string, string> _faults = [];

    /// <summary>What was received; null until then.</summary>
    public SubmissionReceipt? Receipt { get; private set; }

    /// <summary>How many photos were kept.</summary>
    public int PhotosKept { get; private set; }

    /// <summary>Why other photos were not.</summary>
    public IReadOnlyList<string> PhotoRefusals { get; private set; } = [];

    /// <summary>What is wrong with the form as a whole.</summary>
    public string? Message { get; private set; }

    /// <summary>The sealed mark that goes out with the form.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>True when a field is wrong.</summary>
    public bool HasFaults => _faults.Count > 0;

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Fault(string field) => _faults.GetValueOrDefault(field);

    /// <summary>Says what is wrong with a field.</summary>
    public void Refuse(string field, string why) => _faults[field] = why;

    /// <summary>Shows a form: one that comes back keeps its mark, so that sending it again is sending the same.</summary>
    public void Open(PublicForm? form) =>
        Mark = form?.Token is { } sent && tokens.Read(sent).State != ReportTokenState.Old ? sent : tokens.Make();

    /// <summary>Sends a form.</summary>
    /// <param name="http">The request; its address is counted, its files are the photos.</param>
    /// <param name="form">The form.</param>
    /// <param name="words">Its words.</param>
    /// <param name="check">Makes the draft of the form's key, or refuses fields and gives null.</param>
    public async Task SendAsync(HttpContext http, PublicForm form, PublicFormWords words, Func<string, SubmissionDraft?> check)
    {
        var (state, key) = tokens.Read(form.Token);
        Message = state switch
        {
            ReportTokenState.Old => words.Old,
            ReportTokenState.TooFast => words.TooFast,
            _ => string.IsNullOrEmpty(form.Website) ? null : "没有提交成功，请清空页面上的“网址”后再试，或拨打 12345。",
        };
        if (Message is not null)
            return;
        var draft = check(key);
        var (photos, fault) = await ReportPhotos.ReadAsync(http.Request, HasFaults, http.RequestAborted);
        if (fault is not null)
            Refuse("Photos", fault);
        if (draft is null || HasFaults)
            return;
        if (limiter.Refuses(http.Connection.RemoteIpAddress) is { } tooMany)
        {
            Message = tooMany;
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }
        var received = await submissions.ReceiveAsync(words.Source, draft, http.RequestAborted);
        if (received.IsOk)
            await KeepAsync(received.Value, draft, photos, http.RequestAborted);
        else
            foreach (var error in received.Errors)
                Tell(error, words);
    }

    private async Task KeepAsync(SubmissionReceipt receipt, SubmissionDraft draft, IReadOnlyList<NewFile> photos, CancellationToken ct)
    {
        (PhotosKept, PhotoRefusals) = await ReportPhotos.KeepAsync(files, receipt.Number.Value, receipt.Code ?? draft.ContactPhone[^4..], photos, ct);
        Receipt = receipt;
    }

    private void Tell(Error error, PublicFormWords words)
    {
        if (error is SubmissionErrors.NumberReused)
            Message = words.SentBefore;
        else if (error.Field is { } field)
            Refuse(words.Fields.GetValueOrDefault(field, field), error.Message);
        else
            Message = error is PlatformErrors.StorageUnavailable ? words.Unavailable : error.Message;
    }
}
