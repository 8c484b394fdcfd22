using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Mediation;

/// <summary>Names of the columns that hold lists of codes; the domain keeps the lists in fields.</summary>
internal static class CodeLists
{
    public const string Specialities = "_specialities";
    public const string Categories = "_categories";
    public const string Levels = "_levels";
}

internal sealed class MediationCommitteeConfiguration : IEntityTypeConfiguration<MediationCommittee>
{
    public void Configure(EntityTypeBuilder<MediationCommittee> builder)
    {
        builder.ToTable("mediation_committees");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(CommitteeFacts.NameLength);
        builder.HasEnumText(c => c.Kind);
        builder.PrimitiveCollection<List<string>>(CodeLists.Specialities).HasColumnName("specialities");
        builder.Property(c => c.Area).HasColumnName("area_code");
        builder.Property(c => c.BodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(c => c.Address).HasMaxLength(CommitteeFacts.AddressLength);
        builder.Property(c => c.OfficePhone).HasMaxLength(CommitteeFacts.PhoneLength);
        builder.Property(c => c.LeaderName).HasMaxLength(MediatorFacts.NameLength);
        builder.Property(c => c.Version).IsRowVersion();
        builder.Ignore(c => c.Specialities);
        builder.Ignore(c => c.Facts);
        builder.Ignore(c => c.IsActive);
        builder.HasIndex(c => new { c.Area, c.Id });
        builder.HasIndex(c => new { c.Area, c.Name }).IsUnique().HasFilter("dissolved_on is null");
    }
}

internal sealed class MediatorConfiguration : IEntityTypeConfiguration<Mediator>
{
    public void Configure(EntityTypeBuilder<Mediator> builder)
    {
        builder.ToTable("mediators");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Name).HasMaxLength(MediatorFacts.NameLength);
        builder.PrimitiveCollection<List<string>>(CodeLists.Specialities).HasColumnName("specialities");
        builder.Property(m => m.Area).HasColumnName("area_code");
        builder.Property(m => m.Phone).HasConversion(p => p!.Cipher, bytes => new Domain.Common.ProtectedText(bytes));
        builder.Property(m => m.Version).IsRowVersion();
        builder.Ignore(m => m.Specialities);
        builder.Ignore(m => m.Facts);
        builder.Ignore(m => m.IsInOffice);
        builder.HasOne<MediationCommittee>().WithMany().HasForeignKey(m => m.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MediationCommittee>().WithMany().HasForeignKey(m => m.StudioId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Leaves).WithOne().HasForeignKey(l => l.MediatorId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(m => m.Leaves).HasField("_leaves").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(m => new { m.Area, m.Id });
        builder.HasIndex(m => new { m.CommitteeId, m.Name }).IsUnique().HasFilter("ended_on is null");
    }
}

internal sealed class MediatorLeaveConfiguration : IEntityTypeConfiguration<MediatorLeave>
{
    public void Configure(EntityTypeBuilder<MediatorLeave> builder)
    {
        builder.ToTable("mediator_leaves");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.From).HasColumnName("from_day");
        builder.Property(l => l.Until).HasColumnName("until_day");
        builder.HasEnumText(l => l.Kind);
        builder.HasIndex(l => new { l.MediatorId, l.Until });
    }
}

internal sealed class MediationChangeConfiguration : IEntityTypeConfiguration<MediationChange>
{
    public void Configure(EntityTypeBuilder<MediationChange> builder)
    {
        builder.ToTable("mediation_changes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasEnumText(c => c.Kind);
        builder.Property(c => c.ActorName).HasMaxLength(PortalUser.DisplayNameLength);
        builder.Property(c => c.BodyName).HasMaxLength(80);
        builder.Property(c => c.Words).HasMaxLength(MediationChange.WordsLength);
        builder.HasIndex(c => new { c.SubjectId, c.At });
    }
}

internal sealed class MediationItemListConfiguration : IEntityTypeConfiguration<MediationItemList>
{
    public void Configure(EntityTypeBuilder<MediationItemList> builder)
    {
        builder.ToTable("mediation_item_lists");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Area).HasColumnName("area_code");
        builder.HasEnumText(l => l.State);
        builder.Property(l => l.ConfirmedByBody).HasMaxLength(80);
        builder.Property(l => l.Version).IsRowVersion();
        builder.HasMany(l => l.Items).WithOne().HasForeignKey(i => i.ListId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(l => l.Items).HasField("_items").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(l => new { l.Area, l.Edition }).IsUnique();
        builder.HasIndex(l => l.Area).IsUnique().HasFilter("state <> 'Published'");
    }
}

internal sealed class MediationItemConfiguration : IEntityTypeConfiguration<MediationItem>
{
    public void Configure(EntityTypeBuilder<MediationItem> builder)
    {
        builder.ToTable("mediation_items");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Matter).HasMaxLength(MediationItemFacts.MatterLength);
        builder.PrimitiveCollection<List<string>>(CodeLists.Categories).HasColumnName("categories");
        builder.PrimitiveCollection<List<DivisionLevel>>(CodeLists.Levels).HasColumnName("levels").ElementType(e => e.HasConversion<string>());
        builder.Property(i => i.BodyKey).HasMaxLength(30).UseCollation("C");
        builder.Property(i => i.Remedy).HasMaxLength(MediationItemFacts.RemedyLength);
        builder.Property(i => i.Law).HasMaxLength(MediationItemFacts.LawLength);
        builder.Ignore(i => i.Categories);
        builder.Ignore(i => i.Levels);
        builder.Ignore(i => i.Facts);
        builder.HasIndex(i => new { i.ListId, i.Number }).IsUnique();
    }
}
