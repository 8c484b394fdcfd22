using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Imports;

/// <summary>The imports as an operator runs them, from an empty database on.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Messages_are_loaded_into_an_empty_database_and_a_second_run_says_that_all_are_known()
    {
        await using var database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: false);

        var first = await RunAsync(database, "import-messages", MessageSample.Own.Path);
        first.ExitCode.ShouldBe(0, first.Output);
        first.Output.ShouldContain("共 40 行：新增案件 40，已有 0，拒绝 0；用时");
        (await RunAsync(database, "import-messages", MessageSample.Own.Path)).Output.ShouldContain("共 40 行：新增案件 0，已有 40，拒绝 0；用时");
        (await database.AskAsync("select count(*) from cases")).ShouldBe(40L);
    }

    [Fact]
    public async Task Refused_rows_are_listed_and_end_with_three_a_refused_file_with_one_a_missing_argument_with_two()
    {
        await using var database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: false);
        var half = _folder["half.csv"];
        await File.WriteAllTextAsync(half, """
            message_id,title,created_at,body,l1_label,reply,replied_at
            V1,好的,2019-01-02T03:04:05,内容,,,
            V2,坏的,昨天,内容,,,
            """);

        var rows = await RunAsync(database, "import-messages", half);
        rows.ExitCode.ShouldBe(3);
        rows.Output.ShouldContain("第 3 行：留言时间不是");
        rows.Output.ShouldContain("共 2 行：新增案件 1，已有 0，拒绝 1；");

        var file = await RunAsync(database, "import-calendar", half);
        file.ExitCode.ShouldBe(1);
        file.Output.ShouldContain("第 1 行：表头缺少列：date、is_workday、kind、name。");
        file.Output.ShouldContain("文件没有导入");

        var missing = await RunAsync(database, "import-divisions");
        missing.ExitCode.ShouldBe(2);
        missing.Output.ShouldContain("用法：import-divisions 文件");
    }

    [SharedDataFact("divisions-hohhot.csv")]
    public async Task The_published_lists_of_divisions_and_working_days_are_taken()
    {
        await using var database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: false);

        var divisions = await RunAsync(database, "import-divisions", SharedData.Find("divisions-hohhot.csv")!);
        divisions.Output.ShouldContain("共 1507 行：新增或更正 0，已有 1507，拒绝 0；");
        divisions.ExitCode.ShouldBe(0);
        var days = await RunAsync(database, "import-calendar", SharedData.Find("cn-workdays-2010-2021.csv")!);
        days.Output.ShouldContain("共 4383 行：新增或更正 4383，已有 0，拒绝 0；");
        var known = await RunAsync(database, "import-calendar", SharedData.Find("cn-workdays.csv")!);
        known.Output.ShouldContain("共 1826 行：");
        known.ExitCode.ShouldBe(0, known.Output);
    }

    private Task<(int ExitCode, string Output)> RunAsync(PostgresTestDatabase database, params string[] command) =>
        PortalProcess.RunAsync(["admin", "--data", _folder["data"], "--connection", database.ConnectionString, .. command]);
}
