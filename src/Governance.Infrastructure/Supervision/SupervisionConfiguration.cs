using Governance.Domain.Cases;
using Governance.Domain.Supervision;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Supervision;

internal sealed class SupervisionConfiguration : IEntityTypeConfiguration<SupervisionOrder>
{
    /// <summary>What a case keeps of its supervision.</summary>
    public static void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.HasEnumText(c => c.Supervision);
        builder.HasMany(c => c.Supervisions).WithOne().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Supervisions).HasField("_supervisions").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(c => new { c.Supervision, c.DueAt, c.Id }).HasFilter("supervision is not null");
        builder.HasIndex(c => c.WatchAt).HasFilter("watch_at is not null");
    }

    public void Configure(EntityTypeBuilder<SupervisionOrder> builder)
    {
        builder.ToTable("supervision_orders");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasEnumText(s => s.Level);
        builder.Property(s => s.BodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(s => s.BodyName).HasMaxLength(80);
        builder.Property(s => s.Words).HasMaxLength(Case.WordsLength);
        builder.Property(s => s.ThresholdId).HasMaxLength(40).UseCollation("C");
        builder.Property(s => s.IssuedByName).HasMaxLength(Platform.PortalUser.DisplayNameLength);
        builder.Property(s => s.IssuedByBody).HasMaxLength(80);
        builder.Property(s => s.Reply).HasMaxLength(Case.WordsLength);
        builder.Property(s => s.RepliedByName).HasMaxLength(Platform.PortalUser.DisplayNameLength);
        builder.Property(s => s.LiftWords).HasMaxLength(Case.WordsLength);
        builder.Property(s => s.LiftedByName).HasMaxLength(Platform.PortalUser.DisplayNameLength);
        builder.HasIndex(s => s.CaseId);
    }
}
