using System.Globalization;
using Governance.Application.Cases;
using Governance.Application.Deadlines;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Deadlines;

/// <summary>时限: the clocks of a case, what each step took, and requests for more time or a pause.</summary>
public sealed partial class CaseClockPage(ClockReadService reader, TimeRequestService requests, CaseLabels labels)
{
    private readonly BusyGate _gate = new();
    private CaseTabPage _frame = null!;
    private ClockView? _view;

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

    private Task<bool> ExtendAsync(AskExtension command, FormErrors errors) =>
        _frame.ChangeAsync(errors, (actor, ct) => requests.AskExtensionAsync(actor, command, ct));

    private Task<bool> PauseAsync(AskPause command, FormErrors errors) =>
        _frame.ChangeAsync(errors, (actor, ct) => requests.AskPauseAsync(actor, command, ct));

    private Task<bool> DecideAsync(DecideTime command, FormErrors errors) =>
        _frame.ChangeAsync(errors, (actor, ct) => requests.DecideAsync(actor, command, ct));

    private Task<bool> ResumeAsync(ResumeClock command, FormErrors errors) =>
        _frame.ChangeAsync(errors, (actor, ct) => requests.ResumeAsync(actor, command, ct));}
