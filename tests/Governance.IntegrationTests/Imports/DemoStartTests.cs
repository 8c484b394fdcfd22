using System.Net;
using System.Text.RegularExpressions;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Imports;

/// <summary>The demo as an operator meets it: at start and by its verb.</summary>
public sealed partial class DemoStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_start_prints_sign_ins_that_work_and_the_second_prints_the_same()
    {
        await using var database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: false);
        string first;
        await using (var portal = PortalProcess.ServeWithDemo("--data", _folder.Path, "--connection", database.ConnectionString))
        {
            await portal.WaitForAsync(HttpStatusCode.OK);
            first = SignIns(await PrintedAsync(portal));
            using var browser = new PortalBrowser(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(portal.Url) });
            await browser.SignInAsync("clerk", Password().Match(first).Groups[1].Value);
        }
        await using var again = PortalProcess.ServeWithDemo("--data", _folder.Path, "--connection", database.ConnectionString);
        await again.WaitForAsync(HttpStatusCode.OK);

        SignIns(await PrintedAsync(again)).ShouldBe(first);
        foreach (var account in (string[])["sysadmin", "centre", "clerk", "clerk2", "handler", "gridmember", "county", "justice", "leader", "auditor", "police"])
            first.ShouldContain($"  {account} ");
        Directory.GetFiles(_folder["logs"]).ShouldAllBe(log => !ReadShared(log).Contains(Password().Match(first).Groups[1].Value));
        (await database.AskAsync("select count(*) from cases")).ShouldBe(242L);
    }

    [Fact]
    public async Task The_verb_makes_the_demo_once_and_ends_with_a_count()
    {
        await using var database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: false);
        string[] command = ["admin", "--data", _folder.Path, "--connection", database.ConnectionString, "demo"];

        var first = await PortalProcess.RunAsync(command);
        first.ExitCode.ShouldBe(0, first.Output);
        first.Output.ShouldContain("新增演示账号 11 个，新增演示案件 242 件。");
        (await PortalProcess.RunAsync(command)).Output.ShouldContain("新增演示账号 0 个，新增演示案件 0 件。数据库中已有案件，没有再建。");
    }

    private static async Task<string> PrintedAsync(PortalProcess portal)
    {
        for (var i = 0; i < 50 && !portal.Output.Contains("auditor", StringComparison.Ordinal); i++)
            await Task.Delay(100);
        return portal.Output;
    }

    private static string SignIns(string output) =>
        string.Join('\n', output.Split('\n').Where(line => line.StartsWith("演示账号", StringComparison.Ordinal) || line.StartsWith("  ", StringComparison.Ordinal)));

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    [GeneratedRegex("演示账号，密码 ([a-z0-9]+)：")]
    private static partial Regex Password();
}
