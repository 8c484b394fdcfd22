using System.Net;
using AngleSharp.Dom;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Settings;

public sealed class LimitsPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Every_limit_says_what_it_rests_on_and_whether_that_was_checked()
    {
        using var browser = await portal.OpenAsync(Role.CentreStaff);
        var page = await browser.OpenAsync("/settings/limits");

        var rows = page.QuerySelectorAll("[aria-label=时限] tbody tr");
        rows.Length.ShouldBe(44);
        foreach (var row in rows)
        {
            var basis = row.QuerySelector("[data-label=依据]")!.TextContent.Trim();
            var check = row.QuerySelector("[data-label=核对]")!.TextContent.Trim();
            check.ShouldBe(basis == "平台默认" ? "待本市确认" : "已核对原文");
        }
        page.QuerySelector(".page-sub")!.TextContent.ShouldContain("待本市确认");
        page.Body!.TextContent.ShouldContain("2026 年");
    }

    [Fact]
    public async Task Roles_without_the_right_are_refused()
    {
        using var browser = await portal.OpenAsync(Role.TownshipClerk);

        (await browser.GetAsync("/settings/limits")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
