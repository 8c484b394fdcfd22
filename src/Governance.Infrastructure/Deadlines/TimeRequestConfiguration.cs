using Governance.Domain.Cases;
using Governance.Domain.Deadlines;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Deadlines;

internal sealed class TimeRequestConfiguration : IEntityTypeConfiguration<TimeRequest>
{
    /// <summary>What a case keeps of its clock beside the deadlines.</summary>
    public static void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.HasMany(c => c.TimeRequests).WithOne().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.TimeRequests).HasField("_timeRequests").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(c => c.StepDueAt).HasFilter("is_open and step_due_at is not null");
        builder.HasIndex(c => c.PausedUntil).HasFilter("paused_until is not null");
        builder.HasIndex(c => c.TimeAskedAt).HasFilter("time_asked_at is not null");
    }

    public void Configure(EntityTypeBuilder<TimeRequest> builder)
    {
        builder.ToTable("time_requests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasEnumText(r => r.Kind);
        builder.HasEnumText(r => r.State);
        builder.Property(r => r.Unit).HasConversion<string>().HasMaxLength(24);
        builder.Property(r => r.RuleId).HasMaxLength(40).UseCollation("C");
        builder.Property(r => r.Basis).HasMaxLength(200);
        builder.Property(r => r.ReasonName).HasMaxLength(60);
        builder.Property(r => r.Words).HasMaxLength(Case.WordsLength);
        builder.Property(r => r.Decision).HasMaxLength(Case.WordsLength);
        builder.Property(r => r.AskedByName).HasMaxLength(Platform.PortalUser.DisplayNameLength);
        builder.Property(r => r.AskedByBody).HasMaxLength(80);
        builder.Property(r => r.DecidedByName).HasMaxLength(Platform.PortalUser.DisplayNameLength);
        builder.Property(r => r.DecidedByBody).HasMaxLength(80);
        builder.HasIndex(r => r.CaseId);
    }
}
