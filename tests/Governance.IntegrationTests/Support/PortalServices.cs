using System.Security.Cryptography;
using Governance.Application;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Infrastructure.Attachments;
using Governance.Infrastructure.Cities;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Governance.IntegrationTests.Support;

/// <summary>
/// The portal's services without its web side, on a database of its own with Hohhot's divisions and calendar, a clock that stands
/// still and a fresh key: <c>IClassFixture&lt;PortalServices&gt;</c>.
/// </summary>
public sealed class PortalServices : IAsyncLifetime
{
    /// <summary>Tuesday 2026-03-10, 10:00 in China.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);

    private readonly PostgresFixture _postgres = new();
    private ServiceProvider? _services;

    /// <summary>The database.</summary>
    public PostgresFixture Postgres => _postgres;

    /// <summary>Where the portal keeps files.</summary>
    public string FilesFolder { get; } = Path.Combine(Path.GetTempPath(), "governance-test-" + Guid.NewGuid().ToString("N"));

    /// <summary>The clock of the portal.</summary>
    public TestClock Clock { get; } = new(Start);

    /// <summary>What EF sends.</summary>
    public SqlRecorder Sql { get; } = new();

    /// <summary>What was logged.</summary>
    public LogKeeper Log { get; } = new();

    /// <summary>The pack in use.</summary>
    public CityPack Pack => Get<ReferenceData>().Pack;

    /// <summary>What people do with cases.</summary>
    public CaseService Cases => Get<CaseService>();

    /// <summary>What people read about cases.</summary>
    public CaseReadService Reads => Get<CaseReadService>();

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        await ConnectAsync(_postgres.ConnectionString);
        await Get<ReferenceData>().InitialiseAsync(ReadPack("hohhot"));
    }

    /// <summary>Opens the services once more, over another way to the same database, e.g. through a <see cref="SwitchableProxy"/>.</summary>
    public async Task ReconnectAsync(string connectionString)
    {
        await ConnectAsync(connectionString);
        await Get<ReferenceData>().InitialiseAsync(ReadPack("hohhot"));
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await _postgres.DisposeAsync();
        if (Directory.Exists(FilesFolder))
            Directory.Delete(FilesFolder, recursive: true);
    }

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => (_services ?? throw new InvalidOperationException("The portal has not been started.")).GetRequiredService<T>();

    /// <summary>First value of a statement in plain SQL.</summary>
    public async Task<T> AskAsync<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>First column of a statement in plain SQL.</summary>
    public async Task<IReadOnlyList<T>> ColumnAsync<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var column = new List<T>();
        while (await reader.ReadAsync())
            column.Add(reader.GetFieldValue<T>(0));
        return column;
    }

    /// <summary>Runs a statement in plain SQL.</summary>
    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private static CityPack ReadPack(string city)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Governance.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside their checkout.");
        return CityPackReader.Read(Path.Combine(folder.FullName, "cities", city)).Pack.ShouldNotBeNull();
    }

    private async Task ConnectAsync(string connectionString)
    {
        if (_services is not null)
            await _services.DisposeAsync();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Debug))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IPersonalDataProtector>(new PersonalDataProtector(RandomNumberGenerator.GetBytes(PersonalDataProtector.KeySize)))
            .AddSingleton(new AttachmentFolder(FilesFolder))
            .AddPersistence()
            .AddApplication()
            .ConfigureDbContext<GovernanceDbContext>(options => options.AddInterceptors(Sql))
            .BuildServiceProvider();
        Get<DatabaseConnection>().Use(connectionString);
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = _postgres.DataSource.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
