using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Dashboards;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.IntegrationTests.Dashboards;

/// <summary>Every number of the leader's page is the number of rows of the list it leads to, and of a recount in SQL.</summary>
public sealed class DashboardNumberTests(DashboardPortal portal) : IClassFixture<DashboardPortal>
{
    private const string City = "150100000000";
    private const string County = "150102000000";
    private const string Township = "150102001000";

    private static readonly DateOnly Today = DashboardPortal.Now.ChinaDay();

    private readonly Actor _leader = DashboardPortal.Person(Role.Leader);

    public static TheoryData<string, string?, string?> ListCombinations => new()
    {
        { City, "2026-01-01", "2026-12-31" },
        { County, "2025-03-17", "2026-05-09" },
        { Township, null, null },
    };

    public static TheoryData<string, string?, string?> AllCombinations
    {
        get
        {
            var data = new TheoryData<string, string?, string?>();
            foreach (var area in new[] { City, County, Township, "150172000000", "150102001001" })
                foreach (var (from, to) in new[]
                {
                    ("2026-01-01", "2026-12-31"), ("2026-11-01", "2026-11-30"), ("2025-12-01", "2026-11-30"), (null, null),
                    ("2026-02-28", "2026-03-01"), ("2026-06-15", "2026-06-15"), ("2025-03-17", "2026-05-09"), ("2026-10-05", "2026-10-20"),
                    (null, "2025-06-10"), ("2025-06-10", null), ("2031-01-01", "2031-12-31"), ((string?)"2026-12-31", (string?)"2026-01-01"),
                })
                    data.Add(area, from, to);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ListCombinations))]
    public async Task Every_number_equals_the_length_of_its_list(string area, string? from, string? to)
    {
        var view = await ReadAsync(area, from, to);
        view.Total.Tally.Registered.ShouldBeGreaterThan(100);

        foreach (var (what, number, list) in Numbers(view))
            (await CountListAsync(list)).ShouldBe(number, what);
    }

    [Theory]
    [MemberData(nameof(AllCombinations))]
    public async Task Every_table_equals_a_recount(string area, string? from, string? to)
    {
        var view = await ReadAsync(area, from, to);
        var code = AreaCode.Parse(area);
        var parts = code.Level switch { DivisionLevel.City => 6, DivisionLevel.County => 9, _ => 12 };

        if (code.Level != DivisionLevel.Village)
            Figures(view.Areas.Select(a => (a.Code.Value[..parts], a.Line.Tally))).ShouldBe(await RecountAsync($"substr(area_code, 1, {parts})", view));
        Figures(view.Categories.Select(l => (l.Key, l.Tally))).ShouldBe(await RecountAsync("substr(category_code, 1, 2)", view));
        Figures(view.Channels.Select(l => (l.Key, l.Tally))).ShouldBe(await RecountAsync("channel", view));
        Figures(view.Departments.Select(l => (l.Key, l.Tally))).ShouldBe(await RecountAsync("coalesce(split_part(lead_body_code, '-', 2), '')", view));
        Figures(view.Times.Select(l => (l.Key, l.Tally))).ShouldBe(
            await RecountAsync($"to_char(registered_at at time zone 'UTC' + interval '8 hours', '{(view.IsByYear ? "YYYY" : "YYYY-MM")}')", view));
        Figures([("", view.Total.Tally)]).ShouldBe(await RecountAsync("''", view));
        if (view.Before is { } before)
            (await RecountAsync("''", view with { Period = before })).Select(l => l.Split('/')[0].TrimStart(':')).SingleOrDefault("0")
                .ShouldBe(view.RegisteredBefore.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_county_leader_sees_the_townships_of_the_county_only()
    {
        var leader = DashboardPortal.Person(Role.Leader, County);
        var view = (await portal.Get<DashboardService>().ReadAsync(leader, null, DashboardPeriod.All)).Value;

        view.Area.Value.ShouldBe(County);
        view.Above.ShouldBeEmpty();
        view.PartsName.ShouldBe("乡镇街道");
        view.Areas.ShouldAllBe(a => a.Code.Value.StartsWith("150102", StringComparison.Ordinal));
        view.Areas.Select(a => a.Line.Name).ShouldContain("未明确到下级");
        view.Total.Tally.Registered.ShouldBe(view.Areas.Sum(a => a.Line.Tally.Registered));
    }

    [Theory]
    [InlineData(Role.Leader, County, City)]
    [InlineData(Role.Leader, County, "150103000000")]
    [InlineData(Role.Leader, City, "150199000000")]
    [InlineData(Role.Leader, City, "410500000000")]
    [InlineData(Role.TownshipClerk, Township, Township)]
    [InlineData(Role.DepartmentHandler, City, City)]
    [InlineData(Role.GridMember, Township, Township)]
    [InlineData(Role.SystemAdministrator, City, City)]
    [InlineData(Role.Auditor, City, City)]
    public async Task Others_and_other_areas_are_refused(Role role, string scope, string area)
    {
        var actor = DashboardPortal.Person(role, scope);
        var service = portal.Get<DashboardService>();

        (await service.ReadAsync(actor, AreaCode.Parse(area), DashboardPeriod.All)).Error.ShouldBeAssignableTo<ForbiddenError>();
        (await service.ExportAsync(actor, AreaCode.Parse(area), DashboardPeriod.All, DashboardTable.Areas)).Error.ShouldBeAssignableTo<ForbiddenError>();
    }

    [Fact]
    public async Task An_export_leaves_an_audit_entry_with_table_and_days()
    {
        var period = DashboardPeriod.MonthOf(Today);
        (await portal.Get<DashboardService>().ExportAsync(_leader, AreaCode.Parse(County), period, DashboardTable.Areas)).IsOk.ShouldBeTrue();

        await using var command = portal.Postgres.DataSource.CreateCommand("select detail from audit_entries where action = 'dashboard.export' and area_code = '150102000000'");
        (await command.ExecuteScalarAsync()).ShouldBe("按乡镇街道；登记日期：2026-11-01 至 2026-11-30");
    }

    private async Task<DashboardView> ReadAsync(string area, string? from, string? to) => (await portal.Get<DashboardService>()
        .ReadAsync(_leader, AreaCode.Parse(area), new DashboardPeriod(Day(from), Day(to)))).Value;

    private static IEnumerable<(string What, int Number, CaseListCriteria List)> Numbers(DashboardView view)
    {
        foreach (var line in new[] { view.Total }.Concat(view.Areas.Select(a => a.Line)).Concat(view.Categories).Concat(view.Times).Concat(view.Channels).Concat(view.Departments))
            foreach (var figure in DashboardFigures.All)
                if (line.ListOf(figure) is { } list)
                    yield return ($"{line.Name} {figure}", line.Tally.Of(figure), list);
        foreach (var area in view.Areas.Where(a => a.Line.Cases is not null))
        {
            yield return ($"{area.Line.Name} due soon", area.DueSoon, area.ListOf(CaseTimeliness.DueSoon));
            yield return ($"{area.Line.Name} overdue", area.Overdue, area.ListOf(CaseTimeliness.Overdue));
        }
        yield return ("due soon", view.DueSoon, view.ListOf(CaseTimeliness.DueSoon));
        yield return ("overdue", view.Overdue, view.ListOf(CaseTimeliness.Overdue));
        if (view.Before is { } before)
            yield return ("before", view.RegisteredBefore, view.Total.Cases! with { From = before.From, To = before.To });
    }

    private async Task<int> CountListAsync(CaseListCriteria list) => (await portal.Get<ICaseQueries>().ListAsync(
        CaseVisibility.Of(_leader), list, new ListOwner(_leader.BodyCode, _leader.Scope),
        CaseMoments.At(DashboardPortal.Now, portal.Get<IReferenceData>().Calendar), new PageRequest(Size: 1), default)).Total!.Value;

    private static List<string> Figures(IEnumerable<(string Key, CaseTally Tally)> lines) =>
    [
        .. lines.Where(l => l.Tally.Appeals > 0).OrderBy(l => l.Key, StringComparer.Ordinal)
            .Select(l => $"{l.Key}:{l.Tally.Registered}/{l.Tally.Closed}/{l.Tally.ClosedOnTime}/{l.Tally.Refused}/{l.Tally.Responded}/{l.Tally.RespondedOnTime}"
                + $"/{l.Tally.SolvedAsked}/{l.Tally.Solved}/{l.Tally.Rated}/{l.Tally.Pleased}/{l.Tally.Returned}/{l.Tally.Redone}/{l.Tally.Appeals}"),
    ];

    private async Task<List<string>> RecountAsync(string key, DashboardView view)
    {
        await using var command = portal.Postgres.DataSource.CreateCommand($"""
            select key || ':' || count(*) filter (where not repeat) || '/' || count(closed_at) filter (where not repeat)
              || '/' || count(case when closed_at <= due_at and not repeat then 1 end)
              || '/' || count(case when closed_at is null and state in ('Refused', 'Archived') then 1 end)
              || '/' || count(responded_at) filter (where not repeat) || '/' || count(case when responded_on_time and not repeat then 1 end)
              || '/' || count(solved) || '/' || count(case when solved then 1 end)
              || '/' || count(case when reopened_by_reporter or satisfaction is not null then 1 end)
              || '/' || count(case when satisfaction <> 'Unsatisfied' then 1 end) || '/' || count(case when return_count <> 0 and not repeat then 1 end)
              || '/' || count(case when redone_count <> 0 and not repeat then 1 end) || '/' || count(*)
            from (select {key} as key, state = 'Merged' as repeat, * from cases) c
            where area_code between $1 and $2 and (registered_at at time zone 'UTC' + interval '8 hours')::date between $3 and $4
            group by key order by key collate "C"
            """);
        command.Parameters.AddWithValue(view.Area.RangeStart);
        command.Parameters.AddWithValue(view.Area.RangeEnd);
        command.Parameters.AddWithValue(view.Period.From ?? DateOnly.MinValue);
        command.Parameters.AddWithValue(view.Period.To ?? DateOnly.MaxValue);
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
