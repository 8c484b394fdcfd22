using System.Diagnostics;
using System.Globalization;
using System.Net;
using Governance.IntegrationTests.Platform;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Hosting;

/// <summary>Start, stop, crash and health of the real program with its own database.</summary>
public sealed class PortalLifeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder["data"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task It_starts_from_nothing_and_a_signal_stops_it_with_its_database(string signal)
    {
        await using var portal = PortalProcess.Serve("--data", Data);
        await portal.WaitForAsync(HttpStatusCode.OK);
        portal.Output.ShouldContain(portal.Url);
        portal.Output.ShouldNotContain("ERR");
        var server = ServerPid();
        portal.Signal(signal);
        (await portal.EndAsync(30)).ShouldBe(0);
        await EmbeddedPostgresHarness.ShouldEndAsync(server);
    }

    [Fact]
    public async Task A_signal_during_the_first_start_leaves_nothing_running_and_nothing_in_the_way()
    {
        await using (var portal = PortalProcess.Serve("--data", Data))
        {
            while (!portal.Output.Contains("正在建立数据库", StringComparison.Ordinal)) await Task.Delay(20);
            portal.Signal("INT");
            (await portal.EndAsync(30)).ShouldBe(0);
        }
        (await EmbeddedPostgresHarness.ShellAsync($"ps -C postgres -o args= | grep {Data} || true")).ShouldBe("");
        await using var again = PortalProcess.Serve("--data", Data);
        await again.WaitForAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_a_kill_the_next_start_finds_the_data_and_stops_the_server_that_was_left()
    {
        await using (var portal = PortalProcess.Serve("--data", Data))
        {
            await portal.WaitForAsync(HttpStatusCode.OK);
            (await PortalProcess.RunAsync("admin", "--data", Data, "psql", "-c", "create table mark as select 42 as number")).ExitCode.ShouldBe(0);
            portal.Signal("KILL");
            await portal.EndAsync(10);
        }
        var server = ServerPid();
        await using var again = PortalProcess.Serve("--data", Data);
        await again.WaitForAsync(HttpStatusCode.OK);
        ServerPid().ShouldBe(server);
        (await PortalProcess.RunAsync("admin", "--data", Data, "psql", "-Atc", "select number from mark")).Output.Trim().ShouldBe("42");
        again.Signal("TERM");
        await again.EndAsync(30);
        await EmbeddedPostgresHarness.ShouldEndAsync(server);
    }

    [Fact]
    public async Task Health_is_503_while_the_database_does_not_answer_and_200_again_after()
    {
        await using var portal = PortalProcess.Serve("--data", Data);
        await portal.WaitForAsync(HttpStatusCode.OK);
        // Frozen, not gone: it takes connections and never answers.
        await EmbeddedPostgresHarness.ShellAsync($"pkill -STOP -P {ServerPid()}; kill -STOP {ServerPid()}");
        var watch = Stopwatch.StartNew();
        var frozen = await portal.HealthAsync();
        watch.Stop();
        await EmbeddedPostgresHarness.ShellAsync($"kill -CONT {ServerPid()}; pkill -CONT -P {ServerPid()}");
        frozen.ShouldBe(HttpStatusCode.ServiceUnavailable);
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(4);
        await portal.WaitForAsync(HttpStatusCode.OK);

        EmbeddedPostgresHarness.KillHard(ServerPid());
        await portal.WaitForAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_city_is_refused_on_a_folder_that_has_one()
    {
        await using (var portal = PortalProcess.Serve("--data", Data, "--city", "anyang"))
            await portal.WaitForAsync(HttpStatusCode.OK);
        var refused = await PortalProcess.RunAsync("--data", Data, "--city", "hohhot");
        refused.ExitCode.ShouldBe(1);
        refused.Output.ShouldContain("属于城市包 anyang");
        var asked = await PortalProcess.RunAsync("admin", "--data", Data, "psql", "-Atc", "select count(*) from divisions where code like '4105%'");
        int.Parse(asked.Output.Trim(), CultureInfo.InvariantCulture).ShouldBeGreaterThan(3000);
    }

    [Fact]
    public async Task A_taken_address_is_refused_before_a_database_is_made()
    {
        await using var portal = PortalProcess.Serve("--data", Data);
        await portal.WaitForAsync(HttpStatusCode.OK);
        var refused = await PortalProcess.RunAsync("--urls", portal.Url, "--data", _folder["other"]);
        refused.ExitCode.ShouldBe(1);
        refused.Output.ShouldContain("已被占用");
        Directory.Exists(Path.Combine(_folder["other"], "postgres")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_broken_pack_is_refused_with_file_line_and_reason()
    {
        await EmbeddedPostgresHarness.ShellAsync(
            $"mkdir {_folder["cities"]} && cp -r {AppContext.BaseDirectory}cities/hohhot {_folder["cities"]}/ && echo 'x,y' >> {_folder["cities"]}/hohhot/divisions.csv");
        var refused = await PortalProcess.RunAsync("--data", Data, "--cities", _folder["cities"]);
        refused.ExitCode.ShouldBe(1);
        refused.Output.ShouldContain("divisions.csv 第");
    }

    [Fact]
    public async Task Wrong_options_end_with_usage_and_their_own_exit_code()
    {
        var refused = await PortalProcess.RunAsync("--citty", "hohhot");
        refused.ExitCode.ShouldBe(2);
        refused.Output.ShouldContain("没有选项“--citty”");
        refused.Output.ShouldContain("用法");
    }

    private int ServerPid() => int.Parse(
        File.ReadAllLines(Path.Combine(Data, "postgres", "cluster", "postmaster.pid"))[0], CultureInfo.InvariantCulture);
}
