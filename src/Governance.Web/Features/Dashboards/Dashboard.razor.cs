using Governance.Application.Dashboards;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Dashboards;

/// <summary>
/// 全市态势: the leader's page. Static, with its whole state in the address, so that a picture can be sent to a colleague; every
/// number is a link to the list that makes it.
/// </summary>
public sealed partial class Dashboard(
    DashboardService dashboards, IActorProvider actors, NavigationManager navigation, TimeProvider time, IHttpContextAccessor http)
{
    private DashboardView? _view;
    private string _refusal = "";
    private IReadOnlyList<(string Name, DashboardPeriod Period)> _periods = [];
    private IReadOnlyList<DashboardLine> _areaLines = [];

    private string? Change =>
        _view is { Before: not null } ? DashboardWords.Change(_view.Total.Tally.Registered, _view.RegisteredBefore) : null;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var leaving = http.HttpContext?.RequestAborted ?? CancellationToken.None;
        var actor = await actors.GetAsync(leaving);
        var today = time.GetUtcNow().ChinaDay();
        _periods = DashboardWords.Periods(today);
        var (area, period) = DashboardQuery.Read(new Uri(navigation.Uri).Query, today);
        var read = await dashboards.ReadAsync(actor, area, period, leaving);
        if (read.IsOk)
        {
            _view = read.Value;
            _areaLines = [.. _view.Areas.Select(a => a.Line)];
            return;
        }
        _refusal = read.Error.Message;
        if (read.Error is ForbiddenError && http.HttpContext is { Response.HasStarted: false } context)
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private string Export(DashboardTable table) => DashboardQuery.ExportHref(_view!.Area, _view.Period, table);
}
