using Governance.Domain.Common;
using Governance.Domain.SavedFilters;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.SavedFilters;

internal sealed class SavedFilterConfiguration : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.ToTable("saved_filters");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.OwnerName).HasMaxLength(PortalUser.DisplayNameLength);
        builder.Property(f => f.BodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(f => f.Name).HasMaxLength(SavedFilter.NameLength);
        builder.Property(f => f.Query).HasConversion(q => q.Cipher, bytes => new ProtectedText(bytes));
        builder.HasIndex(f => new { f.OwnerId, f.Name }).IsUnique();
        builder.HasIndex(f => f.BodyCode).HasFilter("is_shared");
    }
}
