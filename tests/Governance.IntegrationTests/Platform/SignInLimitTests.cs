using System.Net;
using Governance.IntegrationTests.Support;
using Governance.Web.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Governance.IntegrationTests.Platform;

public sealed class SignInLimitTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task An_address_that_tries_account_after_account_is_slowed_down_in_chinese()
    {
        await using var strict = portal.WithWebHostBuilder(builder => builder.UseSetting("SignIn:AttemptsPerMinute", "3"));
        using var browser = new PortalBrowser(strict.CreateDefaultClient(new Uri("http://localhost"), new CookieContainerHandler()));
        for (var i = 0; i < 3; i++)
            (await browser.TrySignInAsync($"account{i}", "falsch1234")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var answer = await browser.TrySignInAsync("account4", "falsch1234");

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await PortalBrowser.ReadAsync(answer)).QuerySelector("h1")!.TextContent.ShouldBe("操作过于频繁");
        (await browser.GetAsync(Paths.SignIn)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
