using Governance.Domain.Cases;
using Governance.Domain.Submissions;
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
        // The columns are named as they were before submissions were told of too.
        builder.Property(d => d.SubjectId).HasColumnName("case_id");
        builder.Property(d => d.Number).HasColumnName("case_number").HasMaxLength(Math.Max(CaseNumber.MaxLength, SubmissionNumber.MaxLength)).UseCollation("C");
        builder.Property(d => d.SubjectState).HasColumnName("case_state").HasMaxLength(24).UseCollation("C");
        builder.HasEnumText(d => d.State);
        builder.Property(d => d.Body).HasMaxLength(WebhookDelivery.BodyLength);
        builder.Property(d => d.Reason).HasMaxLength(WebhookDelivery.ReasonLength);
        // A step is told to a client once, however often the outbox tells of it.
        builder.HasIndex(d => new { d.ClientId, d.SubjectId, d.Sequence }).IsUnique().HasDatabaseName("ix_webhook_deliveries_client_id_case_id_sequence");
        builder.HasIndex(d => d.DueAt).HasFilter("state = 'Pending'");
        builder.HasIndex(d => new { d.ClientId, d.CreatedAt, d.Id });
        builder.HasIndex(d => d.EndedAt);
    }
}
