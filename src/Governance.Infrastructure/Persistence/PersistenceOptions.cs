using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Governance.Infrastructure.Persistence;

/// <summary>How every context is opened, in the portal, in tests and at design time.</summary>
public static class PersistenceOptions
{
    /// <summary>PostgreSQL with the portal's conventions.</summary>
    public static DbContextOptionsBuilder<GovernanceDbContext> UseGovernancePostgres(
        this DbContextOptionsBuilder<GovernanceDbContext> builder, string connectionString)
    {
        UseGovernancePostgres((DbContextOptionsBuilder)builder, connectionString);
        return builder;
    }

    /// <inheritdoc cref="UseGovernancePostgres(DbContextOptionsBuilder{GovernanceDbContext}, string)"/>
    public static DbContextOptionsBuilder UseGovernancePostgres(this DbContextOptionsBuilder builder, string connectionString) =>
        builder.UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable("schema_migrations"))
            .ConfigureWarnings(warnings => warnings
                // Totals are counted up to a bound, for which the order of the rows does not matter.
                .Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)
                // What failed is logged by FailedStatementLog, which tells a lost race from a fault.
                .Ignore(RelationalEventId.CommandError, CoreEventId.SaveChangesFailed));
}
