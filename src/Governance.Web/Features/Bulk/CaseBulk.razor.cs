using Governance.Application.Bulk;
using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Bulk;

/// <summary>
/// 批量办理: choose cases of a list and what to do with them, look at what would happen to each, do it, and read an answer for each. The
/// list itself stays static; only who works in bulk has a circuit.
/// </summary>
public sealed partial class CaseBulk(
    BulkService bulk, CaseReadService reader, BodySuggestion bodies, IReferenceData reference, CaseLabels labels, IActorProvider actors, NavigationManager navigation)
    : IDisposable
{
    private enum Stage
    {
        Choosing,
        Previewing,
        Previewed,
        Running,
        Done,
    }

    private const int DrawnEvery = 5;

    private readonly CancellationTokenSource _life = new();
    private readonly FormErrors _errors = new();
    private readonly BusyGate _gate = new();
    private readonly HashSet<object> _selected = [];
    private readonly List<BulkAnswer> _answers = [];
    private CancellationTokenSource? _work;
    private Actor _actor = null!;
    private CaseListCriteria _criteria = new();
    private IReadOnlyList<CaseRow>? _rows;
    private IReadOnlyList<BulkAction> _actions = [];
    private BulkAction _action;
    private BulkCommand _command = new(BulkAction.Urge, [], "");
    private ComboItem? _body;
    private Stage _stage;
    private bool _wasStopped;
    private string _note = "";
    private string _sub = "";
    private string? _refusal;

    private CaseLabels Labels => labels;

    private string Consequence => _command.Action == BulkAction.Dispatch
        ? _stage == Stage.Done ? $"已分派给{_body?.Text}" : $"将分派给{_body?.Text}"
        : _stage == Stage.Done ? "已催办" : "将催办";

    private string Headline => _stage switch
    {
        Stage.Previewing => $"正在核对：{_answers.Count} / {_command.CaseIds.Count} 件",
        Stage.Previewed => $"预览：可办 {_answers.Count(a => a.IsDone)} 件，不能办 {_answers.Count(a => !a.IsDone)} 件",
        Stage.Running => $"正在办理：{_answers.Count} / {_command.CaseIds.Count} 件",
        _ => $"{(_wasStopped ? "已停止" : "已完成")}：办成 {_answers.Count(a => a.IsDone)} 件，未办 {_command.CaseIds.Count - _answers.Count(a => a.IsDone)} 件",
    };

    private IReadOnlyList<(CaseRow Row, BulkAnswer? Answer)> Shown
    {
        get
        {
            var answers = _answers.ToDictionary(a => a.CaseId);
            // What was refused comes first: it is what the person has to look at.
            return [.. _rows!.Where(r => _command.CaseIds.Contains(r.Id)).Select(r => (r, answers.GetValueOrDefault(r.Id))).OrderBy(s => s.Item2?.IsDone ?? true)];
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // Who leaves the page stops the work between two cases.
        _work?.Cancel();
        _life.Cancel();
        _life.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _criteria = CaseListQuery.Read(new Uri(navigation.Uri).Query);
        await LoadAsync();
        _actions = [.. Enum.GetValues<BulkAction>().Where(a => _actor.May(a == BulkAction.Dispatch ? Permission.DispatchCase : Permission.UrgeCase))];
        _action = _actions.Contains(BulkAction.Dispatch) ? BulkAction.Dispatch : BulkAction.Urge;
    }

    private async Task LoadAsync()
    {
        _actor = await actors.GetAsync(_life.Token);
        var found = await reader.ListAsync(_actor, _criteria, new PageRequest(Size: BulkService.Most), _life.Token);
        _refusal = found.IsOk ? null : found.Error.Message;
        _rows = found.IsOk ? found.Value.Rows : null;
        _sub = $"{CriteriaText.Describe(_criteria, reference.Pack)}，{(found.IsOk && found.Value.Next is not null ? $"前 {BulkService.Most} 件" : $"{_rows?.Count ?? 0} 件")}";
    }

    private Task<IReadOnlyList<ComboItem>> FindBodies(string typed, CancellationToken ct) => Task.FromResult<IReadOnlyList<ComboItem>>(
        [.. bodies.Find(typed, _actor.Scope, "").Select(b => new ComboItem(b.Code, b.Name, b.Why))]);

    private async Task PreviewAsync()
    {
        _errors.Clear();
        _command = new BulkCommand(
            _action, [.. _rows!.Where(r => _selected.Contains(r.Id)).Select(r => r.Id)], _note, _action == BulkAction.Dispatch ? _body?.Value : null);
        _actor = await actors.GetAsync(_life.Token);
        if (BulkService.Check(_actor, _command) is { Count: > 0 } errors)
        {
            _errors.Set(errors);
            return;
        }
        _stage = Stage.Previewing;
        _stage = await FollowAsync(token => bulk.PreviewAsync(_actor, _command, token)) ? Stage.Previewed : Stage.Choosing;
    }

    private async Task RunAsync()
    {
        _actor = await actors.GetAsync(_life.Token);
        var previewed = _answers.ToList();
        _command = _command with { CaseIds = [.. _command.CaseIds.Where(id => previewed.Exists(p => p.CaseId == id && p.IsDone))] };
        _stage = Stage.Running;
        _wasStopped = !await FollowAsync(token => bulk.RunAsync(_actor, _command, previewed, token));
        _stage = Stage.Done;
    }

    private async Task<bool> FollowAsync(Func<CancellationToken, IAsyncEnumerable<BulkAnswer>> work)
    {
        _answers.Clear();
        _work = CancellationTokenSource.CreateLinkedTokenSource(_life.Token);
        try
        {
            await foreach (var answer in work(_work.Token))
            {
                _answers.Add(answer);
                // Drawing two hundred rows for each of them would take longer than the work.
                if (_answers.Count % DrawnEvery == 0)
                    StateHasChanged();
            }
            return true;
        }
        catch (OperationCanceledException) when (_work.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            _work.Dispose();
            _work = null;
        }
    }

    private void Stop() => _work?.Cancel();

    private async Task BackAsync()
    {
        if (_stage == Stage.Done)
            await LoadAsync();
        foreach (var answer in _answers.Where(a => a.IsDone && _stage == Stage.Done))
            _selected.Remove(answer.CaseId);
        _stage = Stage.Choosing;
    }

    private string Word(BulkAnswer? answer) => answer switch
    {
        null => "未办",
        { IsDone: true } => _stage is Stage.Done or Stage.Running ? "已办" : "可办",
        _ => _stage is Stage.Done or Stage.Running ? "未办" : "不能办",
    };

    private static TagTone Tone(BulkAnswer? answer) => answer switch
    {
        null => TagTone.Plain,
        { IsDone: true } => TagTone.Good,
        _ => TagTone.Late,
    };
}
