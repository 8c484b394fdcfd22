using System.Net;
using Governance.Application.Platform;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;
using Governance.Web.Security;

namespace Governance.IntegrationTests.Platform;

public sealed class SignInTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_sign_in_page_has_the_agreed_labels_and_readable_chinese()
    {
        using var browser = portal.Open();
        var page = await browser.OpenAsync(Paths.SignIn);

        page.QuerySelector("label[for=account]")!.TextContent.ShouldBe("账号");
        page.QuerySelector("label[for=password]")!.TextContent.ShouldBe("密码");
        page.QuerySelector("button[type=submit]")!.TextContent.ShouldBe("登录");
        page.DocumentElement.GetAttribute("lang").ShouldBe("zh-CN");
        (await browser.Client.GetStringAsync(Paths.SignIn)).ShouldContain("账号");
    }

    [Fact]
    public async Task A_person_signs_in_and_out()
    {
        using var browser = await portal.OpenAsync(Role.CentreStaff);

        var home = await browser.OpenAsync(Paths.Home);
        home.QuerySelector(".person")!.TextContent.ShouldContain("张三");

        var form = (AngleSharp.Html.Dom.IHtmlFormElement)home.QuerySelector("form[data-signout]")!;
        (await browser.SubmitAsync(form, Paths.Home)).Headers.Location!.ToString().ShouldBe(Paths.SignIn);
        (await browser.GetAsync(Paths.Home)).Headers.Location!.PathAndQuery.ShouldStartWith(Paths.SignIn);
    }

    [Fact]
    public async Task Another_site_cannot_sign_a_person_out()
    {
        using var browser = await portal.OpenAsync(Role.CentreStaff);

        var answer = await browser.Client.PostAsync(Paths.SignOut, new FormUrlEncodedContent([]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await browser.OpenAsync(Paths.Home);
    }

    [Fact]
    public async Task An_unknown_account_and_a_wrong_password_get_the_same_answer()
    {
        var account = await portal.CreateAccountAsync(Role.CentreStaff);
        using var browser = portal.Open();

        var wrong = await RefusalAsync(await browser.TrySignInAsync(account.UserName!, "falsch1234"));
        var unknown = await RefusalAsync(await browser.TrySignInAsync("nobody", "falsch1234"));

        wrong.ShouldNotBeEmpty();
        unknown.ShouldBe(wrong);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        var account = await portal.CreateAccountAsync(Role.CentreStaff);
        using var browser = portal.Open();
        for (var i = 0; i < PasswordRules.FailuresUntilLock; i++)
            await browser.TrySignInAsync(account.UserName!, "falsch1234");

        var answer = await browser.TrySignInAsync(account.UserName!, PortalHost.Password);

        (await RefusalAsync(answer)).ShouldContain("锁定 15 分钟");
    }

    [Fact]
    public async Task The_lock_after_wrong_passwords_does_not_throw_out_who_is_already_in()
    {
        var account = await portal.CreateAccountAsync(Role.CentreStaff);
        using var inside = portal.Open();
        await inside.SignInAsync(account.UserName!, PortalHost.Password);
        using var stranger = portal.Open();
        for (var i = 0; i < PasswordRules.FailuresUntilLock; i++)
            await stranger.TrySignInAsync(account.UserName!, "falsch1234");
        await Task.Delay(AccountCache.MaximumAge);

        await inside.OpenAsync(Paths.Home);
    }

    [Fact]
    public async Task The_account_may_be_typed_with_capitals_and_blanks()
    {
        var account = await portal.CreateAccountAsync(Role.CentreStaff);
        using var browser = portal.Open();

        await browser.SignInAsync($" {account.UserName!.ToUpperInvariant()} ", PortalHost.Password);
    }

    [Theory]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/cases?view=mine", "/cases?view=mine")]
    public async Task After_sign_in_only_addresses_of_the_portal_are_followed(string wanted, string reached)
    {
        var account = await portal.CreateAccountAsync(Role.CentreStaff);
        using var browser = portal.Open();

        var answer = await browser.TrySignInAsync(
            account.UserName!, PortalHost.Password, $"{Paths.SignIn}?returnUrl={Uri.EscapeDataString(wanted)}");

        var location = answer.Headers.Location!;
        (location.IsAbsoluteUri ? location.ToString().Replace("http://localhost", "", StringComparison.Ordinal) : location.ToString()).ShouldBe(reached);
    }

    [Fact]
    public async Task Sign_ins_failures_and_sign_outs_are_in_the_audit_trail_without_what_was_typed()
    {
        var account = await portal.CreateAccountAsync(Role.CentreStaff);
        using var browser = portal.Open();
        await browser.TrySignInAsync(account.UserName!, "falsch1234");
        await browser.TrySignInAsync("my-secret-password-1", "x");
        await browser.SignInAsync(account.UserName!, PortalHost.Password);
        var home = await browser.OpenAsync(Paths.Home);
        await browser.SubmitAsync((AngleSharp.Html.Dom.IHtmlFormElement)home.QuerySelector("form[data-signout]")!, Paths.Home);

        await using var command = portal.Postgres.DataSource.CreateCommand("select action || ' ' || subject_id || ' ' || actor_name from audit_entries order by at, id");
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));

        lines.ShouldContain($"user.sign-in-failed {account.UserName} 未登录");
        lines.ShouldContain("user.sign-in-failed 未知账号 未登录");
        lines.ShouldContain($"user.sign-in {account.UserName} 张三");
        lines.ShouldContain($"user.sign-out {account.UserName} 张三");
        lines.ShouldAllBe(line => !line.Contains("secret"));
    }

    private static async Task<string> RefusalAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await PortalBrowser.ReadAsync(answer)).QuerySelector("[role=alert]")?.TextContent ?? "";
    }
}
