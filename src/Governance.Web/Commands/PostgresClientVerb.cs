using System.Diagnostics;
using System.Globalization;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Npgsql;

namespace Governance.Web.Commands;

/// <summary>
/// Runs a client program of PostgreSQL on the portal's database, wherever that is. The password goes by the environment of that
/// program, where other users cannot read it, never by its arguments.
/// </summary>
public sealed class PostgresClientVerb(string program, string summary) : IAdminVerb
{
    /// <summary>The programs that become verbs.</summary>
    public static IReadOnlyList<(string Name, string Summary)> Programs { get; } =
    [
        ("psql", "在平台的数据库上打开 psql"),
        ("pg_dump", "备份平台的数据库，如：pg_dump -Fc -f 备份文件"),
        ("pg_restore", "恢复备份，如：pg_restore --clean --if-exists -d governance 备份文件"),
    ];

    /// <inheritdoc />
    public string Name => program;

    /// <inheritdoc />
    public string Usage => $"{program} [{program} 的参数 …]";

    /// <inheritdoc />
    public string Summary => summary;

    /// <inheritdoc />
    public bool NeedsSchema => false;

    /// <inheritdoc />
    public async Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct)
    {
        var path = PostgresPrograms.Find(program) ?? throw new AdminFailedException(
            $"未找到 {program}。请安装：apt-get install postgresql-client；或用环境变量 GOVERNANCE_PG_BIN 指明程序所在文件夹。");
        var connection = context.Services.GetRequiredService<DatabaseConnection>().ConnectionString;
        using var process = Process.Start(Describe(path, args, new NpgsqlConnectionStringBuilder(connection)))!;
        // Ctrl-C belongs to the program on the terminal (psql cancels a query with it): wait for its own end.
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    private static ProcessStartInfo Describe(string path, IReadOnlyList<string> args, NpgsqlConnectionStringBuilder connection)
    {
        var start = new ProcessStartInfo(path, args);
        var environment = start.Environment;
        environment["PGHOST"] = connection.Host;
        environment["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture);
        environment["PGUSER"] = connection.Username;
        environment["PGDATABASE"] = connection.Database;
        environment["PGPASSWORD"] = connection.Password;
        environment["PGCLIENTENCODING"] = "UTF8";
        environment["PGSSLMODE"] = SslMode(connection.SslMode);
        return start;
    }

    private static string SslMode(SslMode mode) => mode switch
    {
        Npgsql.SslMode.VerifyCA => "verify-ca",
        Npgsql.SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}
