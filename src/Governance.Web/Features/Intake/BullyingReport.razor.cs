using Governance.Application.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.Domain.Submissions;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Intake;

/// <summary>
/// 学生欺凌举报 (A30): the protected form. Static, without an account and without a script, guarded as 我要反映; it keeps no draft on a phone
/// that others may hold. What it takes in is restricted from the first moment.
/// </summary>
public sealed partial class BullyingReport(PublicFormSending sending, ReportPlaces places, ProtectedIntake intake)
{
    /// <summary>Longest text; who writes on a phone writes less.</summary>
    public const int WordsLength = 2000;

    /// <summary>Longest name of a school.</summary>
    public const int SchoolLength = 40;

    /// <summary>Longest text of when it happened.</summary>
    public const int WhenLength = 60;

    private static readonly PublicFormWords Voice = new(
        SubmissionSource.Bullying,
        Old: "页面放得太久了，请再点一次“提交”。",
        TooFast: "提交得太快了，请看一遍再点一次“提交”。",
        SentBefore: "这一页已经提交过一次了，编号在提交后的页面上。要说另一件事，请重新打开“学生欺凌举报”。",
        Unavailable: "系统暂时不可用，没有提交成功。你写的内容还在页面上，请稍后再试，或拨打 12345。",
        new Dictionary<string, string>
        {
            ["Description"] = "Words", ["Title"] = "Words", ["Place"] = "Area", ["PlaceText"] = "School", ["ContactName"] = "Name", ["ContactPhone"] = "Phone",
        });

    private readonly PublicFormSending _sending = sending;
    private readonly ReportPlaces _places = places;
    private readonly ProtectedIntake _intake = intake;

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "bullying")]
    private BullyingForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized() => _sending.Open(Form);

    private string? Fault(string field) => _sending.Fault(field);

    private static string Words(AnswerWish wish) => wish switch
    {
        AnswerWish.Online => "我自己在网上看",
        AnswerWish.Phone => "打电话告诉我",
        AnswerWish.InPerson => "当面告诉我（请留电话约时间）",
        AnswerWish.None => "不用告诉我",
        _ => throw new ArgumentOutOfRangeException(nameof(wish), wish, null),
    };

    private Task SubmitAsync() => Form is null || _intake.Rule is not { } rule
        ? Task.CompletedTask
        : _sending.SendAsync(Http, Form, Voice, key => Check(Form, key, rule));

    private SubmissionDraft? Check(BullyingForm form, string key, RestrictionRule rule)
    {
        var (school, when, words) = (PlainText.CleanLine(form.School), PlainText.CleanLine(form.When), PlainText.Clean(form.Words));
        if (school.Length == 0)
            _sending.Refuse("School", "请写学校的名字，不确定就写大概在哪里。");
        if (words.Length == 0)
            _sending.Refuse("Words", "请写一写发生了什么，几句话也可以。");
        if (form.Role is null)
            _sending.Refuse("Role", "请选一个。");
        var place = _places.FindArea(form.Area);
        var wish = form.Wish ?? AnswerWish.Online;
        if (!PhoneNumber.TryParse(form.Phone, out var phone))
            _sending.Refuse("Phone", "电话不对：手机号 11 位，固定电话请带区号。也可以不留。");
        else if (string.IsNullOrEmpty(phone) && wish is AnswerWish.Phone or AnswerWish.InPerson)
            _sending.Refuse("Phone", "想让我们打电话或当面告诉你，请留电话；不想留的，请选“我自己在网上看”。");
        return _sending.HasFaults
            ? null
            : new SubmissionDraft(key, PlainText.Cut($"{school}：学生欺凌举报", 60), Told(when, words, form.Role!.Value))
            {
                Place = place,
                PlaceText = school,
                CategoryCode = rule.Categories[0],
                ContactName = form.Name ?? "",
                ContactPhone = phone ?? "",
                Confidential = true,
                Incident = new IncidentDraft(form.Hurt ?? "", form.Doers ?? "", form.Role.Value, wish),
            };
    }

    private static string Told(string when, string words, ReporterRole role) =>
        $"{(when.Length > 0 ? $"发生时间：{when}\n" : "")}{words}\n反映人身份：{role.DisplayName()}";

    /// <summary>Fields of the form.</summary>
    public sealed class BullyingForm : PublicForm
    {
        /// <summary>Name of the school.</summary>
        public string? School { get; set; }

        /// <summary>Code of the county or township, or empty.</summary>
        public string? Area { get; set; }

        /// <summary>When it happened, in words.</summary>
        public string? When { get; set; }

        /// <summary>What happened.</summary>
        public string? Words { get; set; }

        /// <summary>Who was hurt.</summary>
        public string? Hurt { get; set; }

        /// <summary>Who did it.</summary>
        public string? Doers { get; set; }

        /// <summary>Who reports.</summary>
        public ReporterRole? Role { get; set; }

        /// <summary>Whether and how an answer is wanted.</summary>
        public AnswerWish? Wish { get; set; }

        /// <summary>Phone, or empty.</summary>
        public string? Phone { get; set; }

        /// <summary>Name, or empty.</summary>
        public string? Name { get; set; }
    }
}
