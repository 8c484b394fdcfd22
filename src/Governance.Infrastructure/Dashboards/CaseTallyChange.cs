using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Satisfaction;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Dashboards;

/// <summary>
/// What a case counted as before or after a change that is not added up in the tallies yet. Triggers write it, <c>fold_case_tallies()</c>
/// takes it out; nobody waits for anybody, so it has neither key nor index. Columns as those of the case.
/// </summary>
internal sealed class CaseTallyChange
{
    /// <summary>1: the case counts so from now on; -1: it did until now.</summary>
    public short Sign { get; init; }

    /// <summary>See <see cref="Case.Place"/>.</summary>
    public AreaCode AreaCode { get; init; }

    /// <summary>See <see cref="Case.RegisteredAt"/>.</summary>
    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>See <see cref="Case.CategoryCode"/>.</summary>
    public string CategoryCode { get; init; } = "";

    /// <summary>See <see cref="Case.Channel"/>.</summary>
    public CaseChannel Channel { get; init; }

    /// <summary>See <see cref="Case.LeadBodyCode"/>.</summary>
    public string? LeadBodyCode { get; init; }

    /// <summary>See <see cref="Case.ClosedAt"/>.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>See <see cref="Case.DueAt"/>.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Whether somebody has to act.</summary>
    public bool IsOpen { get; init; }

    /// <summary>See <see cref="Case.RespondedAt"/>.</summary>
    public DateTimeOffset? RespondedAt { get; init; }

    /// <summary>See <see cref="Case.RespondedOnTime"/>.</summary>
    public bool? RespondedOnTime { get; init; }

    /// <summary>See <see cref="Case.Solved"/>.</summary>
    public bool? Solved { get; init; }

    /// <summary>See <see cref="Case.Satisfaction"/>.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>See <see cref="Case.ReopenedByReporter"/>.</summary>
    public bool ReopenedByReporter { get; init; }

    /// <summary>See <see cref="Case.ReturnCount"/>.</summary>
    public int ReturnCount { get; init; }

    /// <summary>See <see cref="Case.RedoneCount"/>.</summary>
    public int RedoneCount { get; init; }

    /// <summary>See <see cref="Case.MergedIntoId"/>.</summary>
    public Guid? MergedIntoId { get; init; }
}

internal sealed class CaseTallyChangeConfiguration : IEntityTypeConfiguration<CaseTallyChange>
{
    public void Configure(EntityTypeBuilder<CaseTallyChange> builder)
    {
        builder.ToTable("case_tally_changes");
        builder.HasNoKey();
        builder.Property(c => c.CategoryCode).HasMaxLength(CaseFacts.CategoryCodeLength).UseCollation("C");
        // The case itself is checked.
        builder.Property(c => c.Channel).HasConversion<string>().HasMaxLength(24).UseCollation("C");
        builder.Property(c => c.LeadBodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(c => c.Satisfaction).HasConversion<string>().HasMaxLength(24).UseCollation("C");
    }
}
