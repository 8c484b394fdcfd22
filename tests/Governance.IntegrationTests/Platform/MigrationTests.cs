using Governance.Infrastructure.Persistence;
using Governance.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Platform;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_model_has_no_change_without_a_migration()
    {
        await using var context = new GovernanceDbContext(
            new DbContextOptionsBuilder<GovernanceDbContext>().UseGovernancePostgres("Host=nowhere").Options);
        context.Database.HasPendingModelChanges().ShouldBeFalse("run scripts/add-migration.sh");
    }

    [Fact]
    public async Task Several_processes_may_migrate_one_empty_database_at_once()
    {
        await using var database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: false);
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MigrateAsync(database.ConnectionString)));
        applied.Count(names => names.Count > 0).ShouldBe(1);
    }

    private static async Task<IReadOnlyList<string>> MigrateAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddLogging().AddPersistence().BuildServiceProvider();
        services.GetRequiredService<DatabaseConnection>().Use(connectionString);
        return await services.GetRequiredService<DatabaseMigrator>().MigrateAsync();
    }
}
