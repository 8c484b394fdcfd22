using Governance.Domain.Restricted;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Restricted;

internal sealed class HandOverConfiguration : IEntityTypeConfiguration<HandOver>
{
    public void Configure(EntityTypeBuilder<HandOver> builder)
    {
        builder.ToTable("case_hand_overs");
        builder.HasKey(h => h.CaseId);
        builder.Property(h => h.CaseId).ValueGeneratedNever();
        builder.Property(h => h.BodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(h => h.BodyName).HasMaxLength(80);
        builder.Property(h => h.Handlers).HasMaxLength(HandOver.MostHandlers * (PortalUser.DisplayNameLength + 1));
        builder.Property(h => h.HandedOverBy).HasMaxLength(PortalUser.DisplayNameLength);
        builder.Property(h => h.ReceiptNumber).HasMaxLength(HandOver.NumberLength);
        builder.Property(h => h.ReceivedBy).HasMaxLength(HandOver.ReceiverLength);
        builder.HasIndex(h => h.RemindAt).HasFilter("remind_at is not null");
    }
}
