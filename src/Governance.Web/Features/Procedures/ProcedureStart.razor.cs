using System.Globalization;
using Governance.Application.Cases;
using Governance.Application.Mediation;
using Governance.Application.Procedures;
using Governance.Domain.Common;
using Governance.Domain.Procedures;
using Governance.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Procedures;

/// <summary>The form that opens a procedure.</summary>
public sealed partial class ProcedureStart(TimeProvider time)
{
    private ProcedureKind? _kind;
    private DraftBox? _draft;
    private string _code = "";
    private string _body = "";
    private string _proposedBody = "";
    private string _mediator = "";
    private PickedMediator? _picked;
    private CaseItem? _item;
    private string _act = "";
    private string _amount = "";
    private string _agree = "";
    private string _labour = "yes";
    private string _note = "";
    private DateOnly _on;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public CaseHead Head { get; set; } = null!;

    /// <summary>What the case has already.</summary>
    [Parameter, EditorRequired]
    public ProcedureTab Tab { get; set; } = null!;

    /// <summary>Kind chosen before, or empty.</summary>
    [Parameter]
    public string KindCode { get; set; } = "";

    /// <summary>Closed while something is being saved.</summary>
    [Parameter, EditorRequired]
    public BusyGate Gate { get; set; } = null!;

    /// <summary>Why it was refused.</summary>
    [Parameter, EditorRequired]
    public FormErrors Errors { get; set; } = null!;

    /// <summary>Opens it; true when it was opened.</summary>
    [Parameter, EditorRequired]
    public Func<OpenProcedure, Task<bool>> OnOpen { get; set; } = null!;

    /// <summary>Closes the form.</summary>
    [Parameter]
    public EventCallback OnCancel { get; set; }

    private DateOnly Today => time.GetUtcNow().ChinaDay();

    private List<ProcedureOffer> Fitting => [.. Tab.Offers.Where(o => o is { Fits: true, MayBeChosen: true })];

    private IEnumerable<IGrouping<ProcedureWay, ProcedureOffer>> Others =>
        Tab.Offers.Where(o => o is { Fits: false, MayBeChosen: true }).GroupBy(o => o.Kind.Way).OrderBy(g => g.Key);

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _on = Today;
        Choose(KindCode);
    }

    private void Choose(string? code)
    {
        Errors.Clear();
        var offer = Tab.Offers.FirstOrDefault(o => o.Kind.Code == code);
        (_code, _kind) = (code ?? "", offer?.Kind);
        _body = _proposedBody = offer?.Body ?? "";
        if (offer?.Kind.Way != ProcedureWay.Mediation)
            _picked = null;
        else if (_picked is not null)
            Pick(_picked);
        _item = null;
        _act = offer is { Kind.NeedsAct: true } ? Tab.Procedures.Select(p => p.Record.Act).FirstOrDefault(a => a.Length > 0) ?? "" : "";
    }

    private void Pick(PickedMediator? picked)
    {
        _picked = picked;
        if (picked is { Committee.Length: > 0 } && _kind is { IsAdministrative: false })
            Propose(picked.Committee);
    }

    private void TakeItem(CaseItem? item)
    {
        _item = item;
        if (item is { Bodies: [var body, ..] })
            Propose(body.Name);
    }

    // A body that somebody typed stays.
    private void Propose(string body)
    {
        if (_body == _proposedBody)
            _body = _proposedBody = body;
    }

    private async Task SubmitAsync()
    {
        // What is no number is refused by the rule as such a sum.
        decimal? amount = _amount.Trim().Length == 0 ? null
            : decimal.TryParse(PlainText.HalfWidth(_amount).Replace(",", "", StringComparison.Ordinal).Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var sum) ? sum : -1;
        bool? agree = _agree switch { "yes" => true, "no" => false, _ => null };
        var opened = await OnOpen(new OpenProcedure(
            Head.Id, _code, new ProcedureOpening(_on, _body, _picked?.Name ?? _mediator, _act, amount, agree, _note) { MediatorId = _picked?.Id },
            Tab.IsLabourDispute && _labour == "yes")
        {
            Item = _item is { } item ? new ItemChoice(item.ListId, item.Item.Number) : null,
        });
        if (opened && _draft is not null)
            await _draft.ClearAsync();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
