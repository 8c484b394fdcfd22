using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Remarks;
using Governance.Domain.Cases;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Remarks;

/// <summary>The buttons for words that go with a case, and the small form each one opens.</summary>
public sealed partial class RemarkPanel(RemarkService remarks, IActorProvider actors)
{
    private readonly FormErrors _errors = new();
    private RemarkRule? _chosen;
    private string _note = "";
    private DraftBox? _draft;
    private ComboItem? _who;
    private List<Guid> _picked = [];

    /// <summary>The case on show.</summary>
    [Parameter, EditorRequired]
    public CaseDetail Detail { get; set; } = null!;

    /// <summary>Closed while something is being saved.</summary>
    [Parameter, EditorRequired]
    public BusyGate Gate { get; set; } = null!;

    /// <summary>Says it; true when it was saved.</summary>
    [Parameter, EditorRequired]
    public Func<SayRemark, FormErrors, Task<bool>> OnSay { get; set; } = null!;

    private static string Hint(CaseStepKind kind) => kind switch
    {
        CaseStepKind.Urge => "承办单位在工作台“被催办”里看到，直到办理下一步；24 小时内只催一次",
        CaseStepKind.Instruct => "记入经过，办理本案的单位都能看到",
        _ => "记入经过，能看到本案的人都能看到；不要写入反映人的姓名和电话",
    };

    private async Task<IReadOnlyList<ComboItem>> FindPeopleAsync(string typed, CancellationToken ct)
    {
        var found = await remarks.FindPeopleAsync(await actors.GetAsync(ct), Detail.Case.Id, typed, ct);
        return [.. found.Select(p => new ComboItem(p.UserId.ToString(), p.DisplayName, $"{p.BodyName} {p.Role.DisplayName()}"))];
    }

    // The name goes into the words, where it is read; the field is free for the next one.
    private void Name(ComboItem? item)
    {
        _who = item;
        if (item is null || !Guid.TryParse(item.Value, out var id))
            return;
        _picked.Add(id);
        _note = $"{_note.TrimEnd()} @{item.Text} ".TrimStart();
        _who = null;
    }

    private void Choose(RemarkRule rule)
    {
        _errors.Clear();
        _chosen = rule == _chosen ? null : rule;
    }

    private async Task SubmitAsync()
    {
        if (_chosen is not { } chosen || !await OnSay(new SayRemark(Detail.Case.Id, chosen.Kind, _note) { Picked = _picked }, _errors))
            return;
        if (_draft is not null)
            await _draft.ClearAsync();
        (_chosen, _note, _picked) = (null, "", []);
    }
}
