using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Cities;

internal sealed class DivisionConfiguration : IEntityTypeConfiguration<Division>
{
    public void Configure(EntityTypeBuilder<Division> builder)
    {
        builder.ToTable("divisions");
        builder.HasKey(d => d.Code);
        builder.Property(d => d.Code).ValueGeneratedNever();
        builder.Property(d => d.Name).HasMaxLength(60);
        builder.HasEnumText(d => d.Level);
        builder.Property(d => d.Kind).HasMaxLength(40).UseCollation("C");
        builder.Property(d => d.Initials).HasMaxLength(60).UseCollation("C");
    }
}

/// <summary>A day of the working calendar as stored; operators correct it with <c>import-calendar</c>.</summary>
internal sealed class CalendarDayRow
{
    /// <summary>Longest name; 中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日 has 26 characters.</summary>
    public const int NameLength = 60;

    public DateOnly Date { get; init; }

    public bool IsWorkday { get; init; }

    public CalendarDayKind Kind { get; init; }

    public string Name { get; init; } = "";
}

internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDayRow>
{
    public void Configure(EntityTypeBuilder<CalendarDayRow> builder)
    {
        builder.ToTable("calendar_days");
        builder.HasKey(d => d.Date);
        builder.HasEnumText(d => d.Kind);
        builder.Property(d => d.Name).HasMaxLength(CalendarDayRow.NameLength);
    }
}

/// <summary>Row 1 counts the changes of divisions and calendar, so that a running portal notices them; row 2 the change up to which deadlines were counted.</summary>
internal sealed class ReferenceVersion
{
    public int Id { get; init; }

    public long Version { get; init; }
}

internal sealed class ReferenceVersionConfiguration : IEntityTypeConfiguration<ReferenceVersion>
{
    public void Configure(EntityTypeBuilder<ReferenceVersion> builder)
    {
        builder.ToTable("reference_versions");
        builder.Property(v => v.Id).ValueGeneratedNever();
    }
}
