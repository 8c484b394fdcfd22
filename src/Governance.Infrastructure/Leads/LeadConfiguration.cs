using Governance.Domain.Cases;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Leads;

/// <summary>What a case keeps of the decision who leads.</summary>
internal static class LeadConfiguration
{
    /// <summary>Columns, parties and the indexes of whose turn it is and what has expired.</summary>
    public static void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.Property(c => c.TurnBodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(c => c.OtherPlaces).HasMaxLength(Case.MostOtherPlaces * (AreaCode.Length + 1)).UseCollation("C")
            .HasDefaultValueSql("''")
            .HasConversion(
                places => string.Join(',', places.Select(p => p.Value)),
                text => Read(text),
                new ValueComparer<IReadOnlyList<AreaCode>>(
                    (one, other) => one!.SequenceEqual(other!), places => places.Aggregate(0, HashCode.Combine), places => places.ToArray()));
        builder.HasMany(c => c.Parties).WithOne().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Parties).HasField("_parties").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(c => c.TurnBodyCode).HasFilter("turn_body_code is not null");
        builder.HasIndex(c => c.ConsultUntil).HasFilter("consult_until is not null");
        builder.Ignore(c => c.LeadStanding);
    }

    private static AreaCode[] Read(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(AreaCode.Parse).ToArray();
}

internal sealed class LeadPartyConfiguration : IEntityTypeConfiguration<LeadParty>
{
    public void Configure(EntityTypeBuilder<LeadParty> builder)
    {
        builder.ToTable("lead_parties");
        builder.HasKey(p => new { p.CaseId, p.BodyCode });
        builder.Property(p => p.BodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(p => p.BodyName).HasMaxLength(80);
        builder.HasEnumText(p => p.Role);
        builder.Property(p => p.ProposedCode).HasMaxLength(40).UseCollation("C");
        builder.Property(p => p.ProposedName).HasMaxLength(80);
        builder.Property(p => p.Reason).HasMaxLength(CaseStep.NoteLength);
        builder.HasIndex(p => new { p.BodyCode, p.CaseId });
        builder.Ignore(p => p.Department);
        builder.Ignore(p => p.Area);
    }
}
