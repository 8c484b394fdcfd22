using Governance.Application.Platform;
using Governance.Application.Repeats;
using Governance.Domain.Cases;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;

namespace Governance.Web.Features.Repeats;

/// <summary>重复诉求: groups of open cases about one subject, to merge after a look.</summary>
public sealed partial class RepeatGroupsPage(RepeatReadService reader, RepeatService service, CaseLabels labels, IActorProvider actors) : IDisposable
{
    private const int GroupsAtOnce = 20;

    private readonly CancellationTokenSource _life = new();
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private readonly HashSet<CaseNumber> _left = [];
    private readonly Dictionary<Guid, CaseNumber> _leads = [];
    private RepeatGroupsView? _view;
    private Guid? _asked;
    private string _reason = "";
    private string? _done;
    private int _shown = GroupsAtOnce;

    private CaseLabels Labels => labels;

    private string Sub => _view is null
        ? "同一旗县区、文字相近的在办案件"
        : $"比对了近 {RepeatReadService.DaysCompared} 天登记的 {_view.Examined} 件在办案件，发现 {_view.Groups.Count} 组。是不是同一件事，由您决定。";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
            await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await reader.FindGroupsAsync(await actors.GetAsync(_life.Token), null, _life.Token);
        if (found.IsOk)
            _view = found.Value;
        else
            _errors.Set(found.Errors);
    }

    /// <summary>The chosen lead, else the case that leads others already, else the oldest.</summary>
    private RepeatCandidate LeadOf(RepeatGroup group) =>
        _leads.TryGetValue(group.Cases[0].Id, out var chosen) && group.Cases.FirstOrDefault(c => c.Number == chosen) is { } one
            ? one
            : group.Cases.MaxBy(c => c.RepeatCount)!;

    private List<CaseNumber> Chosen(RepeatGroup group) =>
        [.. group.Cases.Where(c => c != LeadOf(group) && Case.MayBeMerged(c.State) && !_left.Contains(c.Number)).Select(c => c.Number)];

    private void Tick(CaseNumber number)
    {
        if (!_left.Remove(number))
            _left.Add(number);
    }

    private void Ask(RepeatGroup group)
    {
        _errors.Clear();
        (_done, _asked, _reason) = (null, group.Cases[0].Id, "文字相近，经核对是同一件事");
    }

    private async Task MergeAsync(RepeatGroup group)
    {
        _errors.Clear();
        var merged = await service.MergeAsync(await actors.GetAsync(_life.Token), new MergeCases(LeadOf(group).Number, Chosen(group), _reason), _life.Token);
        if (!merged.IsOk)
        {
            _errors.Set(merged.Errors);
            return;
        }
        (_asked, _done) = (null, $"已并案，主案 {merged.Value.Lead.Value}，诉求 {merged.Value.Appeals} 人次。");
        await LoadAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }
}
