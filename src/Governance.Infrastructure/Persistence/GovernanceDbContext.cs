using Governance.Domain.Organisation;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Platform;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Persistence;

/// <summary>The one context. Made per operation by a factory, never held by anything scoped; see docs/decisions.</summary>
public sealed class GovernanceDbContext(DbContextOptions<GovernanceDbContext> options)
    : IdentityUserContext<PortalUser, Guid>(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(GovernanceDbContext).Assembly);
        builder.HasDbFunction(() => MonthByMonth.Holds(default, "", "", 0, "")).HasName("holds_in_month");
        builder.HasDbFunction(() => MonthByMonth.IsIn(default, 0)).HasName("is_in_month");
        SnakeCaseNames.Apply(builder);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // "C" collation makes 'inside an area' a plain b-tree range and keeps codes in code order.
        configurationBuilder.Properties<AreaCode>()
            .HaveConversion<AreaCodeConverter>()
            .HaveMaxLength(AreaCode.Length)
            .UseCollation("C");
    }
}
