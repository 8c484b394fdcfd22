using Governance.Application.Cases;
using Governance.Application.Remarks;
using Governance.Domain.Cases;
using Governance.Domain.Remarks;
using Governance.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Remarks;

/// <summary>The buttons for words that go with a case, and the small form each one opens.</summary>
public sealed partial class RemarkPanel
{
    private readonly FormErrors _errors = new();
    private RemarkRule? _chosen;
    private string _note = "";
    private DraftBox? _draft;

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

    private void Choose(RemarkRule rule)
    {
        _errors.Clear();
        _chosen = rule == _chosen ? null : rule;
    }

    private async Task SubmitAsync()
    {
        if (_chosen is not { } chosen || !await OnSay(new SayRemark(Detail.Case.Id, chosen.Kind, _note), _errors))
            return;
        if (_draft is not null)
            await _draft.ClearAsync();
        (_chosen, _note) = (null, "");
    }
}
