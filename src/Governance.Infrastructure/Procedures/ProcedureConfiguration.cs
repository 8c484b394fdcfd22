using Governance.Domain.Procedures;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Procedures;

internal sealed class ProcedureConfiguration : IEntityTypeConfiguration<Procedure>
{
    /// <summary>Deadline to order by: one without a deadline comes last.</summary>
    public const string DueOrder = nameof(DueOrder);

    public void Configure(EntityTypeBuilder<Procedure> builder)
    {
        builder.ToTable("procedures");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.KindCode).HasMaxLength(40).UseCollation("C");
        builder.Property(p => p.KindName).HasMaxLength(40);
        builder.HasEnumText(p => p.Nature);
        builder.Property(p => p.StepCode).HasMaxLength(40).UseCollation("C");
        builder.Property(p => p.StepName).HasMaxLength(ProcedureEntry.TitleLength);
        builder.Property(p => p.BodyName).HasMaxLength(Procedure.BodyNameLength);
        builder.Property(p => p.Mediator).HasMaxLength(Procedure.MediatorLength);
        builder.HasOne<Domain.Mediation.Mediator>().WithMany().HasForeignKey(p => p.MediatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.MediatorId, p.EndedAt }).HasFilter("mediator_id is not null");
        builder.HasOne<Domain.Mediation.MediationItemList>().WithMany().HasForeignKey(p => p.ItemListId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.ItemListId).HasFilter("item_list_id is not null");
        builder.Property(p => p.ItemMatter).HasMaxLength(Domain.Mediation.MediationItemFacts.MatterLength);
        builder.Property(p => p.ItemLaw).HasMaxLength(Domain.Mediation.MediationItemFacts.LawLength);
        builder.Property(p => p.Act).HasMaxLength(Procedure.ActLength);
        builder.Property(p => p.Amount).HasPrecision(14, 2);
        builder.Property(p => p.OutcomeCode).HasMaxLength(40).UseCollation("C");
        builder.Property(p => p.OutcomeName).HasMaxLength(ProcedureEntry.TitleLength);
        builder.HasEnumText(p => p.Result);
        builder.Property(p => p.Terms).HasMaxLength(ProcedureEntry.NoteLength);
        builder.Property(p => p.LimitId).HasMaxLength(40).UseCollation("C");
        builder.Property(p => p.ConfirmCourt).HasMaxLength(Procedure.BodyNameLength);
        builder.HasEnumText(p => p.Confirmation);
        builder.Property(p => p.Version).IsRowVersion();
        builder.HasOne<Domain.Cases.Case>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.Entries).WithOne().HasForeignKey(e => e.ProcedureId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(p => p.Entries).HasField("_entries").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(p => p.HandOvers).WithOne().HasForeignKey(h => h.ProcedureId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(p => p.HandOvers).HasField("_handOvers").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Property<DateTimeOffset>(DueOrder).HasComputedColumnSql("coalesce(due_at, timestamptz '2200-01-01 00:00:00+00')", stored: true);

        builder.HasIndex(p => p.CaseId);
        builder.HasIndex(DueOrder, nameof(Procedure.Id)).HasFilter("ended_at is null");
        builder.HasIndex(p => new { p.ConfirmUntil, p.Id }).HasFilter("confirm_until is not null and confirm_applied_on is null");
        builder.HasIndex(p => new { p.EndedAt, p.Id }).HasFilter("ended_at is not null");
        builder.Ignore(p => p.IsRunning);
        builder.Ignore(p => p.AwaitsConfirmation);
    }
}

internal sealed class ProcedureEntryConfiguration : IEntityTypeConfiguration<ProcedureEntry>
{
    public void Configure(EntityTypeBuilder<ProcedureEntry> builder)
    {
        builder.ToTable("procedure_entries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasEnumText(e => e.Kind);
        builder.Property(e => e.Title).HasMaxLength(ProcedureEntry.TitleLength);
        builder.Property(e => e.ActorName).HasMaxLength(PortalUser.DisplayNameLength);
        builder.Property(e => e.BodyName).HasMaxLength(80);
        builder.Property(e => e.Note).HasMaxLength(ProcedureEntry.NoteLength);
        builder.HasIndex(e => new { e.ProcedureId, e.Sequence }).IsUnique();
    }
}

internal sealed class ProcedureHandOverConfiguration : IEntityTypeConfiguration<ProcedureHandOver>
{
    public void Configure(EntityTypeBuilder<ProcedureHandOver> builder)
    {
        builder.ToTable("procedure_hand_overs");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasEnumText(h => h.Direction);
        builder.Property(h => h.BodyName).HasMaxLength(Procedure.BodyNameLength);
        builder.Property(h => h.Reference).HasMaxLength(ProcedureHandOver.ReferenceLength);
        builder.Property(h => h.Reason).HasMaxLength(ProcedureHandOver.ReasonLength);
        builder.Property(h => h.ReceivedBy).HasMaxLength(Procedure.MediatorLength);
        builder.HasIndex(h => new { h.ProcedureId, h.Sequence }).IsUnique();
    }
}

/// <summary>The number a paper got; written once, however often it is printed.</summary>
internal sealed class PaperNumber
{
    public Guid ProcedureId { get; init; }

    public string Template { get; init; } = "";

    public int Part { get; init; }

    public string Number { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }
}

internal sealed class PaperNumberConfiguration : IEntityTypeConfiguration<PaperNumber>
{
    public void Configure(EntityTypeBuilder<PaperNumber> builder)
    {
        builder.ToTable("procedure_papers");
        builder.HasKey(n => new { n.ProcedureId, n.Template, n.Part });
        builder.Property(n => n.Template).HasMaxLength(40).UseCollation("C");
        builder.Property(n => n.Number).HasMaxLength(60);
        builder.HasIndex(n => n.Number).IsUnique();
        builder.HasOne<Procedure>().WithMany().HasForeignKey(n => n.ProcedureId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Last number of a kind of paper in a year.</summary>
internal sealed class PaperNumberCounter
{
    public string Sign { get; init; } = "";

    public int Year { get; init; }

    public long Last { get; init; }
}

internal sealed class PaperNumberCounterConfiguration : IEntityTypeConfiguration<PaperNumberCounter>
{
    public void Configure(EntityTypeBuilder<PaperNumberCounter> builder)
    {
        builder.ToTable("paper_number_counters");
        builder.HasKey(c => new { c.Sign, c.Year });
        builder.Property(c => c.Sign).HasMaxLength(20).UseCollation("C");
    }
}

/// <summary>What the city confirmed of a limit.</summary>
internal sealed class ConfirmedLimitRow
{
    public string LimitId { get; init; } = "";

    public int Value { get; set; }

    public ProcedureLimitUnit Unit { get; set; }

    public string Ground { get; set; } = "";

    public string ByName { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public uint Version { get; init; }

    public ConfirmedLimit AsConfirmed() => new(LimitId, Value, Unit, Ground, ByName, At);
}

internal sealed class ConfirmedLimitConfiguration : IEntityTypeConfiguration<ConfirmedLimitRow>
{
    public void Configure(EntityTypeBuilder<ConfirmedLimitRow> builder)
    {
        builder.ToTable("confirmed_limits");
        builder.HasKey(r => r.LimitId);
        builder.Property(r => r.LimitId).HasMaxLength(40).UseCollation("C");
        builder.HasEnumText(r => r.Unit);
        builder.Property(r => r.Ground).HasMaxLength(Application.Procedures.ProcedureLimitService.GroundLength);
        builder.Property(r => r.ByName).HasMaxLength(PortalUser.DisplayNameLength);
        builder.Property(r => r.Version).IsRowVersion();
    }
}
