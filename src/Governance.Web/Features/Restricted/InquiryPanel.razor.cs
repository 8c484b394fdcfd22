using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Restricted;
using Governance.Domain.Common;
using Governance.Domain.Restricted;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Restricted;

/// <summary>查证与反馈 of a report on the side 限定知悉 of its case; nothing where the pack asks for no finding.</summary>
public sealed partial class InquiryPanel(InquiryReadService reader, InquiryService service, CaseLabels labels, IActorProvider actors) : IDisposable
{
    private readonly CancellationTokenSource _life = new();
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private InquiryView? _view;
    private string? _conflict;
    private Form? _form;
    private InquiryConclusion? _conclusion;
    private InquiryReplyWay? _way;
    private DateTime? _saidAt;
    private string _words = "";
    private string _measures = "";
    private string _body = "";
    private bool _released;
    private uint? _shown;

    private enum Form
    {
        Finding,
        Answer,
        Notice,
    }

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public CaseHead Head { get; set; } = null!;

    /// <summary>Called when it was changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    private CaseLabels Labels => labels;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Head.Version)
            return;
        _shown = Head.Version;
        _conflict = null;
        var found = await reader.FindAsync(await actors.GetAsync(_life.Token), Head, _life.Token);
        _view = found.IsOk ? found.Value : null;
    }

    private string Is(Form form) => _form == form ? "true" : "false";

    private void Open(Form form)
    {
        _errors.Clear();
        (_conclusion, _way, _saidAt, _words, _measures, _body) = (null, null, null, "", "", "");
        // Who wishes to read the answer on the look-up finds it there, however it was given.
        _released = _view?.Record?.Wish == AnswerWish.Online;
        _form = form == _form ? null : form;
    }

    private static string SaidHint(Form form) =>
        form == Form.Answer ? "说了什么。在查询页显示的，不写任何人的姓名" : "只写情况和建议，不写学生、反映人的姓名";

    private static string ButtonText(Form form) => form switch
    {
        Form.Finding => "保存查证结论",
        Form.Answer => "保存反馈",
        _ => "保存通报",
    };

    private async Task SubmitAsync()
    {
        if (_form is not { } form)
            return;
        _errors.Clear();
        _conflict = null;
        var actor = await actors.GetAsync(_life.Token);
        DateTimeOffset? saidAt = _saidAt is { } typed ? ChinaTime.At(DateOnly.FromDateTime(typed), TimeOnly.FromDateTime(typed)) : null;
        var result = await (form switch
        {
            Form.Finding => service.RecordAsync(actor, new RecordFinding(Head.Id, Head.Version, _conclusion, _words, _measures), _life.Token),
            Form.Answer => service.AnswerAsync(actor, new AnswerReporter(Head.Id, Head.Version, _way, _words, saidAt, _released), _life.Token),
            _ => service.NotifyAsync(actor, new NotifyBody(Head.Id, Head.Version, _body, _way, _words, saidAt), _life.Token),
        });
        if (result.IsOk)
        {
            _form = null;
            await OnChanged.InvokeAsync();
        }
        else if (result.Error is ConflictError conflict)
            _conflict = conflict.Message;
        else
            _errors.Set(result.Errors);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }
}
