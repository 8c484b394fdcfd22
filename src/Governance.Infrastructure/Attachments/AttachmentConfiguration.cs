using Governance.Domain.Attachments;
using Governance.Domain.Common;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Attachments;

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasEnumText(a => a.Owner);
        builder.Property(a => a.Name).HasConversion(text => text.Cipher, bytes => new ProtectedText(bytes));
        builder.HasEnumText(a => a.Kind);
        builder.Property(a => a.Sha256).HasMaxLength(64).UseCollation("C");
        builder.HasEnumText(a => a.Stage);
        builder.Property(a => a.AddedByName).HasMaxLength(40);
        builder.Property(a => a.AddedByBody).HasMaxLength(80);
        builder.Property(a => a.RemovedByName).HasMaxLength(40);
        builder.Property(a => a.RemovedReason).HasMaxLength(Attachment.ReasonLength);
        builder.Property(a => a.Version).IsRowVersion();
        builder.HasIndex(a => new { a.OwnerId, a.AddedAt });
        // The same content twice on a record is one file, also when two forms arrive at once.
        builder.HasIndex(a => new { a.OwnerId, a.Sha256 }).IsUnique().HasFilter("removed_at is null");
    }
}
