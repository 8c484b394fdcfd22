using Governance.Application.Cases;
using Governance.Application.Procedures;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Procedures;

/// <summary>One procedure of a case.</summary>
public sealed partial class ProcedureCard(TimeProvider time)
{
    private readonly FormErrors _errors = new();
    private ProcedureAction? _chosen;

    /// <summary>The procedure.</summary>
    [Parameter, EditorRequired]
    public ProcedureView View { get; set; } = null!;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public CaseHead Head { get; set; } = null!;

    /// <summary>True when this person reads the registers of mediation.</summary>
    [Parameter]
    public bool MayReadMediation { get; set; }

    /// <summary>Number of the case.</summary>
    [Parameter, EditorRequired]
    public string Number { get; set; } = "";

    /// <summary>True when this person may move it.</summary>
    [Parameter, EditorRequired]
    public bool MayRun { get; set; }

    /// <summary>How facts are said.</summary>
    [Parameter, EditorRequired]
    public CaseLabels Labels { get; set; } = null!;

    /// <summary>Closed while something is being saved.</summary>
    [Parameter, EditorRequired]
    public BusyGate Gate { get; set; } = null!;

    /// <summary>Changes it; true when it was saved.</summary>
    [Parameter, EditorRequired]
    public Func<FormErrors, Func<ProcedureService, Actor, Task<Result<ProcedureChanged>>>, Task<bool>> OnChange { get; set; } = null!;

    /// <summary>Opens the form with a kind.</summary>
    [Parameter, EditorRequired]
    public Action<string> OnOpenWay { get; set; } = null!;

    private IReadOnlyList<ProcedureAction> Actions => ProcedureWords.Open(View, time.GetUtcNow());

    private ProcedureAction? Usual => Actions.Count > 0 && Actions[0] is ProcedureAction.Advance or ProcedureAction.End or ProcedureAction.Apply or ProcedureAction.Confirm ? Actions[0] : null;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // Somebody else moved it on.
        if (_chosen is { } chosen && !Actions.Contains(chosen))
            _chosen = null;
    }

    private void Choose(ProcedureAction action)
    {
        _chosen = _chosen == action ? null : action;
        _errors.Clear();
    }

    private string Name(ProcedureAction action) =>
        action == ProcedureAction.Advance && View.NextSteps.Count == 1 ? View.NextSteps[0].Name : action.DisplayName();

    private async Task<bool> SubmitAsync(Func<ProcedureService, Actor, Task<Result<ProcedureChanged>>> change)
    {
        var done = await OnChange(_errors, change);
        if (done)
            _chosen = null;
        StateHasChanged();
        return done;
    }

    private string ConfirmationText(DateTimeOffset until)
    {
        var day = ProcedureWords.Day(until.ChinaDay());
        return View.Record switch
        {
            { Confirmation: { } said } => $"{said.DisplayName()}（{View.Record.ConfirmCourt}）",
            { ConfirmAppliedOn: { } on } => $"{ProcedureWords.Day(on)} 已向{View.Record.ConfirmCourt}申请{(View.Record.ConfirmDueAt is { } due ? $"，法院应在 {ProcedureWords.Day(due.ChinaDay())} 以前审结" : "")}",
            _ when until < time.GetUtcNow() => $"申请期限已于 {day} 届满，不能再申请",
            _ => $"双方可以在 {day} 以前共同申请（{Labels.Due(until).Text}）",
        };
    }

    private string Id(string part) => $"procedure-{View.Record.Id:N}-{part}";
}
