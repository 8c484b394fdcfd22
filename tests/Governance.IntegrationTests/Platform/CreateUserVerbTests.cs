using System.Text.RegularExpressions;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Platform;

/// <summary>The way to the first administrator of a portal without demo accounts.</summary>
public sealed partial class CreateUserVerbTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_operator_makes_an_account_and_is_shown_its_password_once()
    {
        var made = await RunAsync("create-user", "admin.zhou", "周建国", "系统管理员", "呼和浩特市社会治安综合治理中心");

        made.ExitCode.ShouldBe(0, made.Output);
        made.Output.ShouldContain("已新建 1 个账号");
        var password = Password().Match(made.Output).Groups[1].Value;
        password.Length.ShouldBe(12);
        await using var command = postgres.DataSource.CreateCommand(
            "select u.role || ' ' || u.scope_code || ' ' || u.must_change_password || ' ' || a.action || ' ' || a.actor_name from users u, audit_entries a where u.user_name = 'admin.zhou' and a.subject_id = u.user_name");
        (await command.ExecuteScalarAsync()).ShouldBe("SystemAdministrator 150100000000 true user.create 系统运维");
        Directory.GetFiles(_folder["data/logs"]).ShouldAllBe(file => !File.ReadAllText(file).Contains(password));
    }

    [Theory]
    [InlineData(1, "已被使用", "twice", "甲", "领导", "150100000000-centre")]
    [InlineData(2, "没有角色", "someone", "甲", "皇帝", "150100000000-centre")]
    [InlineData(2, "没有单位", "someone", "甲", "领导", "天宫")]
    [InlineData(1, "小写字母", "Ä", "甲", "领导", "150100000000-centre")]
    [InlineData(1, "所在地之内", "someone", "甲", "领导", "150102000000-centre", "150103000000")]
    [InlineData(2, "参数", "someone")]
    public async Task What_is_wrong_is_said(int exitCode, string said, params string[] arguments)
    {
        if (arguments[0] == "twice")
            await RunAsync(["create-user", .. arguments]);

        var refused = await RunAsync(["create-user", .. arguments]);

        refused.ExitCode.ShouldBe(exitCode, refused.Output);
        refused.Output.ShouldContain(said);
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] command) =>
        PortalProcess.RunAsync(["admin", "--data", _folder["data"], "--connection", postgres.ConnectionString, .. command]);

    [GeneratedRegex("初始密码：(\\w+)")]
    private static partial Regex Password();
}
