using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Governance.Domain.Platform;
using Governance.Infrastructure.Cities;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Governance.IntegrationTests.Dashboards;

/// <summary>The leader's page as a browser gets it.</summary>
public sealed partial class DashboardPageTests(PortalHost portal) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private const string City = "150100000000";

    public async Task InitializeAsync()
    {
        portal.Open().Dispose();
        var pack = portal.Services.GetRequiredService<ReferenceData>().Pack;
        if ((long)(await AskAsync("select count(*) from cases"))! > 0)
            return;
        var villages = pack.Divisions.Select(d => d.Code.Value).Where(v => !v.EndsWith("000", StringComparison.Ordinal)).Where((_, i) => i % 40 == 0).ToList();
        await RandomCases.AddAsync(
            portal.Postgres.DataSource, 1_500, 0.7, villages, [.. pack.Categories.Where(c => c.IsLeaf && pack.RestrictionFor(c.Code) is null).Select(c => c.Code)], DateTimeOffset.UtcNow);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/dashboard?area=150102000000&from=&to=")]
    public async Task Every_number_opens_the_list_that_makes_it(string address)
    {
        using var browser = await portal.OpenAsync(Role.Leader, City);
        var page = await browser.OpenAsync(address);
        var links = Figures(page).DistinctBy(a => a.GetAttribute("href")).Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBeGreaterThan(60);

        foreach (var link in links.Where((_, i) => i % 3 == 0))
        {
            var (number, listed) = (NumberOf(page, link), await CountAsync(browser, link));
            // A case that fell due between the two pages: both are read anew.
            for (var tries = 0; tries < 2 && listed != number; tries++)
            {
                page = await browser.OpenAsync(address);
                (number, listed) = (NumberOf(page, link), await CountAsync(browser, link));
            }
            listed.ShouldBe(number, link);
        }

        static IEnumerable<IElement> Figures(IParentNode page) => page.QuerySelectorAll("main a[href^='/cases?']")
            .Where(a => a.QuerySelector("small") is not null || Digits().IsMatch(a.TextContent));

        static int NumberOf(IParentNode page, string link)
        {
            var figure = Figures(page).First(a => a.GetAttribute("href") == link);
            // The rate is the one figure that is no count: its card says how many closed in time below.
            var said = (figure.QuerySelector(".figure-title")?.TextContent == "按期办结率" ? figure.QuerySelector(".hint") : figure.QuerySelector(".figure-value") ?? figure)!.TextContent;
            return int.Parse(Digits().Match(said).Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }
    }

    private static async Task<int> CountAsync(PortalBrowser browser, string link)
    {
        var list = await browser.OpenAsync(link);
        return int.Parse(Digits().Match(list.QuerySelector(".page-sub")!.TextContent).Value, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("areas")]
    [InlineData("departments")]
    [InlineData("times")]
    public async Task Every_number_of_the_rates_opens_the_list_that_makes_it(string by)
    {
        using var browser = await portal.OpenAsync(Role.Leader, City);
        var page = await browser.OpenAsync($"/statistics?from=&to=&by={by}");
        var links = page.QuerySelectorAll("main table a[href^='/cases?']").ToList();
        links.Count.ShouldBeGreaterThan(50);

        foreach (var link in links.Where((_, i) => i % 4 == 0).Concat(page.QuerySelectorAll("tfoot a[href^='/cases?']")))
        {
            var number = link.TextContent.Replace(",", "", StringComparison.Ordinal);
            var list = await browser.OpenAsync(link.GetAttribute("href")!);
            Digits().Match(list.QuerySelector(".page-sub")!.TextContent).Value.ShouldBe(number, link.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task A_rate_says_its_two_numbers()
    {
        using var browser = await portal.OpenAsync(Role.Leader, City);
        var page = await browser.OpenAsync("/statistics?from=&to=");

        foreach (var name in new[] { "响应率", "解决率", "满意率", "按期办结率", "退回率", "重办率" })
        {
            var card = page.QuerySelectorAll(".figure-card").Single(c => c.QuerySelector(".figure-title")!.TextContent == name);
            var numbers = Digits().Matches(card.QuerySelector(".hint")!.TextContent)
                .Select(m => double.Parse(m.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).ToList();
            numbers.Count.ShouldBe(2, name);
            numbers[0].ShouldBeGreaterThan(0, name);
            card.QuerySelector(".figure-value")!.TextContent
                .ShouldBe((100 * numbers[0] / numbers[1]).ToString("0.0", CultureInfo.InvariantCulture) + "%", name);
        }
    }

    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/statistics")]
    public async Task It_takes_at_most_three_statements(string path)
    {
        using var browser = await portal.OpenAsync(Role.Leader, City);
        await browser.OpenAsync(path);
        using var counter = new StatementCounter(new NpgsqlConnectionStringBuilder(portal.Postgres.ConnectionString).Database!);

        await browser.OpenAsync(path + "?from=2025-03-05&to=2026-02-10");

        counter.Count.ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task Charts_carry_their_numbers_and_have_a_table_each()
    {
        using var browser = await portal.OpenAsync(Role.Leader, City);
        var page = await browser.OpenAsync("/dashboard");

        var charts = page.QuerySelectorAll("[data-chart]");
        charts.Length.ShouldBe(3);
        foreach (var chart in charts)
        {
            chart.GetAttribute("aria-label").ShouldNotBeNullOrWhiteSpace();
            chart.GetAttribute("data-chart")!.ShouldContain("\"values\":[");
            chart.ParentElement!.QuerySelectorAll("details table tbody tr").Length.ShouldBeGreaterThan(1);
        }
        page.QuerySelectorAll(".tile-map .tile").Length.ShouldBe(10);
        page.QuerySelectorAll(".tile-statistics").ShouldHaveSingleItem().TextContent.ShouldContain("统计区");
        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/dashboard?area=150103000000")]
    [InlineData("/statistics?area=150103000000")]
    [InlineData("/dashboard/export?table=areas&area=150103000000")]
    public async Task Another_county_is_refused(string address)
    {
        using var browser = await portal.OpenAsync(Role.Leader);

        (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Role.TownshipClerk)]
    [InlineData(Role.Auditor)]
    public async Task Roles_without_the_right_are_refused(Role role)
    {
        using var browser = await portal.OpenAsync(role);

        (await browser.GetAsync("/dashboard")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/statistics")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/dashboard/export?table=times")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("areas", "旗县区")]
    [InlineData("times", "登记月份")]
    [InlineData("categories", "类别")]
    [InlineData("channels", "来源")]
    [InlineData("departments", "承办部门")]
    public async Task Each_table_comes_as_excel_with_the_same_total(string table, string parts)
    {
        using var browser = await portal.OpenAsync(Role.Leader, City);
        var total = (await browser.OpenAsync("/dashboard")).QuerySelector("tfoot td")!.TextContent.Trim().Replace(",", "", StringComparison.Ordinal);

        var answer = await browser.GetAsync($"/dashboard/export?table={table}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileNameStar!.ShouldStartWith($"呼和浩特市按{parts}");
        using var document = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().ToList();
        rows[1].Elements<Cell>().First().InnerText.ShouldBe(parts);
        rows[^1].Elements<Cell>().Take(2).Select(c => c.InnerText).ShouldBe(["合计", total]);
        ((long)(await AskAsync("select count(*) from audit_entries where action = 'dashboard.export'"))!).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("/dashboard?area=abc&from=gestern&to=9999-99-99")]
    [InlineData("/dashboard?from=2031-01-01&to=2031-01-31")]
    [InlineData("/dashboard?from=2026-12-31&to=2026-01-01")]
    [InlineData("/dashboard?from=1901-01-01&to=")]
    public async Task Odd_addresses_open_all_the_same(string address)
    {
        using var browser = await portal.OpenAsync(Role.Leader, City);

        (await browser.OpenAsync(address)).QuerySelector("h1")!.TextContent.Trim().ShouldBe("全市态势");
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using var command = portal.Postgres.DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Digits();
}
