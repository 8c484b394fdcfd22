using Governance.Application.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Infrastructure.Persistence;
using Governance.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Governance.Benchmarks;

/// <summary>The portal's services on the database of a data folder, without its web side.</summary>
internal sealed class BenchPortal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly PortalDatabase _database;

    private BenchPortal(WebApplication app, PortalDatabase database) => (_app, _database) = (app, database);

    /// <summary>What is sent to the database.</summary>
    public StatementLog Statements { get; } = new();

    /// <summary>The database.</summary>
    public NpgsqlDataSource Database => Get<DatabaseConnection>().DataSource;

    /// <summary>The city.</summary>
    public Domain.Cities.CityPack Pack => Get<IReferenceData>().Pack;

    /// <summary>Opens the services.</summary>
    public static async Task<BenchPortal> OpenAsync(string dataDirectory)
    {
        var reading = PortalOptionsReader.Read(["admin", "--data", dataDirectory, "measure"], Environment.GetEnvironmentVariable);
        var options = PortalStart.WithMemory(reading.Options ?? throw new InvalidOperationException(reading.Refusal));
        var pack = PortalStart.ReadPack(options);
        var app = PortalComposition.Build(options);
        var database = await PortalDatabase.OpenAsync(options, app.Services, default);
        await PortalStart.PrepareDataAsync(app.Services, pack, default);
        return new BenchPortal(app, database);
    }

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Somebody of a body; the scope is the area of the body.</summary>
    public Actor Person(Role role, AreaCode area, string key, int number = 0)
    {
        var body = Pack.FindBody(Body.CodeOf(area, key)) ?? throw new InvalidOperationException($"No body {key} in {area.Value}.");
        return new Actor(new Guid(number + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)role]), $"bench-{key}", "测量员", role, body.Code, body.Name, area);
    }

    /// <summary>How many cases there are.</summary>
    public async Task<long> CountCasesAsync() => await AskAsync<long>("select count(*) from cases");

    /// <summary>First value of a statement.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        command.CommandTimeout = 0;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Statements.Dispose();
        await _database.DisposeAsync();
        await _app.DisposeAsync();
    }
}
