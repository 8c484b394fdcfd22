using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Platform;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.Property(u => u.DisplayName).HasMaxLength(PortalUser.DisplayNameLength);
        builder.Property(u => u.BodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(u => u.BodyName).HasMaxLength(80);
        builder.HasEnumText(u => u.Role);
        builder.HasIndex(u => u.ScopeCode);
        builder.HasIndex(u => u.BodyCode);
    }
}
