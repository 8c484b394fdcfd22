using System.Globalization;
using Governance.Application.Cases;
using Governance.Application.Mediation;
using Governance.Application.Procedures;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;
using Governance.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Procedures;

/// <summary>The small form of one action on a procedure.</summary>
public sealed partial class ProcedureForm(TimeProvider time)
{
    private DraftBox? _draft;
    private string _choice = "";
    private string _body = "";
    private string _person = "";
    private PickedMediator? _picked;
    private CaseItem? _item;
    private string _reference = "";
    private string _amount = "";
    private string _note = "";
    private HandOverDirection _direction = HandOverDirection.ToCourt;
    private DateOnly _on;

    /// <summary>The procedure.</summary>
    [Parameter, EditorRequired]
    public ProcedureView View { get; set; } = null!;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public CaseHead Head { get; set; } = null!;

    /// <summary>True when this person reads the registers of mediation.</summary>
    [Parameter]
    public bool MayReadMediation { get; set; }

    /// <summary>What is done.</summary>
    [Parameter, EditorRequired]
    public ProcedureAction Action { get; set; }

    /// <summary>Number of the case.</summary>
    [Parameter, EditorRequired]
    public string Number { get; set; } = "";

    /// <summary>Closed while something is being saved.</summary>
    [Parameter, EditorRequired]
    public BusyGate Gate { get; set; } = null!;

    /// <summary>Why it was refused.</summary>
    [Parameter, EditorRequired]
    public FormErrors Errors { get; set; } = null!;

    /// <summary>Sends it; true when it was saved.</summary>
    [Parameter, EditorRequired]
    public Func<Func<ProcedureService, Actor, Task<Result<ProcedureChanged>>>, Task<bool>> OnSubmit { get; set; } = null!;

    /// <summary>Closes the form.</summary>
    [Parameter]
    public EventCallback OnCancel { get; set; }

    private DateOnly Today => time.GetUtcNow().ChinaDay();

    private ProcedureOutcomeRule? Outcome => View.Outcomes.FirstOrDefault(o => o.Code == _choice);

    private bool IsMediation => View.Record.Nature.Way() == ProcedureWay.Mediation;

    private ProcedureAt At => new(View.Record.Id, View.Record.Version);

    private string BodyLabel => Action switch
    {
        ProcedureAction.Change => "办理单位",
        ProcedureAction.Apply => "受理法院",
        _ => "对方单位",
    };

    private string DayLabel => Action switch
    {
        ProcedureAction.Advance when View.NextSteps.Count == 1 => $"{View.NextSteps[0].Name}日期",
        ProcedureAction.End when Outcome?.IsAgreement == true => "协议生效日期",
        ProcedureAction.Apply => "申请日期",
        ProcedureAction.Receive => "接收日期",
        ProcedureAction.HandOver => "移送日期",
        ProcedureAction.Confirm => "裁定日期",
        _ => "日期",
    };

    private string? NoteLabel => Action switch
    {
        ProcedureAction.Advance => "说明",
        ProcedureAction.End => Outcome?.IsAgreement == true ? "协议内容" : "结果说明",
        ProcedureAction.Extend => "延长理由",
        ProcedureAction.Change => "变更说明",
        ProcedureAction.HandOver => "移送事由和材料",
        ProcedureAction.Confirm => "裁定文号或者说明",
        _ => null,
    };

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _on = Action == ProcedureAction.Extend && View.Record.DueAt is { } due ? due.ChinaDay() : Today;
        _choice = Action switch
        {
            ProcedureAction.Advance => View.NextSteps[0].Code,
            ProcedureAction.End => View.Outcomes[0].Code,
            ProcedureAction.Receive => View.Record.HandOvers.First(h => h.ReceivedOn is null).Sequence.ToString(CultureInfo.InvariantCulture),
            ProcedureAction.Apply => "yes",
            _ => "",
        };
        if (Action == ProcedureAction.Change)
        {
            _body = View.Record.BodyName;
            if (View.Record.MediatorId is { } mediator)
                _picked = new PickedMediator(mediator, View.Record.Mediator, "");
            else
                _person = View.Record.Mediator;
        }
        if (Action != ProcedureAction.HandOver)
            return;
        // A diverted dispute comes from the court first and goes back to the same one.
        var last = View.Record.HandOvers is [.., var newest] ? newest : null;
        _body = last?.BodyName ?? "";
        _direction = View.Record.Nature is ProcedureNature.DivertedMediation or ProcedureNature.EntrustedMediation && last is null
            ? HandOverDirection.FromCourt : HandOverDirection.ToCourt;
    }

    private async Task SendAsync()
    {
        decimal? amount = _amount.Trim().Length == 0 ? null
            : decimal.TryParse(PlainText.HalfWidth(_amount).Replace(",", "", StringComparison.Ordinal).Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var sum) ? sum : -1;
        var sent = await OnSubmit((service, actor) => Action switch
        {
            ProcedureAction.Advance => service.AdvanceAsync(actor, new AdvanceProcedure(At, _choice, _on, _note)),
            ProcedureAction.End => service.EndAsync(actor, new EndProcedure(At, _choice, _on, _note, amount)),
            ProcedureAction.Extend => service.ExtendAsync(actor, new ExtendProcedure(At, _on, _note)),
            ProcedureAction.Change => service.ChangeAsync(actor, new ChangeProcedure(At, new ProcedureChange(
                _body, _picked?.Name ?? _person, _picked?.Id, Enum.TryParse<MediatorChangeReason>(_choice, out var why) ? why : null, _note))),
            ProcedureAction.TakeItem => service.TakeItemAsync(
                actor, new TakeProcedureItem(At, _item is { } item ? new ItemChoice(item.ListId, item.Item.Number) : null)),
            ProcedureAction.HandOver => service.HandOverAsync(actor, new HandOverProcedure(At, new HandOverSlip(_direction, _body, _reference, _note, _on))),
            ProcedureAction.Receive => service.ReceiveAsync(
                actor, new ReceiveHandOver(At, int.Parse(_choice, CultureInfo.InvariantCulture), _person, _on)),
            ProcedureAction.Apply => service.ApplyAsync(actor, new ApplyForConfirmation(At, _body, _choice == "yes", _on)),
            ProcedureAction.Confirm => service.ConfirmAsync(
                actor, new RecordConfirmation(At, Enum.TryParse<ConfirmationResult>(_choice, out var said) ? said : null, _on, _note)),
            _ => throw new InvalidOperationException($"No form sends {Action}."),
        });
        if (sent && _draft is not null)
            await _draft.ClearAsync();
    }
}
