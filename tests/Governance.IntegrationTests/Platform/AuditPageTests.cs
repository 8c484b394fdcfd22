using System.Net;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Platform;

public sealed class AuditPageTests(PortalHost portal) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private const string City = "150100000000";
    private const string Own = "150102000000";

    public async Task InitializeAsync()
    {
        portal.Open().Dispose();
        await using var command = portal.Postgres.DataSource.CreateCommand($"""
            insert into audit_entries (id, at, actor_account, actor_name, body_name, action, subject_kind, subject_id, area_code, detail)
            select gen_random_uuid(), '2024-05-01T00:00:00Z'::timestamptz + n * interval '1 minute', 'a' || n % 3, '某人' || n % 3, '某单位',
              case n % 2 when 0 then 'case.accept' else 'case.close' end, 'case', '150102-2024-' || lpad(n::text, 6, '0'),
              (array['{Own}', '150102001001', '150103000000', null])[1 + n % 4], '第 ' || n || ' 条'
            from generate_series(1, 240) n
            where not exists (select 1 from audit_entries where at < '2025-01-01')
            """);
        await command.ExecuteNonQueryAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_county_auditor_sees_the_own_area_only()
    {
        using var browser = await portal.OpenAsync(Role.Auditor, Own);
        var details = await WalkAsync(browser, "/audit?to=2024-12-31");

        details.Count.ShouldBe(120);
        details.ShouldBe(Enumerable.Range(1, 240).Where(n => n % 4 is 0 or 1).Reverse().Select(n => $"第 {n} 条"));
    }

    [Fact]
    public async Task A_city_auditor_sees_everything_also_what_lies_nowhere()
    {
        using var browser = await portal.OpenAsync(Role.Auditor, City);

        (await WalkAsync(browser, "/audit?to=2024-12-31")).ShouldBe(Enumerable.Range(1, 240).Reverse().Select(n => $"第 {n} 条"));
    }

    [Fact]
    public async Task The_way_back_shows_the_same_pages()
    {
        using var browser = await portal.OpenAsync(Role.Auditor, City);
        var first = await browser.OpenAsync("/audit?to=2024-12-31");
        var second = await browser.OpenAsync(Next(first)!);
        var back = await browser.OpenAsync(second.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);

        Details(back).ShouldBe(Details(first));
        first.QuerySelector("a[rel=prev]").ShouldBeNull();
        back.QuerySelector("a[rel=prev]").ShouldBeNull();
    }

    [Theory]
    [InlineData("who=a1", 80)]
    [InlineData("who=某人2", 80)]
    [InlineData("action=case.close", 120)]
    [InlineData("action=nonsense", 240)]
    [InlineData("subject=150102-2024-0002", 41)]
    [InlineData("from=2024-05-02", 0)]
    [InlineData("who=a1&action=case.close", 40)]
    [InlineData("subject=%25", 0)]
    public async Task Filters_narrow_the_list(string filter, int expected)
    {
        using var browser = await portal.OpenAsync(Role.Auditor, City);

        (await WalkAsync(browser, $"/audit?{filter}&to=2024-12-31")).Count.ShouldBe(expected);
    }

    [Fact]
    public async Task Actions_have_their_chinese_names()
    {
        using var browser = await portal.OpenAsync(Role.Auditor, City);
        var page = await browser.OpenAsync("/audit?to=2024-12-31");

        page.QuerySelectorAll("[data-label=操作]").Select(c => c.TextContent).Distinct().ShouldBe(["受理案件", "结案"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_export_holds_the_filtered_rows_and_is_an_entry_itself()
    {
        using var browser = await portal.OpenAsync(Role.Auditor, Own);
        var answer = await browser.GetAsync("/audit/export?who=a1&to=2024-12-31");

        using var document = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
        document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Count().ShouldBe(2 + 40);
        var newest = await browser.OpenAsync("/audit?action=audit.export");
        newest.QuerySelector("tbody tr")!.TextContent.ShouldContain("人员：a1；日期：至 2024-12-31");
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.SystemAdministrator)]
    public async Task Others_are_refused(Role role)
    {
        using var browser = await portal.OpenAsync(role, City);

        (await browser.GetAsync("/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/audit/export")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<List<string>> WalkAsync(PortalBrowser browser, string address)
    {
        var details = new List<string>();
        for (var next = address; next is not null;)
        {
            var page = await browser.OpenAsync(next);
            details.AddRange(Details(page));
            next = Next(page);
        }
        return details;
    }

    private static IEnumerable<string> Details(IDocument page) => page.QuerySelectorAll("[data-label=说明]").Select(cell => cell.TextContent);

    private static string? Next(IDocument page) => page.QuerySelector("a[rel=next]")?.GetAttribute("href");
}
