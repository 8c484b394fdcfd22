using Governance.Domain.Notifications;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Notifications;

/// <summary>
/// A notification of one person. It holds keys only: what is shown is read from the case and its step at that moment, with the
/// person's rights of that moment.
/// </summary>
internal sealed class Notification
{
    public Guid Id { get; init; }

    public Guid RecipientId { get; init; }

    /// <summary>The case; or the restricted submission that waits for its circle, which is the step as well.</summary>
    public Guid CaseId { get; init; }

    public Guid StepId { get; init; }

    public NotificationKind Kind { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>True when a colleague acted before the person read it.</summary>
    public bool IsSettled { get; init; }
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasEnumText(n => n.Kind);
        // A case tells a person the same thing once until it was read: the number on the bell is a number of matters.
        builder.HasIndex(n => new { n.RecipientId, n.CaseId, n.Kind }).IsUnique().HasFilter("read_at is null");
        builder.HasIndex(n => new { n.RecipientId, n.At, n.Id });
        builder.HasIndex(n => n.CaseId).HasFilter("read_at is null");
        builder.HasIndex(n => n.At);
    }
}
