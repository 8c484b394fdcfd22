using Governance.Application;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Infrastructure.Attachments;
using Governance.Infrastructure.Cities;
using Governance.Infrastructure.Imports;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Imports;

/// <summary>The portal's services without its web side, on a database of its own, with a city pack loaded.</summary>
public sealed class ImportPortal : IAsyncDisposable
{
    private readonly PostgresFixture _postgres = new();
    private readonly ServiceProvider _services;

    private readonly TemporaryFolder _files = new();

    private ImportPortal(string? connectionString, PostgresFixture postgres)
    {
        _postgres = postgres;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IPersonalDataProtector>(new PersonalDataProtector(new byte[PersonalDataProtector.KeySize]))
            .AddSingleton(new AttachmentFolder(_files.Path))
            .AddPersistence()
            .AddApplication()
            .AddAccounts()
            .AddImports()
            .BuildServiceProvider();
        _services.GetRequiredService<DatabaseConnection>().Use(connectionString ?? postgres.ConnectionString);
    }

    /// <summary>The pack in use.</summary>
    public CityPack Pack => Get<ReferenceData>().Pack;

    /// <summary>Root of the checkout the tests were built in.</summary>
    public static string Checkout { get; } = FindCheckout();

    /// <summary>Starts with a pack's divisions and calendar, nothing else.</summary>
    public static async Task<ImportPortal> StartAsync(string city = "hohhot")
    {
        var postgres = new PostgresFixture();
        await postgres.InitializeAsync();
        var portal = new ImportPortal(null, postgres);
        await portal.Get<ReferenceData>().InitialiseAsync(CityPackReader.Read(Path.Combine(Checkout, "cities", city)).Pack!);
        return portal;
    }

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Sets somebody's password, as if chosen by the person.</summary>
    public async Task SetPasswordAsync(Guid userId, string password) => (await Get<IUnitOfWorkFactory>().ExecuteAsync<Guid>(async unit =>
    {
        (await unit.Users.FindAsync(userId, default))!.SetPassword(password, mustChange: false);
        return userId;
    }, default)).IsOk.ShouldBeTrue();

    /// <summary>Makes an account that is none of the demo's.</summary>
    public async Task AddPersonAsync(string account) => (await Get<IUnitOfWorkFactory>().ExecuteAsync<Guid>(unit =>
    {
        var facts = new AccountFacts(account, "张三", Role.Auditor, SystemActor.CityCentre(Pack).Code, Pack.Profile.AreaCode);
        return Task.FromResult<Result<Guid>>(unit.Users.Add(facts, "综治中心", "qingcheng-2026-demo", mustChangePassword: false));
    }, default)).IsOk.ShouldBeTrue();

    /// <summary>First value of a statement in plain SQL.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = _postgres.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _postgres.DisposeAsync();
        _files.Dispose();
    }

    private static string FindCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Governance.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests run outside their checkout.");
    }
}
