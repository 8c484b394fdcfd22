using System.Net;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;
using Governance.Web.Security;

namespace Governance.IntegrationTests.Platform;

public sealed class OwnPasswordTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task An_initial_password_must_be_changed_before_anything_else()
    {
        var account = await portal.CreateAccountAsync(Role.CentreStaff, mustChange: true);
        using var browser = portal.Open();
        await browser.SignInAsync(account.UserName!, PortalHost.Password);

        (await browser.GetAsync(Paths.Home)).Headers.Location!.ToString().ShouldBe(Paths.Password);

        var changed = await ChangeAsync(browser, PortalHost.Password, "xincheng2027");
        changed.StatusCode.ShouldBe(HttpStatusCode.Found);
        await browser.OpenAsync(Paths.Home);
    }

    [Fact]
    public async Task A_new_password_ends_the_sign_ins_elsewhere()
    {
        var account = await portal.CreateAccountAsync(Role.CentreStaff);
        using var here = portal.Open();
        using var elsewhere = portal.Open();
        await here.SignInAsync(account.UserName!, PortalHost.Password);
        await elsewhere.SignInAsync(account.UserName!, PortalHost.Password);
        await elsewhere.OpenAsync(Paths.Home);

        await ChangeAsync(here, PortalHost.Password, "xincheng2027");

        await here.OpenAsync(Paths.Home);
        (await elsewhere.GetAsync(Paths.Home)).StatusCode.ShouldBe(HttpStatusCode.Found);
        await portal.Open().SignInAsync(account.UserName!, "xincheng2027");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_sign_in()
    {
        var account = await portal.CreateAccountAsync(Role.CentreStaff);
        using var here = portal.Open();
        using var elsewhere = portal.Open();
        await here.SignInAsync(account.UserName!, PortalHost.Password);
        await elsewhere.SignInAsync(account.UserName!, PortalHost.Password);

        var page = await here.OpenAsync(Paths.Password);
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("form.account-more")!;
        await here.SubmitAsync(form, Paths.Password);

        (await elsewhere.GetAsync(Paths.Home)).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await here.GetAsync(Paths.Home)).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("short1", "至少 10 位")]
    [InlineData("onlyletters", "字母和数字")]
    [InlineData("12345678905", "字母和数字")]
    [InlineData("password2026", "过于常见")]
    public async Task A_poor_password_is_refused_with_the_reason(string wanted, string reason)
    {
        using var browser = await portal.OpenAsync(Role.CentreStaff);

        var answer = await ChangeAsync(browser, PortalHost.Password, wanted);

        (await PortalBrowser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain(reason);
    }

    [Fact]
    public async Task A_wrong_current_password_changes_nothing_and_counts_towards_the_lock()
    {
        var account = await portal.CreateAccountAsync(Role.CentreStaff, mustChange: true);
        using var browser = portal.Open();
        await browser.SignInAsync(account.UserName!, PortalHost.Password);
        HttpResponseMessage answer;
        for (var i = 0; i < 5; i++)
        {
            answer = await ChangeAsync(browser, "wrong12345", "xincheng2027");
            (await PortalBrowser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("当前密码不正确");
        }

        answer = await ChangeAsync(browser, PortalHost.Password, "xincheng2027");

        (await PortalBrowser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("锁定");
        (await browser.GetAsync(Paths.Home)).Headers.Location!.ToString().ShouldBe(Paths.Password);
    }

    private static Task<HttpResponseMessage> ChangeAsync(PortalBrowser browser, string current, string wanted) =>
        browser.SubmitAsync(Paths.Password, ("Input.Current", current), ("Input.New", wanted), ("Input.Repeat", wanted));
}
