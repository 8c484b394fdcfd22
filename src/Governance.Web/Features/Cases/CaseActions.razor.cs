using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Cases;

/// <summary>The buttons of the next steps and the small form each one opens.</summary>
public sealed partial class CaseActions(BodySuggestion bodies)
{
    private CaseStepRule? _chosen;
    private ComboItem? _body;
    private List<ComboItem> _others = [];
    private List<ComboItem> _places = [];
    private string _note = "";
    private string _despite = "";
    private string? _kept;
    private DraftBox? _draft;

    /// <summary>The case on show.</summary>
    [Parameter, EditorRequired]
    public CaseDetail Detail { get; set; } = null!;

    /// <summary>How facts are said.</summary>
    [Parameter, EditorRequired]
    public CaseLabels Labels { get; set; } = null!;

    /// <summary>Closed while a step is being saved.</summary>
    [Parameter, EditorRequired]
    public BusyGate Gate { get; set; } = null!;

    /// <summary>Why the last step was refused.</summary>
    [Parameter, EditorRequired]
    public FormErrors Errors { get; set; } = null!;

    /// <summary>Takes the step; true when it was taken.</summary>
    [Parameter, EditorRequired]
    public Func<TakeStep, Task<bool>> OnStep { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // Somebody else moved the case on: the step is gone, the words are not.
        if (_chosen is null || Detail.NextSteps.Contains(_chosen))
            return;
        _kept = _note.Length > 0 ? _note : _kept;
        (_chosen, _note) = (null, "");
    }

    private string? BodyError => Errors[nameof(TakeStep.BodyCode)] ?? Errors[nameof(Case.LeadBodyCode)];

    private void Choose(CaseStepRule rule)
    {
        _chosen = rule;
        Errors.Clear();
        (_note, _kept) = (_kept ?? _note, null);
        (_others, _places) = ([], [.. Detail.Case.OtherPlaces.Select(place => new ComboItem(place.Value, Labels.Place(place)))]);
        if (rule.Kind == CaseStepKind.Dispatch)
            _body = bodies.Find("", Detail.Case.Place, Detail.Case.CategoryCode).Where(b => b.Suggested).Select(Item).FirstOrDefault();
    }

    private Task<IReadOnlyList<ComboItem>> FindBodies(string typed, CancellationToken ct) => Task.FromResult<IReadOnlyList<ComboItem>>(
        [.. bodies.Find(typed, Detail.Case.Place, OtherPlaces, Detail.Case.CategoryCode).Select(Item)]);

    private IReadOnlyList<AreaCode> OtherPlaces => [.. _places.Select(place => AreaCode.Parse(place.Value))];

    private static ComboItem Item(BodyMatch body) => new(body.Code, body.Name, body.Why);

    private async Task SubmitAsync()
    {
        if (_chosen is not { } chosen)
            return;
        if (await OnStep(new TakeStep(Detail.Case.Id, Detail.Case.Version, chosen.Kind, _note, _body?.Value)
        {
            OtherBodyCodes = [.. _others.Select(body => body.Value)],
            OtherPlaces = OtherPlaces,
            DespiteProcedures = _despite,
        }))
        {
            if (_draft is not null)
                await _draft.ClearAsync();
            (_chosen, _note, _despite, _body) = (null, "", "", null);
        }
    }

    private string ButtonClass(CaseStepRule rule) =>
        IsDangerous(rule) ? "btn-danger-soft" : rule == Detail.NextSteps.FirstOrDefault(r => !IsDangerous(r)) ? "btn-primary" : "btn-light";

    private static bool IsDangerous(CaseStepRule rule) => rule.Kind is CaseStepKind.Refuse or CaseStepKind.Return or CaseStepKind.Recall;

    private string? Consequence(CaseStepRule rule) => rule.Kind switch
    {
        CaseStepKind.Refuse => "不予受理后案件不再计期限，理由将答复反映人；确有需要可以重开。",
        CaseStepKind.Return => "退回后由受理单位重新分派，原期限不变；第三次退回自动提请综治中心裁定。",
        CaseStepKind.Recall => "撤回后承办单位不再办理，需重新分派，原期限不变。",
        CaseStepKind.Close when Detail.Case.RepeatCount > 0 =>
            $"答复内容将同时答复并入本案的 {Detail.Case.RepeatCount} 位反映人，请不要写入任何人的个人信息。",
        CaseStepKind.Close => "答复内容将由反映人凭编号查到，请不要写入他人信息。",
        CaseStepKind.Reopen => "重开后重新计算期限，需重新分派。",
        _ => null,
    };

    private string WaitingFor() => Detail.Case.State switch
    {
        var state when state.WasRefused(Detail.Case.ClosedAt) => "案件不予受理，您没有可办的步骤。",
        CaseState.Registered => "等待受理。",
        CaseState.Accepted => "等待分派承办单位。",
        CaseState.Consulting => "等待各部门会商由谁主办。",
        CaseState.Deciding => $"等待{Labels.Body(Detail.Case.TurnBodyCode ?? "")}裁定由谁主办。",
        CaseState.Dispatched => $"等待{Detail.Case.LeadBodyName}签收。",
        CaseState.Handling => $"{Detail.Case.LeadBodyName}正在办理。",
        CaseState.Verifying => "等待核查。",
        CaseState.Verified => "等待结案答复。",
        CaseState.Merged => "本案已并案，随主案办理和答复；主案见“重复诉求”。",
        _ => "案件已办结，您没有可办的步骤。",
    };
}
