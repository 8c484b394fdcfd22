using System.Globalization;
using Governance.Application.Cases;
using Governance.Application.Deadlines;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Deadlines;

/// <summary>时限: the clocks of a case, what each step took, and requests for more time or a pause.</summary>
public sealed partial class CaseClockPage(ClockReadService reader, TimeRequestService requests, CaseLabels labels, IActorProvider actors) : IDisposable
{
    private readonly CancellationTokenSource _life = new();
    private readonly BusyGate _gate = new();
    private CaseTabPage? _frame;
    private ClockView? _view;
    private string? _conflict;

    /// <summary>Number from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    private CaseLabels Labels => labels;

    private static string Asked(TimeRequestRecord request) => request.Kind == TimeRequestKind.Extension
        ? $"延期 {new TimeLimit("", request.Value ?? 0, request.Unit ?? default, "").DisplayText}"
        : $"暂停至 {LastDay(request)}：{request.ReasonName}";

    private static string LastDay(TimeRequestRecord request) =>
        request.Until is { } until ? until.ChinaDay().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static TagTone Tone(TimeRequestState state) => state switch
    {
        TimeRequestState.Pending => TagTone.Warn,
        TimeRequestState.Granted => TagTone.Good,
        TimeRequestState.Refused => TagTone.Late,
        _ => TagTone.Plain,
    };

    private async Task<string?> LoadAsync(Actor actor, CaseHead head, CancellationToken ct)
    {
        var found = await reader.FindAsync(actor, ClockSubject.Of(head), ct);
        _view = found.IsOk ? found.Value : null;
        return found.IsOk ? null : found.Error.Message;
    }

    private Task<bool> ExtendAsync(AskExtension command, FormErrors errors) => ChangeAsync(errors, a => requests.AskExtensionAsync(a, command, _life.Token));

    private Task<bool> PauseAsync(AskPause command, FormErrors errors) => ChangeAsync(errors, a => requests.AskPauseAsync(a, command, _life.Token));

    private Task<bool> DecideAsync(DecideTime command, FormErrors errors) => ChangeAsync(errors, a => requests.DecideAsync(a, command, _life.Token));

    private Task<bool> ResumeAsync(ResumeClock command, FormErrors errors) => ChangeAsync(errors, a => requests.ResumeAsync(a, command, _life.Token));

    private async Task<bool> ChangeAsync(FormErrors errors, Func<Actor, Task<Result<CaseNumber>>> change)
    {
        _conflict = null;
        errors.Clear();
        var result = await change(await actors.GetAsync(_life.Token));
        if (result.IsOk)
            await ReloadAsync();
        else if (result.Error is ConflictError conflict)
            _conflict = conflict.Message;
        else
            errors.Set(result.Errors);
        // The panel calls a function, not an event: nobody else draws this page anew.
        StateHasChanged();
        return result.IsOk;
    }

    private async Task ReloadAsync()
    {
        _conflict = null;
        if (_frame is not null)
            await _frame.ReloadAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }
}
