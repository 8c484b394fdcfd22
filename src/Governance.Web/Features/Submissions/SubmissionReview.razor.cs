using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Application.Repeats;
using Governance.Application.Restricted;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Submissions;

/// <summary>
/// One submission and what becomes of it. The form that makes a case of it stands open and filled, because that is what mostly happens;
/// after each decision the next submission is one key away.
/// </summary>
public sealed partial class SubmissionReview(
    SubmissionService service, SubmissionReadService reader, RestrictedReadService restricted, RepeatReadService repeats, PlaceSearch places, IReferenceData reference, CaseLabels labels,
    IActorProvider actors) : IDisposable
{
    private readonly CaseLabels _labels = labels;
    private readonly CancellationTokenSource _life = new();
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private SubmissionDetail? _detail;
    private IReadOnlyList<RepeatSuggestion> _similar = [];
    private Actor _actor = null!;
    private CaseForm _form = new();
    private DraftBox? _draft;
    private SubmissionStepKind _chosen = SubmissionStepKind.Accept;
    private RepeatCandidate? _lead;
    private ComboItem? _place;
    private string _note = "";
    private string? _refusal;
    private string? _conflict;
    private string? _done;
    private CaseNumber? _made;
    private SubmissionNumber? _next;

    /// <summary>Number from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    /// <summary>The list it stands in, and goes back to.</summary>
    private (string Href, string Title) List => _detail?.Submission.RestrictionKey is not null || !_actor.May(Permission.TriageSubmission)
        ? ("/restricted", "限定知悉")
        : (SubmissionListQuery.Path, "来件审核");

    private string ItemHref(SubmissionNumber number) => _detail?.Submission.RestrictionKey is not null
        ? SubmissionListQuery.RestrictedHref(number)
        : SubmissionListQuery.ItemHref(number);

    private string DraftKey => $"submission-{Number}-{_chosen}";

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _actor = await actors.GetAsync(_life.Token);
        (_done, _made, _next, _note, _place, _lead, _chosen) = (null, null, null, "", null, null, SubmissionStepKind.Accept);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _conflict = null;
        _errors.Clear();
        var found = SubmissionNumber.TryParse(Number, out var number)
            ? await reader.FindAsync(_actor, number, _life.Token)
            : new SubmissionErrors.BadNumber();
        _detail = found.IsOk ? found.Value : null;
        _refusal = found.IsOk ? null : found.Error.Message;
        if (_detail is null)
            return;
        _form = SubmissionForm.Of(_detail.Submission, reference.Pack, _labels);
        if (!_detail.NextSteps.Any(rule => rule.Kind == _chosen))
            _chosen = SubmissionStepKind.Accept;
        await MatterChanged();
    }

    private async Task MatterChanged()
    {
        // A restricted matter is merged into nothing.
        if (!RendererInfo.IsInteractive || _detail is not { NextSteps.Count: > 0, Submission.RestrictionKey: null } detail)
            return;
        try
        {
            var place = AreaCode.TryParse(_form.Place?.Value, out var chosen) ? chosen : _actor.Scope;
            // Similar cases are looked for within a county: the whole city is too far for the same matter.
            _similar = place.Level < DivisionLevel.County ? [] : await repeats.SuggestAsync(
                _actor, new RepeatQuestion(_form.Title, _form.Description, place, detail.Submission.ReceivedAt), _life.Token);
        }
        catch (Exception away) when (away is StorageUnavailableException or OperationCanceledException)
        {
            // Suggestions can wait; saving says what is wrong.
            _similar = [];
        }
    }

    private void ChooseLead(RepeatSuggestion suggested)
    {
        Choose(SubmissionStepKind.Merge);
        (_lead, _note) = (suggested.Case, "反映的是同一件事");
    }

    private void Choose(SubmissionStepKind kind)
    {
        _errors.Clear();
        _chosen = kind;
    }

    private async Task AcceptAsync()
    {
        var lead = _chosen == SubmissionStepKind.Merge ? _lead : null;
        var made = await ChangeAsync((actor, found) => lead is null
            ? service.AcceptAsync(actor, new AcceptSubmission(found.Id, found.Version, _form.ToFacts()), _life.Token)
            : service.MergeAsync(actor, new MergeSubmission(found.Id, found.Version, _form.ToFacts(), lead.Number, _note), _life.Token));
        if (made is not null)
            await DoneAsync(lead is null ? "已受理" : "已并入", made);
    }

    private async Task ReplyAsync()
    {
        var kind = _chosen;
        var done = await ChangeAsync((actor, found) => kind == SubmissionStepKind.Refuse
            ? service.RefuseAsync(actor, new ReplyToSubmission(found.Id, found.Version, _note), _life.Token)
            : service.AskAsync(actor, new ReplyToSubmission(found.Id, found.Version, _note), _life.Token));
        if (done is not null)
            await DoneAsync(kind == SubmissionStepKind.Refuse ? "已不予受理" : "已要求补充");
    }

    private async Task HandOverAsync()
    {
        var done = await ChangeAsync((actor, found) => service.HandOverAsync(
            actor, new HandOverSubmission(found.Id, found.Version, AreaCode.TryParse(_place?.Value, out var place) ? place : found.Area), _life.Token));
        if (done is not null)
            await DoneAsync("已转交");
    }

    private async Task<T?> ChangeAsync<T>(Func<Actor, SubmissionRecord, Task<Result<T>>> change)
        where T : class
    {
        _conflict = null;
        _errors.Clear();
        _actor = await actors.GetAsync(_life.Token);
        var result = await change(_actor, _detail!.Submission);
        if (result.IsOk)
            return result.Value;
        // The typed words stay; the person looks first, then sends them again.
        if (result.Error is ConflictError conflict)
            _conflict = conflict.Message;
        else
            _errors.Set(result.Errors);
        return null;
    }

    private async Task DoneAsync(string what, CaseNumber? made = null)
    {
        if (_draft is not null && _chosen != SubmissionStepKind.HandOver)
            await _draft.ClearAsync();
        _next = await FindNextAsync();
        (_done, _made) = (what, made);
    }

    private async Task<SubmissionNumber?> FindNextAsync()
    {
        if (_detail?.Submission.RestrictionKey is not null)
            return await restricted.ListAsync(_actor, _life.Token) is { IsOk: true, Value.Submissions: [{ State: SubmissionState.Pending } own, ..] } ? own.Number : null;
        var waiting = await reader.ListAsync(_actor, new SubmissionCriteria(), new PageRequest(Size: 1), _life.Token);
        return waiting is { IsOk: true, Value.Rows: [var first, ..] } ? first.Number : null;
    }

    private Task<IReadOnlyList<ComboItem>> FindPlaces(string typed, CancellationToken ct)
    {
        var city = reference.Pack.Profile.AreaCode;
        var counties = reference.Pack.ChildrenOf(city).Where(d => typed.Trim().Length > 0
            && (d.Name.Contains(typed.Trim(), StringComparison.Ordinal) || d.Initials.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase)));
        return Task.FromResult<IReadOnlyList<ComboItem>>(
        [
            .. counties.Select(d => new ComboItem(d.Code.Value, d.Name)),
            .. places.Find(typed, city).Select(p => new ComboItem(p.Code.Value, p.Name)),
        ]);
    }

    private static string ButtonClass(SubmissionStepKind kind) =>
        kind == SubmissionStepKind.Refuse ? "btn-danger-soft" : kind == SubmissionStepKind.Accept ? "btn-primary" : "btn-light";

    /// <inheritdoc />
    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }
}
