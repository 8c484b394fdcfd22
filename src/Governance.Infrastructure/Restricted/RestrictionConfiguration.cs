using Governance.Domain.Cases;
using Governance.Domain.Restricted;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Restricted;

/// <summary>What a case keeps of who may know of it.</summary>
internal static class RestrictionConfigurations
{
    /// <summary>The restriction, the circle, and the index of the restricted cases, which are few.</summary>
    public static void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.Property(c => c.IsRestricted).HasDefaultValue(false);
        builder.HasOne(c => c.Restriction).WithOne().HasForeignKey<Restriction>(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(c => c.HandOver).WithOne().HasForeignKey<HandOver>(h => h.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(c => c.Inquiry).WithOne().HasForeignKey<Inquiry>(i => i.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Circle).WithOne().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Circle).HasField("_circle").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(c => new { c.IsRestricted, c.Number }).HasFilter("is_restricted");
        builder.HasIndex(c => c.CategoryCode).HasFilter("not is_restricted");
    }
}

internal sealed class RestrictionConfiguration : IEntityTypeConfiguration<Restriction>
{
    public void Configure(EntityTypeBuilder<Restriction> builder)
    {
        builder.ToTable("case_restrictions");
        builder.HasKey(r => r.CaseId);
        builder.Property(r => r.CaseId).ValueGeneratedNever();
        builder.Property(r => r.CaseNumber).HasMaxLength(CaseNumber.MaxLength).UseCollation("C");
        builder.Property(r => r.RuleKey).HasMaxLength(40).UseCollation("C");
        builder.Property(r => r.Name).HasMaxLength(40);
        builder.Property(r => r.KeeperBodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(r => r.KeeperBodyName).HasMaxLength(80);
        builder.Property(r => r.Reason).HasMaxLength(Restriction.ReasonLength);
        builder.HasIndex(r => new { r.RegistrarId, r.RestrictedAt });
    }
}

internal sealed class CircleMemberConfiguration : IEntityTypeConfiguration<CircleMember>
{
    public void Configure(EntityTypeBuilder<CircleMember> builder)
    {
        builder.ToTable("case_circle_members");
        builder.HasKey(m => new { m.CaseId, m.UserId });
        builder.Property(m => m.Name).HasMaxLength(PortalUser.DisplayNameLength);
        builder.Property(m => m.BodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(m => m.BodyName).HasMaxLength(80);
        builder.Property(m => m.AddedBy).HasMaxLength(PortalUser.DisplayNameLength);
        builder.HasIndex(m => new { m.UserId, m.CaseId });
    }
}
