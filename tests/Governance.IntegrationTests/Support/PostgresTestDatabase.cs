using Npgsql;

namespace Governance.IntegrationTests.Support;

/// <summary>One database on the tests' server; disposing drops it, whoever is still connected.</summary>
public sealed class PostgresTestDatabase : IAsyncDisposable
{
    private readonly PostgresTestServer _server;
    private readonly string _name;

    internal PostgresTestDatabase(PostgresTestServer server, string name)
    {
        _server = server;
        _name = name;
        ConnectionString = server.ConnectionStringOf(name);
        DataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    /// <summary>Connection string of the database.</summary>
    public string ConnectionString { get; }

    /// <summary>A pool on the database.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Runs one statement and gives its first value, or null.</summary>
    public async Task<object?> AskAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await _server.DropAsync(_name);
    }
}
