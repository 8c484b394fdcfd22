using Governance.Application.Dashboards;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Dashboards;

/// <summary>
/// 办理质效: response, solution and satisfaction (三率), timeliness, returns and redone work by area, department, category, channel or
/// time. Static like the leader's page, from the same counts.
/// </summary>
public sealed partial class Statistics(
    DashboardService dashboards, IActorProvider actors, NavigationManager navigation, TimeProvider time, IHttpContextAccessor http)
{
    private DashboardView? _view;
    private DashboardTable _table;
    private string _refusal = "";
    private IReadOnlyList<(string Name, DashboardPeriod Period)> _periods = [];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var leaving = http.HttpContext?.RequestAborted ?? CancellationToken.None;
        var actor = await actors.GetAsync(leaving);
        var today = time.GetUtcNow().ChinaDay();
        _periods = DashboardWords.Periods(today);
        var query = new Uri(navigation.Uri).Query;
        var (area, period) = DashboardQuery.Read(query, today);
        var read = await dashboards.ReadAsync(actor, area, period, leaving);
        if (read.IsOk)
        {
            _view = read.Value;
            _table = StatisticsQuery.ReadTable(query) is { } table && (table != DashboardTable.Areas || _view.Areas.Count > 0)
                ? table
                : _view.Areas.Count > 0 ? DashboardTable.Areas : DashboardTable.Departments;
            return;
        }
        _refusal = read.Error.Message;
        if (read.Error is ForbiddenError && http.HttpContext is { Response.HasStarted: false } context)
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
