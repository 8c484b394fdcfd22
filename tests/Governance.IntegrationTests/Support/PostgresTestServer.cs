using System.Globalization;
using Governance.Infrastructure.Platform;
using Npgsql;

namespace Governance.IntegrationTests.Support;

/// <summary>
/// The PostgreSQL of a whole test run: the server <c>GOVERNANCE_TEST_PG</c> names (a connection string whose user may create
/// databases), else a private one in a temporary folder, gone when the run ends.
/// </summary>
public sealed class PostgresTestServer : IAsyncDisposable
{
    private const string Variable = "GOVERNANCE_TEST_PG";
    private const string Prefix = "governance_test_";
    private const string StampFormat = "yyyyMMddHHmmss";
    private static readonly string RunName =
        Prefix + DateTime.UtcNow.ToString(StampFormat, CultureInfo.InvariantCulture) + "_" + Guid.NewGuid().ToString("N")[..6];

    private readonly SemaphoreSlim _gate = new(1);
    private string? _adminConnection;
    private string? _template;
    private PostgresTestCluster? _cluster;
    private int _count;

    /// <summary>The server of this run; started by the first test that asks for a database.</summary>
    public static PostgresTestServer Current { get; } = new();

    /// <summary>Makes a database: a copy of the migrated template, or an empty one for tests of the migrations themselves.</summary>
    public async Task<PostgresTestDatabase> CreateDatabaseAsync(bool migrated)
    {
        await EnsureReadyAsync(migrated);
        var name = $"{RunName}_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync(migrated ? $"create database {name} template {_template}" : $"create database {name}");
        return new PostgresTestDatabase(this, name);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_template is not null) await DropAsync(_template);
        if (_cluster is not null) await _cluster.DisposeAsync();
        (_template, _cluster, _adminConnection) = (null, null, null);
    }

    internal string ConnectionStringOf(string database) =>
        new NpgsqlConnectionStringBuilder(_adminConnection) { Database = database, Pooling = true, IncludeErrorDetail = true }.ConnectionString;

    internal Task DropAsync(string database) => ExecuteAsync($"drop database if exists {database} with (force)");

    private async Task EnsureReadyAsync(bool withTemplate)
    {
        await _gate.WaitAsync();
        try
        {
            if (_adminConnection is null) await ConnectAsync();
            if (withTemplate && _template is null) await MakeTemplateAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ConnectAsync()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        try
        {
            if (string.IsNullOrWhiteSpace(given)) _cluster = await PostgresTestCluster.StartAsync();
            var server = _cluster?.ConnectionString ?? given;
            _adminConnection = new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString;
            await DropLeftoversAsync();
        }
        catch (Exception fault) when (fault is EmbeddedPostgresException or NpgsqlException or ArgumentException)
        {
            _adminConnection = null;
            throw new InvalidOperationException(
                $"No PostgreSQL for the tests. Install Debian's postgresql (a private server is started from it), or set {Variable} "
                + $"to the connection string of a user who may create databases. {fault.Message}", fault);
        }
    }

    private async Task MakeTemplateAsync()
    {
        var template = RunName + "_template";
        await ExecuteAsync($"create database {template}");
        await PostgresTemplate.FillAsync(
            new NpgsqlConnectionStringBuilder(_adminConnection) { Database = template, Pooling = false }.ConnectionString);
        // A template somebody is connected to cannot be copied.
        await ExecuteAsync($"alter database {template} allow_connections false");
        _template = template;
    }

    /// <summary>On a lasting server: what runs that were killed left behind, a day ago or longer.</summary>
    private async Task DropLeftoversAsync()
    {
        var names = new List<string>();
        await using var connection = new NpgsqlConnection(_adminConnection);
        await connection.OpenAsync();
        await using (var command = new NpgsqlCommand($"select datname from pg_database where datname like '{Prefix}%'", connection))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        foreach (var name in names.Where(IsOld)) await DropAsync(name);
    }

    private static bool IsOld(string name) =>
        DateTime.TryParseExact(
            name[Prefix.Length..].Split('_')[0], StampFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var made)
        && made < DateTime.UtcNow.AddDays(-1);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_adminConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
