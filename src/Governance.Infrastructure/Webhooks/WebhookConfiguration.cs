using Governance.Domain.Cases;
using Governance.Domain.Webhooks;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Webhooks;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.CaseNumber).HasConversion(n => n.Value, text => CaseNumber.Parse(text)).HasMaxLength(CaseNumber.MaxLength).UseCollation("C");
        builder.HasEnumText(d => d.CaseState);
        builder.HasEnumText(d => d.State);
        builder.Property(d => d.Body).HasMaxLength(WebhookDelivery.BodyLength);
        builder.Property(d => d.Reason).HasMaxLength(WebhookDelivery.ReasonLength);
        // A step is told to a client once, however often the outbox tells of it.
        builder.HasIndex(d => new { d.ClientId, d.CaseId, d.Sequence }).IsUnique();
        builder.HasIndex(d => d.DueAt).HasFilter("state = 'Pending'");
        builder.HasIndex(d => new { d.ClientId, d.CreatedAt, d.Id });
        builder.HasIndex(d => d.EndedAt);
    }
}
