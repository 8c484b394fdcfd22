using Governance.Application.Cases;
using Governance.Application.Parties;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Parties;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Parties;

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("case_participants");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasEnumText(p => p.Kind);
        builder.HasEnumText(p => p.Role);
        builder.Property(p => p.Name).HasConversion(p => p.Cipher, bytes => new ProtectedText(bytes));
        builder.Property(p => p.Phone).HasConversion(p => p!.Cipher, bytes => new ProtectedText(bytes));
        builder.Property(p => p.PhoneHash).HasConversion(p => p!.Cipher, bytes => new ProtectedText(bytes));
        builder.Property(p => p.IdentityNumber).HasConversion(p => p!.Cipher, bytes => new ProtectedText(bytes));
        builder.Property(p => p.IdentityHash).HasConversion(p => p!.Cipher, bytes => new ProtectedText(bytes));
        builder.Property(p => p.Address).HasConversion(p => p!.Cipher, bytes => new ProtectedText(bytes));
        builder.Property(p => p.Version).IsRowVersion();
        builder.HasIndex(p => p.PhoneHash).HasFilter("phone_hash is not null");
        builder.HasIndex(p => p.IdentityHash).HasFilter("identity_hash is not null");
    }
}

internal sealed class ParticipantRepository(GovernanceDbContext context) : IParticipantRepository
{
    public Task<Participant?> FindAsync(Guid caseId, Guid id, CancellationToken ct) =>
        context.Set<Participant>().SingleOrDefaultAsync(p => p.Id == id && p.CaseId == caseId, ct);

    public async Task<IReadOnlyList<Participant>> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        await context.Set<Participant>().AsNoTracking().Where(p => p.CaseId == caseId).OrderBy(p => p.Id).ToListAsync(ct);

    public Task<int> CountAsync(Guid caseId, CancellationToken ct) => context.Set<Participant>().CountAsync(p => p.CaseId == caseId, ct);

    public async Task<IReadOnlyList<ProtectedText>> FindNamesAsync(Guid caseId, CancellationToken ct) =>
        await context.Set<Participant>().Where(p => p.CaseId == caseId).Select(p => p.Name).ToListAsync(ct);

    public void Add(Participant added) => context.Add(added);

    public void Remove(Participant removed) => context.Remove(removed);
}

/// <summary>Flat reads of participants; each opens a short context of its own.</summary>
public sealed class ParticipantQueries(IDbContextFactory<GovernanceDbContext> contexts) : IParticipantQueries
{
    /// <inheritdoc />
    public Task<IReadOnlyList<ParticipantRecord>> ListAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<ParticipantRecord>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Participant>().AsNoTracking()
                .Where(p => p.CaseId == caseId && context.Set<Case>().VisibleTo(visibility).Any(c => c.Id == caseId))
                .OrderBy(p => p.Id)
                .Select(p => new ParticipantRecord(p.Id, p.Version, p.Kind, p.Role, p.Name, p.Phone, p.IdentityNumber, p.Address)).ToListAsync(ct);
        });

    /// <inheritdoc />
    public Task<IReadOnlyList<ParticipantFoundRecord>> FindAsync(
        CaseVisibility visibility, ProtectedText hash, bool byPhone, int most, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyList<ParticipantFoundRecord>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var all = context.Set<Participant>().AsNoTracking();
            var fitting = byPhone ? all.Where(p => p.PhoneHash == hash) : all.Where(p => p.IdentityHash == hash);
            return await fitting
                .Join(context.Set<Case>().VisibleTo(visibility), p => p.CaseId, c => c.Id, (p, c) => new { p, c })
                .OrderByDescending(x => x.c.RegisteredAt).ThenByDescending(x => x.c.Id).Take(most)
                .Select(x => new ParticipantFoundRecord(
                    x.c.Number, x.c.Title, x.c.State, x.c.Place, x.p.Role, x.p.Name, x.c.RegisteredAt, x.c.IsRestricted,
                    x.c.ReporterConfidential, x.c.ManagingBodyCode))
                .ToListAsync(ct);
        });
}
