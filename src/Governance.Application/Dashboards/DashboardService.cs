using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Dashboards;

/// <summary>The tables of the leader's page.</summary>
public enum DashboardTable
{
    /// <summary>By part of the area.</summary>
    Areas,

    /// <summary>By month or year of registration.</summary>
    Times,

    /// <summary>By category.</summary>
    Categories,

    /// <summary>By channel.</summary>
    Channels,

    /// <summary>By department the case is assigned to.</summary>
    Departments,
}

/// <summary>全市态势: how many cases an area has and how they stand, for the leaders of the area.</summary>
public sealed class DashboardService(IDashboardQueries queries, IUnitOfWorkFactory units, IReferenceData reference, TimeProvider time)
{
    /// <summary>The page of an area; without one, of everything the person leads.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="wanted">The area, or null.</param>
    /// <param name="period">Days of registration.</param>
    /// <param name="ct">Stops the counting.</param>
    public async Task<Result<DashboardView>> ReadAsync(Actor actor, AreaCode? wanted, DashboardPeriod period, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ReadDashboard))
            return new PlatformErrors.NotPermitted();
        var pack = reference.Pack;
        var area = wanted ?? (actor.Scope.Level < DivisionLevel.City ? pack.Profile.AreaCode : actor.Scope);
        if (!actor.Scope.Contains(area) || area.Level < DivisionLevel.City || pack.FindDivision(area) is null)
            return new PlatformErrors.OutsideScope(pack.FindDivision(area)?.Name ?? area.Value);

        period = period.Ordered;
        var now = time.GetUtcNow();
        var before = period.YearBefore(now.ChinaDay());
        var counts = await queries.CountAsync(area, period, before, CaseMoments.At(now, reference.Calendar), ct);
        return DashboardAssembly.Make(pack, actor.Scope, area, period, before, counts, now);
    }

    /// <summary>The same page for a file of one of its tables; writes the audit entry before anything is given out.</summary>
    public async Task<Result<DashboardView>> ExportAsync(
        Actor actor, AreaCode? wanted, DashboardPeriod period, DashboardTable table, CancellationToken ct = default)
    {
        var read = await ReadAsync(actor, wanted, period, ct);
        if (!read.IsOk)
            return read;
        var detail = $"{NameOf(table, read.Value)}；登记日期：{read.Value.Period.DisplayText}";
        return await units.ExecuteAsync<DashboardView>(unit =>
        {
            unit.Audit(actor, new AuditRecord(AuditActions.ExportDashboard, "dashboard", "", read.Value.Area, detail));
            return Task.FromResult(read);
        }, ct);
    }

    /// <summary>What a table is called, e.g. <c>按旗县区</c>.</summary>
    public static string NameOf(DashboardTable table, DashboardView view) => table switch
    {
        DashboardTable.Areas => $"按{view.PartsName ?? "地区"}",
        DashboardTable.Times => $"按{view.TimesName}",
        DashboardTable.Categories => "按类别",
        DashboardTable.Channels => "按来源",
        DashboardTable.Departments => "按承办部门",
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, null),
    };
}
