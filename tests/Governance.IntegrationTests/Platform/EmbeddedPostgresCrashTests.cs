using System.Diagnostics;
using System.Globalization;
using static Governance.IntegrationTests.Platform.EmbeddedPostgresHarness;

namespace Governance.IntegrationTests.Platform;

/// <summary>What is left by processes that died must never block the next start, nor lose what was acknowledged.</summary>
public sealed class EmbeddedPostgresCrashTests
{
    [Fact]
    public async Task A_killed_server_is_started_again_on_the_same_port_while_the_portal_lives()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var server = await harness.StartAsync(harness.Options with { Durable = true });
        await AskAsync(server.ConnectionString, "create table note as select 1 as number");
        var pid = server.ProcessId!.Value;
        KillHard(pid);
        await ShouldEndAsync(pid);

        (await AskPatientlyAsync(server.ConnectionString, "select number from note")).ShouldBe(1);
        server.ProcessId.ShouldNotBe(pid);
        harness.Log.Text.ShouldContain("意外停止");
    }

    [Fact]
    public async Task A_killed_backend_is_overcome_by_the_server_itself()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var server = await harness.StartAsync();
        var pid = server.ProcessId;
        var backend = (int)(await AskPatientlyAsync(server.ConnectionString, "select pid from pg_stat_activity where backend_type = 'checkpointer'"))!;
        KillHard(backend);
        (await AskPatientlyAsync(server.ConnectionString, "select 1")).ShouldBe(1);
        server.ProcessId.ShouldBe(pid);
    }

    [Fact]
    public async Task A_server_left_by_a_killed_portal_is_attached_to_and_stopped_by_the_last_one_out()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var first = await harness.StartAsync();
        await first.DisposeAsync();
        // As the portal would have left it: running, with nobody holding the use lock.
        await StartByHandAsync(first.Directory);
        var second = await harness.StartAsync();
        second.StartedHere.ShouldBeFalse();
        var pid = second.ProcessId!.Value;
        await second.DisposeAsync();
        await ShouldEndAsync(pid);
    }

    [Fact]
    public async Task A_stale_pid_file_is_overcome_even_when_its_number_belongs_to_another_process_of_the_same_user()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var first = await harness.StartAsync();
        var pidFile = Path.Combine(first.Directory, "cluster", "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(pidFile);
        await first.DisposeAsync();
        using var bystander = Process.Start("setpriv", [.. AsOwner(first.Directory), "sleep", "60"]);
        try
        {
            lines[0] = bystander.Id.ToString(CultureInfo.InvariantCulture);
            await File.WriteAllLinesAsync(pidFile, lines);
            var second = await harness.StartAsync();
            second.StartedHere.ShouldBeTrue();
            (await AskAsync(second.ConnectionString, "select 1")).ShouldBe(1);
        }
        finally
        {
            bystander.Kill();
        }
    }

    [Fact]
    public async Task A_server_killed_while_nobody_watched_recovers_at_the_next_start()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var durable = harness.Options with { Durable = true };
        var first = await harness.StartAsync(durable);
        await AskAsync(first.ConnectionString, "create table note as select 1 as number");
        await first.DisposeAsync();
        var pid = await StartByHandAsync(first.Directory);
        await AskPatientlyAsync(first.ConnectionString, "insert into note values (2)");
        KillHard(pid);
        await ShouldEndAsync(pid);

        var second = await harness.StartAsync(durable);
        (await AskAsync(second.ConnectionString, "select sum(number) from note")).ShouldBe(3L);
    }

    private static async Task<int> StartByHandAsync(string home)
    {
        var programs = Path.Combine("/usr/lib/postgresql", (await File.ReadAllTextAsync($"{home}/cluster/PG_VERSION")).Trim(), "bin");
        using var start = Process.Start(new ProcessStartInfo(
            "setpriv", [.. AsOwner(home), $"{programs}/pg_ctl", "start", "-w", "-D", $"{home}/cluster", "-l", $"{home}/log/hand.log"])
        { WorkingDirectory = "/" })!;
        await start.WaitForExitAsync();
        start.ExitCode.ShouldBe(0);
        return int.Parse((await File.ReadAllLinesAsync(Path.Combine(home, "cluster", "postmaster.pid")))[0], CultureInfo.InvariantCulture);
    }

    private static string[] AsOwner(string home)
    {
        if (!Environment.IsPrivilegedProcess) return ["--"];
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%u", $"{home}/cluster"]) { RedirectStandardOutput = true })!;
        return [$"--reuid={stat.StandardOutput.ReadToEnd().Trim()}", "--clear-groups", "--"];
    }
}
