using Governance.Domain.Restricted;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Restricted;

internal sealed class InquiryConfiguration : IEntityTypeConfiguration<Inquiry>
{
    public void Configure(EntityTypeBuilder<Inquiry> builder)
    {
        builder.ToTable("case_inquiries");
        builder.HasKey(i => i.CaseId);
        builder.Property(i => i.CaseId).ValueGeneratedNever();
        builder.Property(i => i.Ground).HasMaxLength(60).UseCollation("C");
        builder.HasEnumText(i => i.Wish);
        builder.HasEnumText(i => i.Conclusion);
        builder.Property(i => i.Words).HasMaxLength(Inquiry.WordsLength);
        builder.Property(i => i.Measures).HasMaxLength(Inquiry.WordsLength);
        builder.Property(i => i.RecordedBy).HasMaxLength(PortalUser.DisplayNameLength);
        builder.HasMany(i => i.Replies).WithOne().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(i => i.Replies).HasField("_replies").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class InquiryReplyConfiguration : IEntityTypeConfiguration<InquiryReply>
{
    public void Configure(EntityTypeBuilder<InquiryReply> builder)
    {
        builder.ToTable("case_inquiry_replies");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.IsToReporter);
        builder.Property(r => r.BodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(r => r.BodyName).HasMaxLength(80);
        builder.HasEnumText(r => r.Way);
        builder.Property(r => r.Words).HasMaxLength(Inquiry.WordsLength);
        builder.Property(r => r.RecordedBy).HasMaxLength(PortalUser.DisplayNameLength);
        builder.HasIndex(r => new { r.CaseId, r.RecordedAt });
    }
}
