using Governance.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Support;

/// <summary>What every test database starts with.</summary>
internal static class PostgresTemplate
{
    /// <summary>Brings the empty template to the newest schema, with the portal's own migrator.</summary>
    public static async Task FillAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddLogging().AddPersistence().BuildServiceProvider();
        services.GetRequiredService<DatabaseConnection>().Use(connectionString);
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync();
    }
}
