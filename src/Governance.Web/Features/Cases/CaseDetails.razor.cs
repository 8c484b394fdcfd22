using Governance.Application.Cases;
using Governance.Application.Leads;
using Governance.Application.Platform;
using Governance.Application.Remarks;
using Governance.Application.Repeats;
using Governance.Application.Satisfaction;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Cases;

/// <summary>A case: where it stands, why, and what this person may do next.</summary>
public sealed partial class CaseDetails(CaseReadService reader, CaseService service, LeadService leads, SatisfactionService satisfaction, RemarkService remarks, RepeatReadService repeats, CaseLabels labels, IActorProvider actors) : IDisposable
{
    private readonly CancellationTokenSource _life = new();
    private readonly CaseChange _change = new(actors);
    private CaseDetail? _detail;
    private IReadOnlyList<RepeatSuggestion> _similar = [];
    private Actor _actor = null!;
    private string? _refusal;
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private bool _correcting;

    /// <summary>Number from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    private CaseLabels Labels => labels;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        await LoadAsync();
        if (_detail is { } detail && RendererInfo.IsInteractive)
            _similar = detail.Case.State.IsOpen()
                ? await repeats.SuggestAsync(
                    _actor, new RepeatQuestion(detail.Case.Title, detail.Case.Description, detail.Case.Place, detail.Case.RegisteredAt, detail.Case.Id), _life.Token)
                : [];
    }

    private async Task LoadAsync()
    {
        _actor = await actors.GetAsync(_life.Token);
        if (!CaseNumber.TryParse(Number, out var number))
        {
            _refusal = new CaseErrors.BadNumber().Message;
            return;
        }
        var found = await reader.FindAsync(_actor, number, _life.Token);
        _detail = found.IsOk ? found.Value : null;
        _refusal = found.IsOk ? null : found.Error.Message;
    }

    /// <summary>Called by the actions; gives true when the step was taken and the form may be cleared.</summary>
    private Task<bool> TakeStepAsync(TakeStep command) => ChangeAsync(_errors, (actor, ct) => service.TakeStepAsync(actor, command, ct));

    /// <summary>The same for a step around the decision who leads, whose refusals stand in its own form.</summary>
    private Task<bool> TakeLeadStepAsync(TakeLeadStep command, FormErrors errors) =>
        ChangeAsync(errors, (actor, ct) => leads.TakeStepAsync(actor, command, ct));

    /// <summary>The same for what the reporter said on a call-back.</summary>
    private Task<bool> SaveCallBackAsync(RecordCallBack command, FormErrors errors) =>
        ChangeAsync(errors, (actor, ct) => satisfaction.RecordCallBackAsync(actor, command, ct));

    /// <summary>The same for words that move nothing.</summary>
    private Task<bool> SayAsync(SayRemark command, FormErrors errors) => ChangeAsync(errors, (actor, ct) => remarks.SayAsync(actor, command, ct));

    private async Task<bool> ChangeAsync(FormErrors errors, Func<Actor, CancellationToken, Task<Result<CaseNumber>>> change)
    {
        var done = await _change.MakeAsync(errors, change, LoadAsync, null, _life.Token);
        // The actions call a function, not an event: nobody else draws this page anew.
        StateHasChanged();
        return done;
    }

    private Task LookAgainAsync() => _change.LookAgainAsync(LoadAsync);

    private async Task CorrectedAsync()
    {
        _correcting = false;
        await LoadAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }
}
