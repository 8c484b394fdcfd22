using System.Net;
using System.Net.Sockets;
using Governance.Infrastructure.Platform;
using Governance.IntegrationTests.Support;
using static Governance.IntegrationTests.Platform.EmbeddedPostgresHarness;

namespace Governance.IntegrationTests.Platform;

/// <summary>What an operator is told when the portal's own PostgreSQL cannot be had.</summary>
public sealed class EmbeddedPostgresRefusalTests
{
    [Fact]
    public async Task Missing_programs_are_said_with_the_way_to_install_them()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(
            () => harness.StartAsync(harness.Options with { BinDirectory = "/nowhere/bin" }));
        refused.Message.ShouldContain("apt-get install postgresql");
        refused.Message.ShouldContain("/nowhere/bin");
    }

    [Fact]
    public async Task A_cluster_of_another_major_version_is_refused_with_what_is_there()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var first = await harness.StartAsync();
        await first.DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(first.Directory, "cluster", "PG_VERSION"), "14\n");
        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => harness.StartAsync());
        refused.Message.ShouldContain("PostgreSQL 14");
    }

    [Fact]
    public async Task A_taken_port_is_named_when_it_was_asked_for_and_avoided_when_it_was_not()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var first = await harness.StartAsync();
        await first.DisposeAsync();
        using var squatter = new TcpListener(IPAddress.Loopback, first.Port);
        squatter.Start();

        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(
            () => harness.StartAsync(harness.Options with { Port = first.Port }));
        refused.Message.ShouldContain($"端口 {first.Port} 已被其他程序占用");

        var second = await harness.StartAsync();
        second.Port.ShouldNotBe(first.Port);
        (await AskAsync(second.ConnectionString, "select 1")).ShouldBe(1);
    }

    [RootFact]
    public async Task A_full_disk_is_said_in_words_and_the_next_start_on_a_bigger_one_works()
    {
        await using var harness = new EmbeddedPostgresHarness();
        Directory.CreateDirectory(harness.Data);
        await ShellAsync($"mount -t tmpfs -o size=12m,mode=755 governance-test {harness.Data}");
        try
        {
            var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => harness.StartAsync());
            refused.Message.ShouldContain("磁盘空间不足");
            await ShellAsync($"mount -o remount,size=600m {harness.Data}");
            var server = await harness.StartAsync();
            (await AskAsync(server.ConnectionString, "select 1")).ShouldBe(1);
            await server.DisposeAsync();
        }
        finally
        {
            await ShellAsync($"umount {harness.Data}");
        }
    }

    [Fact]
    public async Task A_lost_password_file_is_named()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var first = await harness.StartAsync();
        await first.DisposeAsync();
        File.Delete(Path.Combine(first.Directory, "password"));
        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => harness.StartAsync());
        refused.Message.ShouldContain("密码文件");
    }

    [Fact]
    public async Task Giving_up_during_the_first_start_leaves_nothing_running_and_the_next_start_works()
    {
        await using var harness = new EmbeddedPostgresHarness();
        foreach (var patience in (int[])[150, 700, 1500])
        {
            using var operatorLeaves = new CancellationTokenSource(patience);
            try
            {
                await using var quick = await EmbeddedPostgres.StartAsync(harness.Options, harness.Log, operatorLeaves.Token);
            }
            catch (OperationCanceledException)
            {
                // As asked.
            }
        }
        (await ShellAsync($"ps -C postgres -o args= | grep {harness.Data} || true")).ShouldBe("");
        var server = await harness.StartAsync();
        (await AskAsync(server.ConnectionString, "select 1")).ShouldBe(1);
    }
}
