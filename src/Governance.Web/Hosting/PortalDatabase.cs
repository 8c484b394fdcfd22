using System.Diagnostics;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Npgsql;

namespace Governance.Web.Hosting;

/// <summary>Brings the database within reach: the operator's server, or the portal's own, which disposing lets go again.</summary>
public sealed partial class PortalDatabase : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly EmbeddedPostgres? _embedded;

    private PortalDatabase(EmbeddedPostgres? embedded) => _embedded = embedded;

    /// <summary>Starts or reaches the server and tells <see cref="DatabaseConnection"/> where it is.</summary>
    /// <exception cref="StartRefusedException">It cannot be reached.</exception>
    /// <exception cref="EmbeddedPostgresException">The embedded one cannot be had.</exception>
    public static async Task<PortalDatabase> OpenAsync(PortalOptions options, IServiceProvider services, CancellationToken cancellation)
    {
        var logger = services.GetRequiredService<ILogger<PortalDatabase>>();
        var connection = services.GetRequiredService<DatabaseConnection>();
        if (options.ConnectionString is { } given)
        {
            await WaitForAsync(given, logger, cancellation);
            connection.Use(given);
            return new PortalDatabase(null);
        }
        var embedded = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = options.DataDirectory }, logger, cancellation);
        connection.Use(embedded.ConnectionString);
        return new PortalDatabase(embedded);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    // Started together with the portal, a server may need a while.
    private static async Task WaitForAsync(string connectionString, ILogger logger, CancellationToken cancellation)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 5 };
        var place = $"{builder.Host}:{builder.Port}，库 {builder.Database}";
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(builder.ConnectionString);
                await connection.OpenAsync(cancellation);
                return;
            }
            catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword
                or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName)
            {
                throw new StartRefusedException($"数据库拒绝登录（{place}）。请核对连接串中的用户、密码和库名。", refused);
            }
            catch (NpgsqlException fault) when (watch.Elapsed >= Patience)
            {
                throw new StartRefusedException($"{Patience.TotalSeconds} 秒内连不上数据库（{place}）。请检查数据库是否已启动、地址和端口是否正确。", fault);
            }
            catch (NpgsqlException)
            {
                LogWaiting(logger, place);
                await Task.Delay(TimeSpan.FromSeconds(2), cancellation);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "正在等待数据库（{Place}）")]
    private static partial void LogWaiting(ILogger logger, string place);
}
