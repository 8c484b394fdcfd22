using Npgsql;

namespace Governance.Infrastructure.Persistence;

/// <summary>Where the portal's database is: set once at start, when the embedded server is up or the option was read.</summary>
public sealed class DatabaseConnection : IAsyncDisposable
{
    private NpgsqlDataSource? _dataSource;

    /// <summary>The pool everything outside EF uses: COPY, health checks, maintenance.</summary>
    public NpgsqlDataSource DataSource =>
        _dataSource ?? throw new InvalidOperationException("The database connection was asked for before start-up had set it.");

    /// <summary>The connection string; it holds a password and never goes to a log.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Sets the connection; called once at start-up.</summary>
    public void Use(string connectionString)
    {
        // Whoever takes a connection leaves nothing in its session (locks are given back by name, settings end with the transaction), and tidying up
        // would be seven statements before each first one.
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "governance", NoResetOnClose = true };
        // Plans of the hot queries are kept by the server; see docs/decisions/0003.
        if (builder.MaxAutoPrepare == 0)
            builder.MaxAutoPrepare = 60;
        ConnectionString = builder.ConnectionString;
        _dataSource = NpgsqlDataSource.Create(builder);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_dataSource is not null)
            await _dataSource.DisposeAsync();
    }
}
