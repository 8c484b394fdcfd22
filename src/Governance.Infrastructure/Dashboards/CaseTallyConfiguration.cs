using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Dashboards;

internal sealed class CaseTallyConfiguration : IEntityTypeConfiguration<CaseTallyRow>
{
    public void Configure(EntityTypeBuilder<CaseTallyRow> builder)
    {
        builder.ToTable("case_tallies");
        // In this order the rows of a page, one area's parts over a span of months, lie side by side.
        builder.HasKey(t => new { t.ParentCode, t.Month, t.AreaCode, t.Dimension, t.Key });
        builder.Property(t => t.ParentCode).HasMaxLength(6).UseCollation("C");
        builder.Property(t => t.AreaCode).HasMaxLength(9).UseCollation("C");
        builder.HasEnumText(t => t.Dimension);
        builder.Property(t => t.Appeals).HasDefaultValue(0);
        builder.Property(t => t.Key).HasMaxLength(28).UseCollation("C");
    }
}
