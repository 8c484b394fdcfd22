using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.SubTasks;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;
using Governance.Domain.SubTasks;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.SubTasks;

/// <summary>协办任务: what the lead of a case asked of other units, and what they answered.</summary>
public sealed partial class CaseTasks(
    SubTaskService tasks, BodySuggestion bodies, CaseLabels labels, IReferenceData reference, TimeProvider time)
{
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private CaseTabPage _frame = null!;
    private CaseHead _head = null!;
    private Actor _actor = null!;
    private IReadOnlyList<SubTaskRow> _tasks = [];
    private (Guid Task, CaseStepKind Kind)? _chosen;
    private ComboItem? _body;
    private DateOnly? _dueDay;
    private string _words = "";
    private string _note = "";
    private bool _isGiving;
    private DraftBox? _draft;

    /// <summary>Number from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    private CaseLabels Labels => labels;

    private bool MayGive => _head.State is CaseState.Dispatched or CaseState.Handling && SubTaskRule.MayGive(_actor, _head.Place, _head.LeadBodyCode);

    private async Task<string?> LoadAsync(Actor actor, CaseHead head, CancellationToken ct)
    {
        (_actor, _head) = (actor, head);
        _tasks = await tasks.OfCaseAsync(actor, head.Id, ct);
        return null;
    }

    private IReadOnlyList<SubTaskRule> StepsOf(SubTaskRow task) =>
        [.. SubTaskRule.All.Where(r => r.From.Contains(task.State) && r.MayBeTakenBy(_actor, task.BodyCode, _head.Place, _head.LeadBodyCode))];

    private DeadlineStatus Due(SubTaskRow task) => DeadlineStatus.Of(task.DueAt, time.GetUtcNow(), reference.Calendar);

    private Task<IReadOnlyList<ComboItem>> FindBodies(string typed, CancellationToken ct) => Task.FromResult<IReadOnlyList<ComboItem>>(
        [.. bodies.Find(typed, _head.Place, _head.CategoryCode).Where(b => b.Code != _head.LeadBodyCode).Select(b => new ComboItem(b.Code, b.Name, b.Why))]);

    private void ToggleGiving()
    {
        _isGiving = !_isGiving;
        _errors.Clear();
        _dueDay ??= _head.DueAt > time.GetUtcNow() ? _head.DueAt.ChinaDay() : null;
    }

    private void Choose(SubTaskRow task, SubTaskRule rule)
    {
        _errors.Clear();
        _chosen = _chosen == (task.Id, rule.Kind) ? null : (task.Id, rule.Kind);
    }

    private async Task GiveAsync()
    {
        var command = new GiveSubTask(_head.Id, _head.Version, _body?.Value, _words, _dueDay);
        if (await _frame.ChangeAsync(_errors, (actor, ct) => tasks.GiveAsync(actor, command, ct), _draft))
            (_isGiving, _body, _words, _dueDay) = (false, null, "", null);
    }

    private async Task TakeAsync(SubTaskRow task, SubTaskRule rule)
    {
        var command = new TakeSubTaskStep(task.Id, task.Version, rule.Kind, _note);
        if (await _frame.ChangeAsync(_errors, (actor, ct) => tasks.TakeStepAsync(actor, command, ct), _draft))
            (_chosen, _note) = (null, "");
    }}
