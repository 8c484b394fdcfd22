using Governance.Domain.Cases;
using Governance.Domain.SubTasks;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.SubTasks;

internal sealed class SubTaskConfiguration : IEntityTypeConfiguration<SubTask>
{
    public void Configure(EntityTypeBuilder<SubTask> builder)
    {
        builder.ToTable("sub_tasks");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(t => t.Place).HasColumnName("area_code");
        builder.Property(t => t.BodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(t => t.BodyName).HasMaxLength(80);
        builder.Property(t => t.GivenByBodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(t => t.GivenByBodyName).HasMaxLength(80);
        builder.Property(t => t.Words).HasMaxLength(CaseStep.NoteLength);
        builder.Property(t => t.Result).HasMaxLength(CaseStep.NoteLength);
        builder.Property(t => t.Reason).HasMaxLength(CaseStep.NoteLength);
        builder.HasEnumText(t => t.State);
        builder.Property(t => t.Version).IsRowVersion();
        builder.HasIndex(t => new { t.BodyCode, t.DueAt, t.Id }).HasFilter("ended_at is null");
        builder.HasIndex(t => new { t.GivenByBodyCode, t.DueAt, t.Id }).HasFilter("ended_at is null");
        builder.HasIndex(t => new { t.BodyCode, t.EndedAt, t.Id }).HasFilter("ended_at is not null");
        builder.HasIndex(t => new { t.GivenByBodyCode, t.EndedAt, t.Id }).HasFilter("ended_at is not null");
    }
}
