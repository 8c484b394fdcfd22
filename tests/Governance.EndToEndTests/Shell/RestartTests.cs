using System.Text.RegularExpressions;
using Governance.EndToEndTests.Support;
using Governance.IntegrationTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Shell;

/// <summary>The portal goes away under an open form (T13).</summary>
public sealed class RestartTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task After_a_restart_the_page_opens_by_itself_with_everything_that_was_typed(string signal)
    {
        var database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: true);
        await using var portal = await SharedPortal.StartAsync(database.ConnectionString, database);
        await Journey.WalkAsync(portal, async journey =>
        {
            journey.Expect("WebSocket");
            journey.Expect("negotiat");
            journey.Expect("ERR_CONNECTION_REFUSED");
            journey.Expect("Failed to");
            journey.Expect("Connection disconnected");
            // Typing while the line is cut: the browser script has nobody to tell.
            journey.Expect("No interop methods");
            var page = await journey.OpenAsync(People.Clerk, "/cases/new");
            await page.Field("标题").FillAsync("断线前写的标题");
            await page.PickAsync("地点", "公主府");
            await Assertions.Expect(page.Locator(".draft-box")).ToContainTextAsync("草稿已存于本机");

            await portal.Server.StopAsync(signal);
            await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
            await page.Field("诉求经过").FillAsync("断线以后写的经过");
            await page.Keyboard.PressAsync("Control+Enter");
            await portal.Server.StartAgainAsync();

            await Assertions.Expect(page.Locator(".draft-box")).ToContainTextAsync("已恢复");
            await Assertions.Expect(page.Field("标题")).ToHaveValueAsync("断线前写的标题");
            await Assertions.Expect(page.Field("诉求经过")).ToHaveValueAsync("断线以后写的经过");
            await Assertions.Expect(page.Choice("地点")).ToHaveValueAsync(new Regex("公主府"));

            // Not only the browser has the text again, the server has it too: it misses nothing but what was never typed.
            await page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(page.Locator(".field-error")).ToHaveTextAsync(["请填写类别。"]);
        }, $"{nameof(After_a_restart_the_page_opens_by_itself_with_everything_that_was_typed)}-{signal}");
    }
}
