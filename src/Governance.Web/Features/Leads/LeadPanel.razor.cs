using Governance.Application.Cases;
using Governance.Application.Leads;
using Governance.Domain.Cases;
using Governance.Domain.Leads;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Leads;

/// <summary>The decision who leads, on the case's page.</summary>
public sealed partial class LeadPanel(BodySuggestion bodies)
{
    private LeadStepRule? _chosen;
    private ComboItem? _body;
    private string _proposed = "";
    private string _note = "";
    private readonly FormErrors _errors = new();
    private DraftBox? _draft;

    /// <summary>The case on show.</summary>
    [Parameter, EditorRequired]
    public CaseDetail Detail { get; set; } = null!;

    /// <summary>Who looks at it.</summary>
    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    /// <summary>How facts are said.</summary>
    [Parameter, EditorRequired]
    public CaseLabels Labels { get; set; } = null!;

    /// <summary>Closed while a step is being saved.</summary>
    [Parameter, EditorRequired]
    public BusyGate Gate { get; set; } = null!;

    /// <summary>Takes the step; true when it was taken.</summary>
    [Parameter, EditorRequired]
    public Func<TakeLeadStep, FormErrors, Task<bool>> OnStep { get; set; } = null!;

    private bool HasStory => Parties.Count > 0 || Detail.Case.State is CaseState.Consulting or CaseState.Deciding || Decision is not null;

    private IReadOnlyList<LeadPartyRecord> Parties =>
        [.. Detail.Case.Parties.Where(p => p.Role != LeadPartyRole.Former || p.AnsweredAt is not null || p.ObjectedAt is not null).OrderBy(p => p.Role).ThenBy(p => p.Position)];

    /// <summary>The last decision of the rule since work began anew.</summary>
    private CaseStepRecord? Decision =>
        Detail.Case.Steps.OrderByDescending(s => s.Sequence).TakeWhile(s => s.Kind is not CaseStepKind.Reopen).FirstOrDefault(s => s.Facts is not null);

    private string Turn => LeadWords.Turn(Detail.Case, Labels);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_chosen is not null && !Detail.LeadSteps.Contains(_chosen))
            _chosen = null;
    }

    private void Choose(LeadStepRule rule)
    {
        _chosen = rule;
        _errors.Clear();
        _body = null;
        _proposed = Detail.Case.Parties.FirstOrDefault(p => p.BodyCode == Actor.BodyCode)?.ProposedCode ?? Actor.BodyCode;
    }

    private Task<IReadOnlyList<ComboItem>> FindBodies(string typed, CancellationToken ct)
    {
        var found = bodies.Find(typed, Detail.Case.Place, Detail.Case.OtherPlaces, Detail.Case.CategoryCode);
        var parties = Parties.Select(p => p.BodyCode).ToHashSet();
        return Task.FromResult<IReadOnlyList<ComboItem>>(
            [.. found.OrderByDescending(b => parties.Contains(b.Code)).Select(b => new ComboItem(b.Code, b.Name, b.Why))]);
    }

    private async Task SubmitAsync()
    {
        if (_chosen is not { } chosen)
            return;
        var body = chosen.Kind == CaseStepKind.AnswerConsultation ? _proposed : _body?.Value;
        if (await OnStep(new TakeLeadStep(Detail.Case.Id, Detail.Case.Version, chosen.Kind, _note, body), _errors))
        {
            if (_draft is not null)
                await _draft.ClearAsync();
            (_chosen, _note, _body) = (null, "", null);
        }
    }

    private static string ButtonClass(LeadStepRule rule) => rule.Kind switch
    {
        CaseStepKind.AnswerConsultation or CaseStepKind.Designate => "btn-primary",
        CaseStepKind.RaiseObjection => "btn-danger-soft",
        _ => "btn-light",
    };
}
