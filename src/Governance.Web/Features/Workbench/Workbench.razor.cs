using System.Globalization;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.SubTasks;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Features.Cases;
using Governance.Web.Navigation;
using Governance.Web.Security;

namespace Governance.Web.Features.Workbench;

/// <summary>工作台: what waits for this person today, what will hurt soonest first.</summary>
public sealed partial class Workbench(CaseReadService cases, CaseLabels labels, IActorProvider actors, TimeProvider time)
{
    private const int Shown = 15;

    private readonly CaseLabels _labels = labels;
    private Actor _actor = null!;
    private WorkbenchFigures? _figures;
    private Page<CaseRow>? _page;
    private IReadOnlyList<MenuEntry> _menu = [];
    private string _today = "";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await actors.GetAsync();
        _today = time.GetUtcNow().ToChina().ToString("yyyy年M月d日 dddd", CultureInfo.GetCultureInfo("zh-CN"));
        _menu = [.. PortalMenu.For(_actor).Where(entry => entry.Href != "/")];
        _figures = await cases.CountWorkAsync(_actor);
        if (_figures is null)
            return;
        var mine = await cases.ListAsync(
            _actor, new CaseListCriteria { View = CaseView.Mine, Sort = CaseSort.DueFirst }, new PageRequest(Size: Shown) { WithTotal = false });
        _page = mine.IsOk ? mine.Value with { Total = _figures.Waiting } : null;
    }

    private static string Mine(CaseTimeliness timeliness) =>
        CaseListQuery.Href(new CaseListCriteria { View = CaseView.Mine, Timeliness = timeliness, Sort = CaseSort.DueFirst });

    private static string Urged => CaseListQuery.Href(new CaseListCriteria { View = CaseView.Mine, Urged = true, Sort = CaseSort.DueFirst });

    private static string Supervised =>
        CaseListQuery.Href(new CaseListCriteria { View = CaseView.Mine, Supervision = CaseSupervisionStanding.Supervised, Sort = CaseSort.DueFirst });

    private static string TimeAsked =>
        CaseListQuery.Href(new CaseListCriteria { View = CaseView.Mine, Clock = CaseClockStanding.Asked, Sort = CaseSort.DueFirst });

    private static string Tasks => $"/tasks?view={CaseListQuery.Word(SubTaskView.Mine)}";

    private static string Mine(CaseState state) =>
        CaseListQuery.Href(new CaseListCriteria { View = CaseView.Mine, State = state, Sort = CaseSort.DueFirst });
}
