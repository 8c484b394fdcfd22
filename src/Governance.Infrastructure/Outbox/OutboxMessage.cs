using Governance.Domain.Cases;
using Governance.Domain.Clients;
using Governance.Domain.Submissions;
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

    /// <summary>The case, or the submission that somebody is told of.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>Its new step; the submission itself when it has come in; the account that was seated in the circle of a restricted one.</summary>
    public Guid StepId { get; init; }

    /// <summary>How often handing it on failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Not to be tried before, UTC.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>The message of a step.</summary>
    public static OutboxMessage Of(CaseStep step) => Of(step.CaseId, step.Id);

    private static OutboxMessage Of(Guid subjectId, Guid stepId) => new() { SubjectId = subjectId, StepId = stepId, NotBefore = DateTimeOffset.UnixEpoch };

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
        var told = AddForSubmissions(context);
        return steps.Count > 0 || told > 0;
    }

    // A client of the interface is told what becomes of its submission, and a circle that there is something to look at; a citizen looks it up.
    private static int AddForSubmissions(DbContext context)
    {
        var told = context.ChangeTracker.Entries<Submission>()
            .Where(e => ApiClient.IdOfSource(e.Entity.SourceKey) is not null || e.Entity.RestrictionKey is not null).ToList();
        var ids = told.Select(e => e.Entity.Id).ToHashSet();
        var messages = told.Where(e => e.State == EntityState.Added).Select(e => Of(e.Entity.Id, e.Entity.Id))
            .Concat(context.ChangeTracker.Entries<SubmissionStep>().Where(e => e.State == EntityState.Added && ids.Contains(e.Entity.SubmissionId))
                .Select(e => e.Entity).OrderBy(s => s.SubmissionId).ThenBy(s => s.Sequence).Select(s => Of(s.SubmissionId, s.Id)))
            .Concat(context.ChangeTracker.Entries<SubmissionReader>().Where(e => e.State == EntityState.Added).Select(e => Of(e.Entity.SubmissionId, e.Entity.UserId)))
            .ToList();
        context.AddRange(messages);
        return messages.Count;
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        // No foreign keys: a step is never removed, and looking both up would cost every save.
        builder.ToTable("outbox_messages");
        builder.Property(m => m.Id).UseIdentityAlwaysColumn();
        // Named before submissions were told of too.
        builder.Property(m => m.SubjectId).HasColumnName("case_id");
        builder.HasIndex(m => new { m.SubjectId, m.Id }).HasDatabaseName("ix_outbox_messages_case_id_id");
    }
}
