using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Procedures;

/// <summary>化解程序: which of the seven ways a case takes, what comes next, until when, and what is open after that.</summary>
public sealed partial class CaseProcedures(ProcedureReadService reader, ProcedureService service, CaseLabels labels, IActorProvider actors) : IDisposable
{
    private readonly CancellationTokenSource _life = new();
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private CaseTabPage? _frame;
    private ProcedureTab? _tab;
    private string? _conflict;
    private string _chosenKind = "";
    private bool _opening;

    /// <summary>Number from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    /// <inheritdoc />
    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }

    private async Task<string?> LoadAsync(Actor actor, CaseHead head, CancellationToken ct)
    {
        _tab = await reader.ReadTabAsync(actor, head, ct);
        return null;
    }

    private void ToggleOpening()
    {
        (_opening, _chosenKind) = (!_opening, "");
        _errors.Clear();
    }

    /// <summary>A way that an outcome opened was chosen: the form opens with it.</summary>
    private void OpenWay(string kind)
    {
        (_opening, _chosenKind) = (true, kind);
        _errors.Clear();
        StateHasChanged();
    }

    private async Task<bool> OpenAsync(OpenProcedure command)
    {
        var done = await ChangeAsync(_errors, (procedures, actor) => procedures.OpenAsync(actor, command, _life.Token));
        _opening = _opening && !done;
        StateHasChanged();
        return done;
    }

    private async Task<bool> ChangeAsync(FormErrors errors, Func<ProcedureService, Actor, Task<Result<ProcedureChanged>>> change)
    {
        _conflict = null;
        errors.Clear();
        var result = await change(service, await actors.GetAsync(_life.Token));
        if (result.IsOk)
            await ReloadAsync();
        else if (result.Error is ConflictError conflict)
            _conflict = conflict.Message;
        else
            errors.Set(result.Errors);
        StateHasChanged();
        return result.IsOk;
    }

    private async Task ReloadAsync()
    {
        _conflict = null;
        await _frame!.ReloadAsync();
    }
}
