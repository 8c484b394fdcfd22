using Governance.Application.Attachments;
using Governance.Application.Cases;
using Governance.Application.Submissions;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Intake;

/// <summary>
/// 我要反映: a citizen tells what happened and where, without an account and without a script. The same form sent twice is one submission;
/// whatever is wrong is said at its field and nothing typed is lost.
/// </summary>
public sealed partial class Report(
    SubmissionService submissions, AttachmentService files, ReportPlaces places, ReportToken tokens, ReportLimiter limiter, ProtectedIntake intake)
{
    /// <summary>Longest text; a citizen on a phone writes less.</summary>
    public const int WordsLength = 2000;

    private const string ListVillages = "villages";
    private const string FindPlaces = "find";

    private readonly ReportPlaces _places = places;
    private readonly ProtectedIntake _intake = intake;
    private readonly Dictionary<string, string> _faults = [];
    private IReadOnlyList<string> _photoRefusals = [];
    private IReadOnlyList<PlaceChoice> _villages = [];
    private IReadOnlyList<PlaceHit> _hits = [];
    private string _findStatus = "";
    private SubmissionReceipt? _receipt;
    private string? _message;
    private string _token = "";
    private int _photosKept;

    /// <summary>What the citizen typed.</summary>
    [SupplyParameterFromForm(FormName = "report")]
    private ReportForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        // A form that comes back keeps its mark, so that sending it again is sending the same.
        _token = Form?.Token is { } sent && tokens.Read(sent).State != ReportTokenState.Old ? sent : tokens.Make();
        if (Form?.Hit is { } hit)
            Take(Form, hit);
        else if (Form?.Do == FindPlaces)
            Find(Form.Find);
        _villages = _places.VillagesOf(Form?.Township);
    }

    private void Find(string? typed)
    {
        _hits = _places.Find(typed);
        _findStatus = !ReportPlaces.IsEnough(typed) ? "请至少输入两个字。"
            : _hits.Count == 0 ? "没有找到，请换个写法，或在下面的列表里选。" : $"找到 {_hits.Count} 处，请点选。";
    }

    private void Take(ReportForm form, string code)
    {
        if (_places.HitOf(code) is not { } hit)
            return;
        (form.Township, form.Village, form.Find) = (hit.Township, hit.Village, hit.Name);
        _findStatus = $"已选 {hit.Name}。";
    }

    private string? Fault(string field) => _faults.GetValueOrDefault(field);

    private async Task SubmitAsync()
    {
        // Looking for the place sends nothing yet.
        if (Form is null || Form.Do is ListVillages or FindPlaces || Form.Hit is not null)
            return;
        var (state, key) = tokens.Read(Form.Token);
        _message = state switch
        {
            ReportTokenState.Old => "页面放置过久，请再点一次“提交”。",
            ReportTokenState.TooFast => "提交得太快，请核对后再点一次“提交”。",
            _ => string.IsNullOrEmpty(Form.Website) ? null : "没有提交成功，请清空页面上的“网址”后再试，或拨打 12345。",
        };
        if (_message is not null)
            return;
        var draft = Check(Form, key);
        var (photos, fault) = await ReportPhotos.ReadAsync(Http.Request, _faults.Count > 0, Http.RequestAborted);
        if (fault is not null)
            _faults["Photos"] = fault;
        if (draft is null || _faults.Count > 0)
            return;
        if (limiter.Refuses(Http.Connection.RemoteIpAddress) is { } tooMany)
        {
            _message = tooMany;
            Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }
        var received = await submissions.ReceiveAsync(SubmissionSource.Web, draft, Http.RequestAborted);
        if (received.IsOk)
            await KeepPhotosAsync(received.Value, draft, photos);
        else
            foreach (var error in received.Errors)
                Tell(error);
    }

    private SubmissionDraft? Check(ReportForm form, string key)
    {
        if (PlainText.Clean(form.Words).Length == 0)
            _faults["Words"] = "请写清是什么事。";
        var place = _places.Chosen(form.Township, form.Village);
        if (place is null)
            _faults["Township"] = "请选择街道（乡镇）。";
        // Typed and not chosen: the hits stand ready.
        if (place is null && ReportPlaces.IsEnough(form.Find))
            Find(form.Find);
        if (!PhoneNumber.TryParse(form.Phone, out var phone) || string.IsNullOrEmpty(phone))
            _faults["Phone"] = "请填写能联系到您的电话：手机号 11 位，固定电话请带区号。";
        return _faults.Count > 0
            ? null
            : new SubmissionDraft(key, "", form.Words ?? "")
            {
                Place = place,
                PlaceText = form.PlaceText ?? "",
                ContactName = form.Name ?? "",
                ContactPhone = phone ?? "",
                Confidential = form.Confidential,
            };
    }

    private async Task KeepPhotosAsync(SubmissionReceipt receipt, SubmissionDraft draft, IReadOnlyList<NewFile> photos)
    {
        (_photosKept, _photoRefusals) = await ReportPhotos.KeepAsync(files, receipt.Number.Value, draft.ContactPhone[^4..], photos, Http.RequestAborted);
        _receipt = receipt;
    }

    private void Tell(Error error)
    {
        if (error is SubmissionErrors.NumberReused)
            _message = "这一页已经提交过一次，编号在提交后的页面上。要反映另一件事，请重新打开“我要反映”。";
        else if (error.Field is { } field)
            _faults[field switch { "Description" or "Title" => "Words", "Place" => "Township", "ContactName" => "Name", "ContactPhone" => "Phone", _ => field }] = error.Message;
        else
            _message = error is PlatformErrors.StorageUnavailable ? "系统暂时不可用，没有提交成功。您填写的内容还在页面上，请稍后再试，或拨打 12345。" : error.Message;
    }

    private string QueryAddress(SubmissionReceipt receipt) =>
        $"{Http.Request.Scheme}://{Http.Request.Host}{PublicFormLimiter.QueryPath}?number={receipt.Number.Value}";

    /// <summary>Fields of the form.</summary>
    public sealed class ReportForm
    {
        /// <summary>The sealed mark of the form.</summary>
        public string? Token { get; set; }

        /// <summary>What happened.</summary>
        public string? Words { get; set; }

        /// <summary>Code of the township.</summary>
        public string? Township { get; set; }

        /// <summary>Code of the village, or empty.</summary>
        public string? Village { get; set; }

        /// <summary>Part of a place's name that is looked for.</summary>
        public string? Find { get; set; }

        /// <summary>Code of the place that was chosen among those found.</summary>
        public string? Hit { get; set; }

        /// <summary>The place in words.</summary>
        public string? PlaceText { get; set; }

        /// <summary>Phone.</summary>
        public string? Phone { get; set; }

        /// <summary>Name, or empty.</summary>
        public string? Name { get; set; }

        /// <summary>要求保密.</summary>
        public bool Confidential { get; set; }

        /// <summary>Empty, unless a machine filled it.</summary>
        public string? Website { get; set; }

        /// <summary>What the pressed button asks for beside sending.</summary>
        public string? Do { get; set; }
    }
}
