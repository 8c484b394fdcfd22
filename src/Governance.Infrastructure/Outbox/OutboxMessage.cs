using Governance.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Outbox;

/// <summary>
/// A step that listeners have not heard of yet. Written in the transaction of the step, gone in the transaction in which the listeners
/// heard of it, so the table is empty but for the last moments.
/// </summary>
internal sealed class OutboxMessage
{
    /// <summary>Key, in the order of writing.</summary>
    public long Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Its new step.</summary>
    public Guid StepId { get; init; }

    /// <summary>How often handing it on failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Not to be tried before, UTC.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>The message of a step.</summary>
    public static OutboxMessage Of(CaseStep step) => new() { CaseId = step.CaseId, StepId = step.Id, NotBefore = DateTimeOffset.UnixEpoch };

    /// <summary>
    /// Adds a message for every step that is about to be saved. The one place where messages are made: no feature can forget it. Bulk
    /// writers (imports, demo, generator) go past it, nobody is to be told of ten years of cases.
    /// </summary>
    /// <returns>True when there was one.</returns>
    public static bool AddForNewSteps(DbContext context)
    {
        var steps = context.ChangeTracker.Entries<CaseStep>().Where(e => e.State == EntityState.Added)
            .Select(e => e.Entity).OrderBy(s => s.CaseId).ThenBy(s => s.Sequence).ToList();
        foreach (var step in steps)
            context.Add(Of(step));
        return steps.Count > 0;
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        // No foreign keys: a step is never removed, and looking both up would cost every save.
        builder.ToTable("outbox_messages");
        builder.Property(m => m.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(m => new { m.CaseId, m.Id });
    }
}
