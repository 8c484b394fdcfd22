using System.Net;
using Governance.IntegrationTests.Support;
using Npgsql;

namespace Governance.IntegrationTests.Hosting;

/// <summary>Administration verbs as an operator runs them, on a server of the operator's own.</summary>
public sealed class AdminVerbTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Help_lists_the_verbs_and_works_without_a_database()
    {
        var help = await RunAsync("Host=127.0.0.1;Port=1;Database=x;Username=x", "help");
        help.ExitCode.ShouldBe(0);
        foreach (var verb in (string[])["migrate", "psql", "pg_dump", "pg_restore"]) help.Output.ShouldContain(verb);
    }

    [Fact]
    public async Task No_verb_and_an_unknown_verb_are_wrong_usage()
    {
        (await RunAsync(postgres.ConnectionString)).ExitCode.ShouldBe(2);
        var unknown = await RunAsync(postgres.ConnectionString, "nonsense");
        unknown.ExitCode.ShouldBe(2);
        unknown.Output.ShouldContain("没有命令“nonsense”");
    }

    [Fact]
    public async Task Migrate_fills_an_empty_database_says_how_many_steps_and_run_twice_does_nothing()
    {
        await using var database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: false);
        var first = await RunAsync(database.ConnectionString, "migrate");
        first.ExitCode.ShouldBe(0, first.Output);
        first.Output.ShouldMatch("已更新 [1-9][0-9]* 步");
        first.Output.ShouldNotContain("ERR");
        (await RunAsync(database.ConnectionString, "migrate")).Output.ShouldContain("已是最新");
    }

    [Fact]
    public async Task Psql_hands_on_arguments_and_exit_code_and_keeps_the_password_out_of_the_process_list()
    {
        var right = await RunAsync(postgres.ConnectionString, "psql", "-Atc", "select current_database()");
        right.ExitCode.ShouldBe(0);
        right.Output.Trim().ShouldBe(new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Database);
        (await RunAsync(postgres.ConnectionString, "psql", "-v", "ON_ERROR_STOP=1", "-c", "select nothing")).ExitCode.ShouldNotBe(0);
        var processes = await RunAsync(postgres.ConnectionString, "psql", "-c", "\\! ps -C psql -o args=");
        processes.Output.ShouldContain("psql -c");
        processes.Output.ShouldNotContain(new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Password!);
    }

    [Fact]
    public async Task A_dump_can_be_restored()
    {
        await using var database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: true);
        await database.AskAsync("create table mark as select '青城' as words");
        (await RunAsync(database.ConnectionString, "pg_dump", "-Fc", "-f", _folder["backup"])).ExitCode.ShouldBe(0);
        await database.AskAsync("drop table mark");
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;
        var restored = await RunAsync(database.ConnectionString, "pg_restore", "--clean", "--if-exists", "-d", name, _folder["backup"]);
        restored.ExitCode.ShouldBe(0, restored.Output);
        (await database.AskAsync("select words from mark")).ShouldBe("青城");
    }

    [Fact]
    public async Task A_verb_finds_the_server_a_running_portal_was_given()
    {
        await using var portal = PortalProcess.Serve("--data", _folder["data"], "--connection", postgres.ConnectionString);
        await portal.WaitForAsync(HttpStatusCode.OK);
        var asked = await PortalProcess.RunAsync("admin", "--data", _folder["data"], "psql", "-Atc", "select current_database()");
        asked.Output.Trim().ShouldBe(new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Database);
        File.GetUnixFileMode(_folder["data/portal.json"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_server_that_refuses_the_password_is_said_without_repeating_it()
    {
        var wrong = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "geheim" }.ConnectionString;
        var refused = await RunAsync(wrong, "migrate");
        refused.ExitCode.ShouldBe(1);
        refused.Output.ShouldContain("数据库拒绝登录");
        refused.Output.ShouldNotContain("geheim");
    }

    private Task<(int ExitCode, string Output)> RunAsync(string connection, params string[] command) =>
        PortalProcess.RunAsync(["admin", "--data", _folder["data"], "--connection", connection, .. command]);
}
