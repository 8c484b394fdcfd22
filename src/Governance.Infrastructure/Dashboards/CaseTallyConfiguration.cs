using System.Linq.Expressions;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Dashboards;

internal sealed class CaseTallyConfiguration
    : IEntityTypeConfiguration<CaseMonthTally>, IEntityTypeConfiguration<CaseDayTally>, IEntityTypeConfiguration<CaseDueTally>
{
    // In these orders the rows of a page, one area's parts over a span of time, lie side by side.
    public void Configure(EntityTypeBuilder<CaseMonthTally> builder) =>
        Configure(builder, "case_tallies", t => new { t.ParentCode, t.Month, t.AreaCode, t.Dimension, t.Key });

    public void Configure(EntityTypeBuilder<CaseDayTally> builder) =>
        Configure(builder, "case_day_tallies", t => new { t.ParentCode, t.Day, t.AreaCode, t.Dimension, t.Key });

    public void Configure(EntityTypeBuilder<CaseDueTally> builder)
    {
        builder.ToTable("case_due_tallies");
        builder.HasKey(t => new { t.ParentCode, t.DueAt, t.AreaCode });
        builder.Property(t => t.ParentCode).HasMaxLength(6).UseCollation("C");
        builder.Property(t => t.AreaCode).HasMaxLength(9).UseCollation("C");
    }

    private static void Configure<T>(EntityTypeBuilder<T> builder, string table, Expression<Func<T, object?>> key)
        where T : CaseTallyRow
    {
        builder.ToTable(table);
        builder.HasKey(key);
        builder.Property(t => t.ParentCode).HasMaxLength(6).UseCollation("C");
        builder.Property(t => t.AreaCode).HasMaxLength(9).UseCollation("C");
        builder.HasEnumText(t => t.Dimension);
        builder.Property(t => t.Appeals).HasDefaultValue(0);
        builder.Property(t => t.Key).HasMaxLength(28).UseCollation("C");
    }
}
