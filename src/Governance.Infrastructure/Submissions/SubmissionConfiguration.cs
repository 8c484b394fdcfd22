using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Submissions;

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    /// <summary>First six digits of the place.</summary>
    public const string CountyCode = nameof(CountyCode);

    /// <summary>First nine digits of the place.</summary>
    public const string TownshipCode = nameof(TownshipCode);

    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("submissions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Number).HasConversion(n => n.Value, text => SubmissionNumber.Parse(text))
            .HasMaxLength(SubmissionNumber.MaxLength).UseCollation("C");
        builder.HasIndex(s => s.Number).IsUnique();
        builder.Property(s => s.SourceKey).HasMaxLength(SubmissionSource.KeyLength).UseCollation("C");
        builder.Property(s => s.SourceName).HasMaxLength(SubmissionSource.NameLength);
        builder.Property(s => s.SourceNumber).HasMaxLength(SubmissionDraft.SourceNumberLength).UseCollation("C");
        // Two deliveries of one number that meet here make one submission. The number first: reviewers look for it without the source.
        builder.HasIndex(s => new { s.SourceNumber, s.SourceKey }).IsUnique();
        builder.Property(s => s.Fingerprint).HasMaxLength(SubmissionFingerprint.Length).UseCollation("C");
        builder.HasEnumText(s => s.Channel);
        builder.HasEnumText(s => s.State);
        builder.Property(s => s.Title).HasMaxLength(CaseFacts.TitleLength);
        builder.Property(s => s.Description).HasMaxLength(CaseFacts.DescriptionLength);
        builder.Property(s => s.Area).HasColumnName("area_code");
        builder.Property(s => s.PlaceText).HasMaxLength(CaseFacts.PlaceDetailLength);
        builder.Property(s => s.CategoryCode).HasMaxLength(CaseFacts.CategoryCodeLength).UseCollation("C");
        builder.Property(s => s.ContactName).HasConversion(p => p!.Cipher, bytes => new ProtectedText(bytes));
        builder.Property(s => s.ContactPhone).HasConversion(p => p!.Cipher, bytes => new ProtectedText(bytes));
        builder.Property(s => s.CaseNumber).HasConversion(n => n!.Value, text => CaseNumber.Parse(text)).HasMaxLength(CaseNumber.MaxLength).UseCollation("C");
        builder.HasIndex(s => s.CaseNumber).HasFilter("case_number is not null");
        builder.Property(s => s.RestrictionKey).HasMaxLength(40).UseCollation("C");
        builder.HasOne(s => s.Incident).WithOne().HasForeignKey<SubmissionIncident>(i => i.SubmissionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(s => s.Circle).WithOne().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(s => s.Circle).HasField("_circle").UsePropertyAccessMode(PropertyAccessMode.Field);
        // Few at a time: the sweep and the trail read them whole.
        builder.HasIndex(s => new { s.RestrictionKey, s.State }).HasFilter("restriction_key is not null");
        builder.Property(s => s.Reply).HasMaxLength(SubmissionStep.NoteLength);
        builder.Property(s => s.Version).IsRowVersion();
        builder.HasMany(s => s.Steps).WithOne().HasForeignKey(s => s.SubmissionId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(s => s.Steps).HasField("_steps").UsePropertyAccessMode(PropertyAccessMode.Field);

        builder.Property<string>(CountyCode).HasMaxLength(6).UseCollation("C").IsRequired().HasComputedColumnSql("substr(area_code, 1, 6)", stored: true);
        builder.Property<string>(TownshipCode).HasMaxLength(9).UseCollation("C").IsRequired().HasComputedColumnSql("substr(area_code, 1, 9)", stored: true);
        // What is open is little beside what was decided over the years: one index of it serves every cut.
        builder.HasIndex(s => new { s.State, s.DueAt, s.Id }).HasFilter("state in ('Pending', 'Asked')");
        builder.HasIndex(s => new { s.ReceivedAt, s.Id });
        builder.HasIndex(CountyCode, nameof(Submission.ReceivedAt), nameof(Submission.Id));
        builder.HasIndex(TownshipCode, nameof(Submission.ReceivedAt), nameof(Submission.Id));
    }
}

internal sealed class SubmissionIncidentConfiguration : IEntityTypeConfiguration<SubmissionIncident>
{
    public void Configure(EntityTypeBuilder<SubmissionIncident> builder)
    {
        builder.ToTable("submission_incidents");
        builder.HasKey(i => i.SubmissionId);
        builder.Property(i => i.SubmissionId).ValueGeneratedNever();
        builder.Property(i => i.Hurt).HasConversion(p => p!.Cipher, bytes => new ProtectedText(bytes));
        builder.Property(i => i.Doers).HasConversion(p => p!.Cipher, bytes => new ProtectedText(bytes));
        builder.HasEnumText(i => i.Role);
        builder.HasEnumText(i => i.Wish);
    }
}

internal sealed class SubmissionReaderConfiguration : IEntityTypeConfiguration<SubmissionReader>
{
    public void Configure(EntityTypeBuilder<SubmissionReader> builder)
    {
        builder.ToTable("submission_circle_members");
        builder.HasKey(r => new { r.SubmissionId, r.UserId });
        builder.HasIndex(r => new { r.UserId, r.SubmissionId });
    }
}

internal sealed class SubmissionStepConfiguration : IEntityTypeConfiguration<SubmissionStep>
{
    public void Configure(EntityTypeBuilder<SubmissionStep> builder)
    {
        builder.ToTable("submission_steps");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasEnumText(s => s.Kind);
        builder.Property(s => s.ActorName).HasMaxLength(Platform.PortalUser.DisplayNameLength);
        builder.Property(s => s.BodyName).HasMaxLength(80);
        builder.Property(s => s.Note).HasMaxLength(SubmissionStep.NoteLength);
        builder.HasIndex(s => new { s.SubmissionId, s.Sequence }).IsUnique();
    }
}
