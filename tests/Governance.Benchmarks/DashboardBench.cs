using System.Globalization;
using Governance.Application.Dashboards;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Infrastructure.Dashboards;

namespace Governance.Benchmarks;

/// <summary>The leader's page: time for areas and periods, against counting the cases themselves, and the difference from a recount (B06).</summary>
internal static class DashboardBench
{
    /// <summary>Measures.</summary>
    public static async Task RunAsync(BenchPortal portal, BenchRequest request, BenchReport report)
    {
        // A portal does so every second.
        await TallyFolder.FoldAsync(portal.Database);
        var service = portal.Get<DashboardService>();
        var city = portal.Pack.Profile.AreaCode;
        var county = portal.Pack.ChildrenOf(city).First().Code;
        var leader = portal.Person(Role.Leader, city, "gov");
        var today = DateTimeOffset.UtcNow.ChinaDay();
        var periods = new (string Name, DashboardPeriod Period)[]
        {
            ("this year", DashboardPeriod.YearOf(today)), ("all time", DashboardPeriod.All),
            ("odd days", new DashboardPeriod(today.AddDays(-400), today.AddDays(-13))),
        };
        foreach (var (place, area) in new[] { ("city", city), ("county", county), ("township", portal.Pack.ChildrenOf(county).First().Code) })
            foreach (var (name, period) in periods)
            {
                var timing = await Timing.OfAsync(_ => service.ReadAsync(leader, area, period), 50);
                report.Add("B06", $"leader's page, {place}, {name}", timing.ToString(), "at most 30 ms");
            }

        var raw = await Timing.OfAsync(async _ => await portal.AskAsync<long>($"""
            select count(*) from (select substr(area_code, 1, 6), substr(category_code, 1, 2), channel, count(*), count(closed_at),
              count(*) filter (where closed_at <= due_at) from cases group by 1, 2, 3) counted
            """), 3, 1);
        var kept = await Timing.OfAsync(_ => service.ReadAsync(leader, city, DashboardPeriod.All), 50);
        report.Add("B06", "city, all time / one aggregate over the cases", FormattableString.Invariant(
            $"{kept.Median:0.0} ms / {raw.Median:0} ms = 1/{raw.Median / kept.Median:0}"), "1/500 at 10 million");
        report.Add("B06", "figures of tallies that differ from a recount", (await DifferencesAsync(portal)).ToString("N0", CultureInfo.InvariantCulture), "0");
    }

    private static Task<long> DifferencesAsync(BenchPortal portal) => portal.AskAsync<long>("""
        with recount as (
          select left(area_code, 6) as area_code, date_trunc('month', registered_at at time zone interval '8 hours')::date as month, channel as key,
            count(*) as registered, count(closed_at) as closed, count(*) filter (where closed_at > due_at) as late,
            count(*) filter (where satisfaction is not null or reopened_by_reporter) as rated
          from cases where not is_restricted group by 1, 2, 3
        ), kept as (
          select area_code, month, key, registered, closed, closed - closed_on_time as late, rated
          from case_tallies where dimension = 'Channel' and length(area_code) = 6 and registered <> 0
        ), due as (
          select left(area_code, 6) as area_code, due_at, count(*) as open from cases where is_open and not is_restricted group by 1, 2
        ), kept_due as (
          select area_code, due_at, open from case_due_tallies where length(area_code) = 6
        )
        select (select count(*) from (select * from recount except select * from kept) a) + (select count(*) from (select * from kept except select * from recount) b)
          + (select count(*) from (select * from due except select * from kept_due) c) + (select count(*) from (select * from kept_due except select * from due) d)
        """);
}
