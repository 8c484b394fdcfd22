using System.Net;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;
using Governance.Web.Security;

namespace Governance.IntegrationTests.Platform;

public sealed class FrameTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        using var browser = portal.Open();
        foreach (var address in new[] { Paths.SignIn, "/nowhere", "/css/portal.css" })
        {
            var headers = (await browser.GetAsync(address)).Headers;
            var policy = headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldContain("script-src 'self';");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
            headers.Contains("Permissions-Policy").ShouldBeTrue();
        }
    }

    [Fact]
    public async Task No_page_writes_script_or_style_into_its_markup()
    {
        using var browser = await portal.OpenAsync(Role.CentreStaff);
        var page = await browser.OpenAsync(Paths.Home);

        page.QuerySelectorAll("script:not([src]), style, [style], [onclick]").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_address_says_so_in_chinese_with_a_reference()
    {
        using var browser = portal.Open();
        var answer = await browser.GetAsync("/nowhere");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await PortalBrowser.ReadAsync(answer);
        page.QuerySelector("h1")!.TextContent.ShouldBe("没有找到这一页");
        page.QuerySelector(".reference")!.TextContent.Length.ShouldBe(9);
    }

    [Theory]
    [InlineData("/account/login", HttpStatusCode.OK)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/css/portal.css", HttpStatusCode.OK)]
    public async Task A_question_with_HEAD_is_answered_as_one_with_GET_but_without_a_body(string address, HttpStatusCode status)
    {
        using var browser = portal.Open();
        using var question = new HttpRequestMessage(HttpMethod.Head, address);
        var answer = await browser.Client.SendAsync(question);

        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_that_is_not_there_says_so_in_chinese_and_in_its_status()
    {
        using var browser = await portal.OpenAsync(Role.CentreStaff);
        var answer = await browser.GetAsync("/cases/150102-2026-999999-0");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PortalBrowser.ReadAsync(answer)).QuerySelector("h1")!.TextContent.Trim().ShouldBe("没有找到案件");
    }

    [Fact]
    public async Task A_page_beyond_the_role_answers_403_in_chinese_and_is_not_in_the_menu()
    {
        using var browser = await portal.OpenAsync(Role.CentreStaff);
        foreach (var address in new[] { "/users", "/users/new", $"/users/{Guid.NewGuid()}" })
        {
            var answer = await browser.GetAsync(address);

            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
            var page = await PortalBrowser.ReadAsync(answer);
            page.QuerySelector("h1")!.TextContent.ShouldBe("您没有查看此页的权限");
            page.QuerySelector("#menu a[href='/users']").ShouldBeNull();
        }
    }

    [Fact]
    public async Task The_menu_shows_what_the_role_may_open()
    {
        using var browser = await portal.OpenAsync(Role.SystemAdministrator);
        var page = await browser.OpenAsync("/users?role=Leader");

        page.QuerySelector("#menu a[href='/users']")!.GetAttribute("aria-current").ShouldBe("page");
        page.QuerySelector("#menu a[href='/cases/new']").ShouldBeNull();
    }

    [Fact]
    public async Task Query_strings_do_not_reach_the_log()
    {
        using var browser = await portal.OpenAsync(Role.SystemAdministrator);
        await browser.OpenAsync("/users?q=13812345678");
        await browser.GetAsync("/nowhere?phone=13812345678");

        var log = string.Concat(Directory.GetFiles(Path.Combine(portal.DataFolder, "logs")).Select(ReadShared));
        log.ShouldContain("/nowhere");
        log.ShouldNotContain("13812345678");
    }

    [Fact]
    public async Task A_page_of_the_portal_asks_for_a_sign_in_and_remembers_the_way()
    {
        using var browser = portal.Open();
        var answer = await browser.GetAsync("/?x=1");

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.PathAndQuery.ShouldBe("/account/login?returnUrl=%2F%3Fx%3D1");
    }

    [Fact]
    public async Task Files_of_the_page_need_no_sign_in()
    {
        using var browser = portal.Open();
        foreach (var address in new[] { "/css/portal.css", "/js/reconnect.js", "/favicon.svg" })
            (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
    }

    [Fact]
    public async Task A_withdrawn_sign_in_ends_within_five_seconds()
    {
        var account = await portal.CreateAccountAsync(Role.CentreStaff);
        using var browser = portal.Open();
        await browser.SignInAsync(account.UserName!, PortalHost.Password);
        await browser.OpenAsync(Paths.Home);

        await portal.ChangeAccountAsync(account.Id, user => user.LockoutEnd = Infrastructure.Platform.PortalUser.SuspendedUntil);
        await Task.Delay(TimeSpan.FromSeconds(4));

        (await browser.GetAsync(Paths.Home)).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
