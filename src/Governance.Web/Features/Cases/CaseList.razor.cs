using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.SavedFilters;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.SavedFilters;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Cases;

/// <summary>
/// Lists of cases: mine, my area, all I may know of. A static page: filter and paging are links, so an open list costs no circuit
/// and a restart of the server goes unnoticed.
/// </summary>
public sealed partial class CaseList(
    CaseReadService cases, SavedFilterCache filters, CaseLabels labels, IActorProvider actors, NavigationManager navigation)
{
    private readonly CaseLabels _labels = labels;
    private CaseListCriteria _criteria = new();
    private Actor _actor = null!;
    private Page<CaseRow>? _page;
    private string? _refusal;
    private string _title = "";
    private string? _sub;
    private TablePager? _pager;
    private bool _filtered;
    private bool _mayExport;
    private bool _mayRegister;
    private bool _mayBulk;
    private IReadOnlyList<SavedFilterRow> _saved = [];

    /// <summary>Code of what a form above the list was refused for a moment ago.</summary>
    [SupplyParameterFromQuery(Name = SavedFilterEndpoints.RefusalParameter)]
    private string? Refused { get; set; }

    private string EmptyTitle => _filtered ? "没有符合条件的案件" : _criteria.View == CaseView.Mine ? "没有等您办理的案件" : "还没有案件";

    private string EmptyAdvice => _filtered
        ? "可以减少筛选条件，或换一个检索词；检索词至少两个字。"
        : _criteria.View == CaseView.Mine ? "新分派或待受理的案件会出现在这里。" : "登记的第一件案件会出现在这里。";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await actors.GetAsync();
        var query = new Uri(navigation.Uri).Query;
        _saved = await filters.ListAsync(_actor);
        // The menu's plain address: the person's default filter, when there is one.
        if (query.Length == 0 && _saved.FirstOrDefault(f => f.IsDefault) is { } standard)
            query = standard.Query;
        _criteria = CaseListQuery.Read(query);
        _title = _criteria.View.DisplayName();
        _filtered = _criteria != new CaseListCriteria { View = _criteria.View, Sort = _criteria.Sort };
        _mayExport = _actor.May(Permission.ExportCases);
        _mayRegister = _actor.May(Permission.RegisterCase);
        _mayBulk = _actor.May(Permission.DispatchCase) || _actor.May(Permission.UrgeCase);
        var result = await cases.ListAsync(_actor, _criteria, PageAddress.Read(query));
        if (!result.IsOk)
        {
            _refusal = result.Error.Message;
            return;
        }
        _page = result.Value;
        _sub = $"{_page.TotalText("件")}，{(_criteria.Sort == CaseSort.DueFirst ? "快到期的在前" : "新登记的在前")}";
        _pager = _page.Pager((side, cursor) => CaseListQuery.PageHref(_criteria, side, cursor), "件");
    }
}
