using Governance.Application.Cases;
using Governance.Application.Procedures;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Procedures;

/// <summary>化解程序: which of the seven ways a case takes, what comes next, until when, and what is open after that.</summary>
public sealed partial class CaseProcedures(ProcedureReadService reader, ProcedureService service, CaseLabels labels)
{
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private CaseTabPage _frame = null!;
    private ProcedureTab? _tab;
    private string _chosenKind = "";
    private bool _opening;

    /// <summary>Number from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

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
        var done = await _frame.ChangeAsync(_errors, (actor, ct) => service.OpenAsync(actor, command, ct));
        _opening = _opening && !done;
        StateHasChanged();
        return done;
    }

    private Task<bool> ChangeAsync(FormErrors errors, Func<ProcedureService, Actor, Task<Result<ProcedureChanged>>> change) =>
        _frame.ChangeAsync(errors, (actor, _) => change(service, actor));
}
