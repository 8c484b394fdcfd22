using Governance.EndToEndTests.Support;
using Governance.Infrastructure.Platform;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Journeys;

/// <summary>The database stops, the server restarts: nothing that was typed is lost.</summary>
public sealed class FaultTests
{
    private const string Description = "楼上漏水三天，物业不处理。";

    [Fact]
    public async Task Database_and_server_come_and_go_while_a_form_is_filled()
    {
        await using var cluster = await OwnCluster.StartAsync();
        await using var portal = await SharedPortal.StartAsync(cluster.ConnectionString, cluster);
        await Journey.WalkAsync(portal, async journey =>
        {
            journey.Expect("ERR_CONNECTION_REFUSED");
            journey.Expect("WebSocket");
            journey.Expect("Failed to load resource");
            journey.Expect("Connection");
            // The browser's own words while the server is away.
            journey.Expect("Failed to complete negotiation");
            journey.Expect("Failed to start the connection");
            await A_database_that_is_away_while_saving_loses_nothing(journey, cluster);
            await A_server_that_restarts_gives_the_draft_back(journey);
        });
    }

    private static async Task A_database_that_is_away_while_saving_loses_nothing(Journey journey, OwnCluster cluster)
    {
        var page = await journey.OpenAsync(People.Clerk, "/cases/new");
        var word = CaseDesk.UniqueWord();
        await page.FillCaseAsync($"{word}楼上漏水", "公主府", Description);
        await cluster.StopAsync();
        await page.Button("保存并受理").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "未保存" }).Or(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "没有保存" }))).ToBeVisibleAsync();
        await Assertions.Expect(page.Field("标题")).ToHaveValueAsync($"{word}楼上漏水");
        await Assertions.Expect(page.Field("诉求经过")).ToHaveValueAsync(Description);

        await cluster.StartAgainAsync();
        await page.Button("保存并受理").ClickAsync();
        await page.ReadNumberAsync();
        await page.GoAsync($"/cases?q={word}");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    private static async Task A_server_that_restarts_gives_the_draft_back(Journey journey)
    {
        var page = await journey.OpenAsync(People.Clerk, "/cases/new");
        var title = $"{CaseDesk.UniqueWord()}楼顶广告牌松动";
        await page.FillCaseAsync(title, "公主府", Description);
        await page.SaysAsync("草稿已存于本机");
        await journey.Portal.Server.StopAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal .when-waiting")).ToBeVisibleAsync();
        await Assertions.Expect(page.Field("标题")).ToHaveValueAsync(title);
        await journey.Portal.Server.StartAgainAsync();
        await page.SaysAsync("已恢复");
        await Assertions.Expect(page.Field("标题")).ToHaveValueAsync(title);
        await Assertions.Expect(page.Field("诉求经过")).ToHaveValueAsync(Description);
        await Assertions.Expect(page.Choice("地点")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("公主府"));
        await page.Button("保存并受理").ClickAsync();
        await page.ReadNumberAsync();
    }

    private sealed class OwnCluster : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private EmbeddedPostgres? _server;

        public string ConnectionString => _server!.ConnectionString;

        public static async Task<OwnCluster> StartAsync()
        {
            var cluster = new OwnCluster();
            await cluster.StartAgainAsync();
            return cluster;
        }

        // The data folder remembers its port: the connection string stays true.
        public async Task StartAgainAsync() => _server = await EmbeddedPostgres.StartAsync(
            new() { DataDirectory = _folder["data"], Durable = false }, NullLogger.Instance, CancellationToken.None);

        public async Task StopAsync() => await _server!.DisposeAsync();

        public async ValueTask DisposeAsync()
        {
            await StopAsync();
            _folder.Dispose();
        }
    }
}
