using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Infrastructure.Deadlines;
using Governance.Infrastructure.Leads;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Supervision;
using Governance.Infrastructure.Repeats;
using Governance.Infrastructure.Restricted;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Cases;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    /// <summary>Columns the database derives, so that every list order within an area is an index order.</summary>
    public const string CountyCode = nameof(CountyCode);

    /// <summary>First nine digits of the place.</summary>
    public const string TownshipCode = nameof(TownshipCode);

    /// <summary>True while somebody has to act.</summary>
    public const string IsOpen = nameof(IsOpen);

    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Number).HasConversion(n => n.Value, text => CaseNumber.Parse(text)).HasMaxLength(CaseNumber.MaxLength).UseCollation("C");
        builder.HasIndex(c => c.Number).IsUnique();
        builder.Property(c => c.Title).HasMaxLength(CaseFacts.TitleLength);
        builder.Property(c => c.Description).HasMaxLength(CaseFacts.DescriptionLength);
        builder.Property(c => c.Place).HasColumnName("area_code");
        builder.Property(c => c.PlaceDetail).HasMaxLength(CaseFacts.PlaceDetailLength);
        builder.Property(c => c.CategoryCode).HasMaxLength(CaseFacts.CategoryCodeLength).UseCollation("C");
        builder.HasEnumText(c => c.Channel);
        builder.HasEnumText(c => c.Urgency);
        builder.HasEnumText(c => c.State);
        builder.HasEnumText(c => c.Satisfaction);
        builder.Property(c => c.ReporterName).HasConversion(p => p!.Cipher, bytes => new ProtectedText(bytes));
        builder.Property(c => c.ReporterPhone).HasConversion(p => p!.Cipher, bytes => new ProtectedText(bytes));
        builder.Property(c => c.ManagingBodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(c => c.LeadBodyCode).HasMaxLength(40).UseCollation("C");
        builder.Property(c => c.LeadBodyName).HasMaxLength(80);
        builder.Property(c => c.Answer).HasMaxLength(CaseStep.NoteLength);
        builder.Property(c => c.SourceKey).HasMaxLength(100).UseCollation("C");
        builder.HasIndex(c => c.SourceKey).IsUnique();
        builder.HasIndex(c => c.SubmissionKey).IsUnique();
        builder.Property(c => c.Version).IsRowVersion();
        LeadConfiguration.Configure(builder);
        builder.Property(c => c.ChargeLeaderName).HasMaxLength(Platform.PortalUser.DisplayNameLength);
        builder.HasIndex(c => new { c.ChargeLeaderId, c.ChargeDueOn, c.Id }).HasFilter("charge_leader_id is not null");
        builder.Ignore(c => c.ChargeStanding).Ignore(c => c.AwaitsReport);
        RepeatConfiguration.Configure(builder);
        TimeRequestConfiguration.Configure(builder);
        SupervisionConfiguration.Configure(builder);
        RestrictionConfigurations.Configure(builder);
        builder.ComplexProperty(c => c.Limit, limit =>
        {
            limit.Property(l => l.RuleId).HasColumnName("limit_rule_id").HasMaxLength(40);
            limit.Property(l => l.Value).HasColumnName("limit_value");
            limit.Property(l => l.Unit).HasColumnName("limit_unit").HasConversion<string>().HasMaxLength(24);
            limit.Property(l => l.Basis).HasColumnName("limit_basis").HasMaxLength(200);
        });
        builder.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Steps).HasField("_steps").UsePropertyAccessMode(PropertyAccessMode.Field);

        DerivedColumns(builder);
        ListIndexes(builder);
    }

    private static void DerivedColumns(EntityTypeBuilder<Case> builder)
    {
        builder.Property<string>(CountyCode).HasMaxLength(6).UseCollation("C").IsRequired().HasComputedColumnSql("substr(area_code, 1, 6)", stored: true);
        builder.Property<string>(TownshipCode).HasMaxLength(9).UseCollation("C").IsRequired().HasComputedColumnSql("substr(area_code, 1, 9)", stored: true);
        builder.Property<bool>(IsOpen).HasComputedColumnSql("state not in ('Refused', 'Closed', 'Archived', 'Merged')", stored: true);
    }

    /// <summary>One index for each way a list is cut (city, county, township, village, body) and ordered (newest, due first).</summary>
    private static void ListIndexes(EntityTypeBuilder<Case> builder)
    {
        string[] cuts = [CountyCode, TownshipCode, nameof(Case.Place)];
        builder.HasIndex(nameof(Case.RegisteredAt), nameof(Case.Id));
        builder.HasIndex(nameof(Case.DueAt), nameof(Case.Id)).HasFilter("is_open");
        foreach (var cut in cuts)
        {
            // No list of an area holds a restricted case, and its count stays a read of the index alone.
            builder.HasIndex(cut, nameof(Case.RegisteredAt), nameof(Case.Id)).HasFilter("not is_restricted");
            builder.HasIndex(cut, nameof(Case.DueAt), nameof(Case.Id)).HasFilter("is_open and not is_restricted");
        }
        builder.HasIndex(c => new { c.LeadBodyCode, c.RegisteredAt, c.Id }).HasFilter("lead_body_code is not null")
            .IncludeProperties(c => c.IsRestricted);
        builder.HasIndex(c => new { c.LeadBodyCode, c.DueAt, c.Id }).HasFilter("is_open and lead_body_code is not null")
            .IncludeProperties(c => c.IsRestricted);
        builder.HasIndex(c => new { c.ManagingBodyCode, c.DueAt, c.Id }).HasFilter("is_open");
        builder.HasIndex(c => c.StepDueAt).HasFilter("is_open and step_due_at is not null");
        // What the statistics count of few cases; of what most cases have, any order of a list soon finds a page.
        foreach (var (name, filter) in new[]
        {
            ("returned", "return_count > 0"), ("redone", "redone_count > 0"), ("unsolved", "not solved"), ("responded_late", "not responded_on_time"),
        })
            builder.HasIndex([nameof(Case.RegisteredAt), nameof(Case.Id)], $"ix_cases_{name}").HasFilter(filter);
        builder.HasIndex(c => c.UrgedAt).HasFilter("urged_at is not null");
        builder.HasIndex(c => new { c.Satisfaction, c.RegisteredAt, c.Id }).HasFilter("satisfaction is not null");
    }
}

internal sealed class CaseStepConfiguration : IEntityTypeConfiguration<CaseStep>
{
    public void Configure(EntityTypeBuilder<CaseStep> builder)
    {
        builder.ToTable("case_steps");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasEnumText(s => s.Kind);
        builder.HasEnumText(s => s.ToState);
        builder.Property(s => s.ActorName).HasMaxLength(Platform.PortalUser.DisplayNameLength);
        builder.Property(s => s.BodyName).HasMaxLength(80);
        builder.Property(s => s.Note).HasMaxLength(CaseStep.NoteLength);
        builder.Property(s => s.Ground).HasMaxLength(60).UseCollation("C");
        builder.Property(s => s.TargetBodyName).HasMaxLength(80);
        builder.Property(s => s.Mentions).HasMaxLength(Domain.Remarks.Mention.Most * (32 + Platform.PortalUser.DisplayNameLength + 1))
            .HasDefaultValueSql("''").HasConversion(MentionText.Converter, MentionText.Comparer);
        builder.Property(s => s.Facts).HasMaxLength(Domain.Leads.LeadFacts.Length);
        builder.HasIndex(s => new { s.CaseId, s.Sequence }).IsUnique();
    }
}

/// <summary>Last running number of a county in a year.</summary>
internal sealed class CaseNumberCounter
{
    public string CountyCode { get; init; } = "";

    public int Year { get; init; }

    public long Last { get; init; }
}

internal sealed class CaseNumberCounterConfiguration : IEntityTypeConfiguration<CaseNumberCounter>
{
    public void Configure(EntityTypeBuilder<CaseNumberCounter> builder)
    {
        builder.ToTable("case_number_counters");
        builder.HasKey(c => new { c.CountyCode, c.Year });
        builder.Property(c => c.CountyCode).HasMaxLength(6).UseCollation("C");
    }
}
