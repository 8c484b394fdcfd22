using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Platform;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.ActorAccount).HasMaxLength(256);
        builder.Property(e => e.ActorName).HasMaxLength(PortalUser.DisplayNameLength);
        builder.Property(e => e.BodyName).HasMaxLength(80);
        builder.Property(e => e.Action).HasMaxLength(60).UseCollation("C");
        builder.Property(e => e.SubjectKind).HasMaxLength(30).UseCollation("C");
        builder.Property(e => e.SubjectId).HasMaxLength(256).UseCollation("C");
        builder.Property(e => e.Detail).HasMaxLength(AuditEntry.DetailLength);
        builder.HasIndex(e => new { e.SubjectKind, e.SubjectId, e.At });
        builder.HasIndex(e => new { e.At, e.Id });
        builder.HasIndex(e => new { e.ActorId, e.At });
    }
}
