using Governance.Application.Cases;
using Governance.Application.Deadlines;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using Governance.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Deadlines;

/// <summary>The buttons for what may be done to the clock, and the small form each one opens.</summary>
public sealed partial class TimeRequestPanel
{
    private readonly FormErrors _errors = new();
    private IReadOnlyList<CaseStepKind> _kinds = [];
    private CaseStepKind? _chosen;
    private int _value = 1;
    private string _reason = "";
    private DateOnly? _until;
    private string _note = "";
    private DraftBox? _draft;

    /// <summary>The clocks on show.</summary>
    [Parameter, EditorRequired]
    public ClockView View { get; set; } = null!;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public CaseHead Head { get; set; } = null!;

    /// <summary>Closed while something is being saved.</summary>
    [Parameter, EditorRequired]
    public BusyGate Gate { get; set; } = null!;

    /// <summary>Asks for more time.</summary>
    [Parameter, EditorRequired]
    public Func<AskExtension, FormErrors, Task<bool>> OnExtend { get; set; } = null!;

    /// <summary>Asks for a pause.</summary>
    [Parameter, EditorRequired]
    public Func<AskPause, FormErrors, Task<bool>> OnPause { get; set; } = null!;

    /// <summary>Decides.</summary>
    [Parameter, EditorRequired]
    public Func<DecideTime, FormErrors, Task<bool>> OnDecide { get; set; } = null!;

    /// <summary>Lets the clock go on.</summary>
    [Parameter, EditorRequired]
    public Func<ResumeClock, FormErrors, Task<bool>> OnResume { get; set; } = null!;

    private string? ReasonBasis => View.MayPauseFor.FirstOrDefault(r => r.Key == _reason) is { } reason ? $"依据：{reason.BasisText}" : null;

    private static string UnitName(TimeLimit limit) => limit.Unit switch
    {
        TimeLimitUnit.WorkingDay => "个工作日",
        TimeLimitUnit.CalendarDay => "日",
        TimeLimitUnit.WorkingHour => "个工作小时",
        _ => "小时",
    };

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _kinds = [.. Kinds()];
        if (_chosen is { } chosen && !_kinds.Contains(chosen))
            _chosen = null;
    }

    private IEnumerable<CaseStepKind> Kinds()
    {
        if (View is { MayDecide: true, Pending: { } pending })
        {
            yield return pending.Kind == TimeRequestKind.Extension ? CaseStepKind.GrantExtension : CaseStepKind.GrantPause;
            yield return pending.Kind == TimeRequestKind.Extension ? CaseStepKind.DenyExtension : CaseStepKind.DenyPause;
        }
        if (View.MayExtend is not null)
            yield return CaseStepKind.AskExtension;
        if (View.MayPauseFor.Count > 0)
            yield return CaseStepKind.AskPause;
        if (View.MayResume)
            yield return CaseStepKind.Resume;
    }

    private void Choose(CaseStepKind kind)
    {
        _errors.Clear();
        _chosen = kind == _chosen ? null : kind;
    }

    private async Task SubmitAsync()
    {
        if (_chosen is not { } chosen || !await SendAsync(chosen))
            return;
        if (_draft is not null)
            await _draft.ClearAsync();
        (_chosen, _note, _reason, _until, _value) = (null, "", "", null, 1);
    }

    private Task<bool> SendAsync(CaseStepKind chosen) => chosen switch
    {
        CaseStepKind.AskExtension => OnExtend(new AskExtension(Head.Id, Head.Version, _value, _note), _errors),
        CaseStepKind.AskPause => OnPause(new AskPause(Head.Id, Head.Version, _reason, _until, _note), _errors),
        CaseStepKind.Resume => OnResume(new ResumeClock(Head.Id, Head.Version, _note), _errors),
        _ when View.Pending is { } pending => OnDecide(
            new DecideTime(Head.Id, Head.Version, pending.Id, chosen is CaseStepKind.GrantExtension or CaseStepKind.GrantPause, _note), _errors),
        _ => Task.FromResult(false),
    };
}
