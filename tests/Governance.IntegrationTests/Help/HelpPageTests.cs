using System.Net;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;
using Governance.Web.Features.Help;

namespace Governance.IntegrationTests.Help;

/// <summary>The user guide inside the portal.</summary>
public sealed class HelpPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Every_page_of_the_guide_opens_for_everybody_who_is_signed_in()
    {
        using var browser = await host.OpenAsync(Role.Auditor);
        foreach (var topic in HelpCatalogue.All)
        {
            var page = await browser.OpenAsync(topic.Href);
            page.QuerySelector("h1")!.TextContent.Trim().ShouldNotBeEmpty();
            page.QuerySelectorAll(".help-text h2").Length.ShouldBe(4, topic.Href);
        }
    }

    [Theory]
    [InlineData(Role.TownshipClerk, "register")]
    [InlineData(Role.DepartmentHandler, "handling")]
    public async Task What_a_person_works_with_stands_first(Role role, string mine)
    {
        using var browser = await host.OpenAsync(role);
        var page = await browser.OpenAsync(HelpCatalogue.Path);

        var first = Names(page.QuerySelector("section"));
        first.ShouldContain(HelpCatalogue.Address("getting-started"));
        first.ShouldContain(HelpCatalogue.Address(mine));
        first.ShouldNotContain(HelpCatalogue.Address("operations"));
        Names(page.DocumentElement).Distinct().Count(href => href.StartsWith("/help/", StringComparison.Ordinal)).ShouldBe(HelpCatalogue.All.Count);
    }

    [Fact]
    public async Task An_unknown_page_is_not_found_and_says_so()
    {
        using var browser = await host.OpenAsync(Role.GridMember);
        var answer = await browser.GetAsync("/help/nothing");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PortalBrowser.ReadAsync(answer)).QuerySelector("h1")!.TextContent.Trim().ShouldBe("没有找到这一页");
    }

    [Fact]
    public async Task Nobody_reads_the_guide_without_a_sign_in()
    {
        using var browser = host.Open();
        (await browser.GetAsync("/help/handling")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    private static List<string> Names(AngleSharp.Dom.IElement? inside) =>
        [.. inside!.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!)];
}
