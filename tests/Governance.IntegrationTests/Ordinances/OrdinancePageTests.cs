using System.Net;
using AngleSharp.Dom;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Ordinances;

public sealed class OrdinancePageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_citizen_reads_all_63_articles_without_sign_in_and_without_script()
    {
        using var browser = portal.Open();
        var page = await browser.OpenAsync("/ordinance");

        page.QuerySelectorAll(".public-main .article").Length.ShouldBe(63);
        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelectorAll(".ordinance-contents li").Length.ShouldBe(9);
        foreach (var link in page.QuerySelectorAll(".ordinance-contents a"))
            page.GetElementById(link.GetAttribute("href")!.Split('#')[1]).ShouldNotBeNull();
        page.GetElementById("a43")!.TextContent.ShouldContain("12345");
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.GridMember)]
    [InlineData(Role.Auditor)]
    public async Task Who_is_signed_in_reads_it_beside_the_menu(Role role)
    {
        using var browser = await portal.OpenAsync(role);
        var page = await browser.OpenAsync("/ordinance");

        page.QuerySelectorAll(".work-main .article").Length.ShouldBe(63);
        page.QuerySelector("#menu a[aria-current=page]")!.TextContent.ShouldBe("条例");
    }

    [Fact]
    public async Task A_search_shows_the_matching_articles_only_says_how_many_and_marks_the_words()
    {
        using var browser = portal.Open();
        var page = await browser.OpenAsync("/ordinance?q=网格员");

        var articles = page.QuerySelectorAll(".article");
        page.QuerySelector("[role=status]")!.TextContent.ShouldBe($"有 {articles.Length} 条含有“网格员”。");
        articles.Length.ShouldBeInRange(1, 20);
        foreach (var article in articles)
            article.QuerySelectorAll("mark").Select(m => m.TextContent).ShouldContain("网格员");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("不存在的词语")]
    public async Task A_search_without_a_match_says_so(string term)
    {
        using var browser = portal.Open();
        var page = await browser.OpenAsync("/ordinance?q=" + Uri.EscapeDataString(term));

        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("没有条款含有");
        page.QuerySelectorAll("script, .article").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_short_address_leads_to_the_article()
    {
        using var browser = portal.Open();

        (await browser.GetAsync("/ordinance/43")).Headers.Location!.ToString().ShouldBe("/ordinance#a43");
        (await browser.GetAsync("/ordinance/64")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
