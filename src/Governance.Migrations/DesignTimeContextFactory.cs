using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Governance.Migrations;

/// <summary>Gives dotnet-ef a context; it never connects while a migration is written.</summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<GovernanceDbContext>
{
    /// <inheritdoc />
    public GovernanceDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<GovernanceDbContext>()
            .UseGovernancePostgres("Host=localhost;Database=design")
            .Options);
}
