using Npgsql;

namespace Governance.IntegrationTests.Support;

/// <summary>
/// A database of a test class's own, with the whole schema and nothing in it: <c>IClassFixture&lt;PostgresFixture&gt;</c>. Copied from a
/// template that is migrated once a run, dropped after the class, so that classes run side by side.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresTestDatabase? _database;

    /// <summary>Connection string of the database; its user may create further databases.</summary>
    public string ConnectionString => Database.ConnectionString;

    /// <summary>A pool on the database, for checks in plain SQL.</summary>
    public NpgsqlDataSource DataSource => Database.DataSource;

    private PostgresTestDatabase Database => _database ?? throw new InvalidOperationException("The fixture has not been started.");

    /// <inheritdoc />
    public async Task InitializeAsync() => _database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: true);

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
    }
}
