using Governance.Application;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Infrastructure.Cities;
using Governance.Infrastructure.Dashboards;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Governance.IntegrationTests.Imports;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Dashboards;

/// <summary>The portal's services at a fixed moment, with thousands of cases in every state all over the city.</summary>
public sealed class DashboardPortal : IAsyncLifetime
{
    /// <summary>The moment: 2026-11-22 11:00 in China.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    private readonly PostgresFixture _postgres = new();
    private ServiceProvider _services = null!;

    /// <summary>The pack.</summary>
    public CityPack Pack => Get<ReferenceData>().Pack;

    /// <summary>The database.</summary>
    public PostgresFixture Postgres => _postgres;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new StoppedClock())
            .AddSingleton<IPersonalDataProtector>(new PersonalDataProtector(new byte[PersonalDataProtector.KeySize]))
            .AddPersistence()
            .AddApplication()
            .BuildServiceProvider();
        Get<DatabaseConnection>().Use(_postgres.ConnectionString);
        await Get<ReferenceData>().InitialiseAsync(CityPackReader.Read(Path.Combine(ImportPortal.Checkout, "cities", "hohhot")).Pack!);

        var villages = Pack.Divisions.Where(d => d.Level == DivisionLevel.Village).Select(d => d.Code.Value).ToList();
        // Also places that are no village: an office, a county, a village that was merged away.
        string[] odd = ["150102001000", "150102000000", "150102001999", "150100000000"];
        var places = villages.Where((_, i) => i % 5 == 0)
            .Concat(Enumerable.Repeat(villages.Where(v => v.StartsWith("150102001", StringComparison.Ordinal)), 10).SelectMany(v => v))
            .Concat(Enumerable.Repeat(odd, 5).SelectMany(v => v)).ToList();
        var leaves = Pack.Categories.Where(c => c.IsLeaf && Pack.RestrictionFor(c.Code) is null).Select(c => c.Code).ToList();
        await RandomCases.AddAsync(_postgres.DataSource, 4_000, 0.42, places, leaves, Now);
        // Most are added up in the tallies; what happens next is not yet, and the page must show both.
        await TallyFolder.FoldAsync(_postgres.DataSource);
        foreach (var change in new[]
        {
            RandomCases.MergeSome, "update cases set channel = 'Web' where channel = 'Counter' and random() < 0.3",
            "update cases set registered_at = registered_at - interval '31 days' where random() < 0.05",
        })
        {
            await using var command = _postgres.DataSource.CreateCommand(change);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A person of the role with that scope.</summary>
    public static Actor Person(Role role, string scope = "150100000000") =>
        new(Guid.CreateVersion7(), "someone", "某人", role, $"{scope}:centre", "综治中心", AreaCode.Parse(scope));

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
