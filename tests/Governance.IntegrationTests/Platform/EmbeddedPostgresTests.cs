using Governance.Infrastructure.Platform;
using Governance.IntegrationTests.Support;
using Npgsql;
using static Governance.IntegrationTests.Platform.EmbeddedPostgresHarness;

namespace Governance.IntegrationTests.Platform;

/// <summary>The portal's own PostgreSQL, on the real programs of this machine.</summary>
public sealed class EmbeddedPostgresTests
{
    [Fact]
    public async Task A_fresh_folder_gets_a_utf8_server_on_loopback_with_its_data_kept_over_a_restart()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var first = await harness.StartAsync();
        first.StartedHere.ShouldBeTrue();
        (await AskAsync(first.ConnectionString, "select current_setting('server_encoding') || ' ' || current_setting('TimeZone')")).ShouldBe("UTF8 UTC");
        (await AskAsync(first.ConnectionString, "select datctype || ' ' || datcollate from pg_database where datname = current_database()"))
            .ShouldBe("C.UTF-8 C.UTF-8");
        (await AskAsync(first.ConnectionString, "select current_setting('listen_addresses') || current_setting('unix_socket_directories')"))
            .ShouldBe("127.0.0.1");
        (await AskAsync(first.ConnectionString, "select rolsuper from pg_roles where rolname = current_user")).ShouldBe(false);
        await AskAsync(first.ConnectionString, "create table note (words text); insert into note values ('呼和浩特')");
        var pid = first.ProcessId!.Value;
        await first.DisposeAsync();
        await ShouldEndAsync(pid);

        var second = await harness.StartAsync();
        second.Port.ShouldBe(first.Port);
        (await AskAsync(second.ConnectionString, "select words from note")).ShouldBe("呼和浩特");
        (await File.ReadAllTextAsync(second.LogFile)).ShouldNotContain("not properly shut down");
    }

    [Fact]
    public async Task The_password_is_random_needed_and_readable_by_its_owner_only()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var server = await harness.StartAsync();
        var file = Path.Combine(server.Directory, "password");
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var builder = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        builder.Password!.Length.ShouldBeGreaterThanOrEqualTo(32);
        builder.Password = "guess";
        var refused = await Should.ThrowAsync<PostgresException>(() => AskAsync(builder.ConnectionString, "select 1"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
        var superuser = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = "postgres" };
        await Should.ThrowAsync<PostgresException>(() => AskAsync(superuser.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task Users_of_one_folder_share_the_server_and_the_last_one_out_stops_it()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var both = await Task.WhenAll(harness.StartAsync(), harness.StartAsync());
        both.Count(s => s.StartedHere).ShouldBe(1);
        var pid = both[0].ProcessId!.Value;
        both[1].ProcessId.ShouldBe(pid);
        both[1].Port.ShouldBe(both[0].Port);

        await both.Single(s => s.StartedHere).DisposeAsync();
        (await AskAsync(both[0].ConnectionString, "select 1")).ShouldBe(1);
        await both.Single(s => !s.StartedHere).DisposeAsync();
        await ShouldEndAsync(pid);
    }

    [RootFact]
    public async Task As_root_the_server_runs_as_the_system_user_postgres()
    {
        await using var harness = new EmbeddedPostgresHarness();
        var server = await harness.StartAsync();
        (await ShellAsync($"ps -o user= -p {server.ProcessId}")).ShouldBe("postgres");
    }

    [RootFact]
    public async Task Below_a_closed_folder_the_cluster_goes_elsewhere_and_is_found_again()
    {
        await using var harness = new EmbeddedPostgresHarness(closed: true);
        using var elsewhere = new TemporaryFolder();
        var options = harness.Options with { FallbackRoot = elsewhere["clusters"] };
        var first = await harness.StartAsync(options);
        first.Directory.ShouldStartWith(elsewhere["clusters"]);
        (await File.ReadAllTextAsync(Path.Combine(harness.Data, "postgres.location"))).Trim().ShouldBe(first.Directory);
        harness.Log.Text.ShouldContain(first.Directory);
        await AskAsync(first.ConnectionString, "create table note as select 7 as number");
        await first.DisposeAsync();

        var second = await harness.StartAsync(options);
        (await AskAsync(second.ConnectionString, "select number from note")).ShouldBe(7);
        await second.DisposeAsync();

        Directory.Delete(elsewhere["clusters"], recursive: true);
        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => harness.StartAsync(options));
        refused.Message.ShouldContain("从备份恢复");
    }

    [Fact]
    public async Task A_leftover_of_an_interrupted_first_start_is_made_anew()
    {
        await using var harness = new EmbeddedPostgresHarness();
        Directory.CreateDirectory(Path.Combine(harness.Data, "postgres", "cluster.new", "base"));
        var server = await harness.StartAsync();
        (await AskAsync(server.ConnectionString, "select 1")).ShouldBe(1);
    }
}
