using Governance.Application.Cases;
using Governance.Application.Submissions;
using Governance.Domain.Common;
using Governance.Domain.Submissions;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Intake;

/// <summary>
/// 我要反映: a citizen tells what happened and where, without an account and without a script. The same form sent twice is one submission;
/// whatever is wrong is said at its field and nothing typed is lost.
/// </summary>
public sealed partial class Report(PublicFormSending sending, ReportPlaces places, ProtectedIntake intake)
{
    /// <summary>Longest text; a citizen on a phone writes less.</summary>
    public const int WordsLength = 2000;

    private const string ListVillages = "villages";
    private const string FindPlaces = "find";

    private static readonly PublicFormWords Voice = new(
        SubmissionSource.Web,
        Old: "页面放置过久，请再点一次“提交”。",
        TooFast: "提交得太快，请核对后再点一次“提交”。",
        SentBefore: "这一页已经提交过一次，编号在提交后的页面上。要反映另一件事，请重新打开“我要反映”。",
        Unavailable: "系统暂时不可用，没有提交成功。您填写的内容还在页面上，请稍后再试，或拨打 12345。",
        new Dictionary<string, string>
        {
            ["Description"] = "Words", ["Title"] = "Words", ["Place"] = "Township", ["ContactName"] = "Name", ["ContactPhone"] = "Phone",
        });

    private readonly PublicFormSending _sending = sending;
    private readonly ReportPlaces _places = places;
    private readonly ProtectedIntake _intake = intake;
    private IReadOnlyList<PlaceChoice> _villages = [];
    private IReadOnlyList<PlaceHit> _hits = [];
    private string _findStatus = "";

    /// <summary>What the citizen typed.</summary>
    [SupplyParameterFromForm(FormName = "report")]
    private ReportForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _sending.Open(Form);
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

    private string? Fault(string field) => _sending.Fault(field);

    // Looking for the place sends nothing yet.
    private Task SubmitAsync() => Form is null || Form.Do is ListVillages or FindPlaces || Form.Hit is not null
        ? Task.CompletedTask
        : _sending.SendAsync(Http, Form, Voice, key => Check(Form, key));

    private SubmissionDraft? Check(ReportForm form, string key)
    {
        if (PlainText.Clean(form.Words).Length == 0)
            _sending.Refuse("Words", "请写清是什么事。");
        var place = _places.Chosen(form.Township, form.Village);
        if (place is null)
            _sending.Refuse("Township", "请选择街道（乡镇）。");
        // Typed and not chosen: the hits stand ready.
        if (place is null && ReportPlaces.IsEnough(form.Find))
            Find(form.Find);
        if (!PhoneNumber.TryParse(form.Phone, out var phone) || string.IsNullOrEmpty(phone))
            _sending.Refuse("Phone", "请填写能联系到您的电话：手机号 11 位，固定电话请带区号。");
        return _sending.HasFaults
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

    private string QueryAddress(SubmissionReceipt receipt) =>
        $"{Http.Request.Scheme}://{Http.Request.Host}{PublicFormLimiter.QueryPath}?number={receipt.Number.Value}";

    /// <summary>Fields of the form.</summary>
    public sealed class ReportForm : PublicForm
    {
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

        /// <summary>What the pressed button asks for beside sending.</summary>
        public string? Do { get; set; }
    }
}
