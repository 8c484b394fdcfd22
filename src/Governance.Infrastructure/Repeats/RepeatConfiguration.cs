using Governance.Domain.Cases;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Repeats;

/// <summary>What a case keeps of being merged (并案).</summary>
internal static class RepeatConfiguration
{
    /// <summary>The link to the lead, where the case stood before, and how many follow it.</summary>
    public static void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.HasEnumText(c => c.StateBeforeMerge);
        builder.Property(c => c.RepeatCount).HasDefaultValue(0);
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.MergedIntoId).HasFilter("merged_into_id is not null");
        // Lists and tallies go by the link, the life cycle by the state: they say the same.
        builder.ToTable(t => t.HasCheckConstraint("ck_case_merged", "(state = 'Merged') = (merged_into_id is not null)"));
    }
}
