using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Application.Submissions;
using Governance.Domain.Organisation;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Submissions;

/// <summary>来件审核: what came in over the web and the interface and waits for a decision, due first. A static page.</summary>
public sealed partial class SubmissionList(
    SubmissionReadService submissions, CaseLabels labels, IReferenceData reference, IActorProvider actors, NavigationManager navigation)
{
    private readonly CaseLabels _labels = labels;
    private SubmissionCriteria _criteria = new();
    private Page<SubmissionRow>? _page;
    private TablePager? _pager;
    private IReadOnlyList<Division> _areas = [];
    private bool _filtered;
    private string? _refusal;
    private string? _sub;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var actor = await actors.GetAsync();
        var query = new Uri(navigation.Uri).Query;
        _criteria = SubmissionListQuery.Read(query);
        _filtered = _criteria != new SubmissionCriteria { View = _criteria.View };
        _areas = [.. reference.Pack.ChildrenOf(actor.Scope)];
        var found = await submissions.ListAsync(actor, _criteria, PageAddress.Read(query));
        _refusal = found.IsOk ? null : found.Error.Message;
        _page = found.IsOk ? found.Value : new Page<SubmissionRow>([], null, null, 0);
        _sub = $"{_page.TotalText("件")}，{(_criteria.DueFirst ? "快到期的在前" : "新收到的在前")}";
        _pager = _page.Pager(navigation, "件");
    }
}
