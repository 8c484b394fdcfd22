using Governance.Application.Mediation;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Mediation;

internal sealed class MediationRepository(GovernanceDbContext context) : IMediationRepository
{
    public Task<MediationCommittee?> FindCommitteeAsync(Guid id, CancellationToken ct) =>
        context.Set<MediationCommittee>().SingleOrDefaultAsync(c => c.Id == id, ct);

    public Task<Mediator?> FindMediatorAsync(Guid id, CancellationToken ct) =>
        context.Set<Mediator>().Include(m => m.Leaves.OrderBy(l => l.From)).SingleOrDefaultAsync(m => m.Id == id, ct);

    public Task<int> CountInOfficeAsync(Guid committeeId, CancellationToken ct) =>
        context.Set<Mediator>().CountAsync(m => (m.CommitteeId == committeeId || m.StudioId == committeeId) && m.EndedOn == null, ct);

    public Task<bool> IsCommitteeNameTakenAsync(string name, AreaCode area, Guid? except, CancellationToken ct) =>
        context.Set<MediationCommittee>().AnyAsync(c => c.Area == area && c.Name == name && c.DissolvedOn == null && c.Id != except, ct);

    public Task<bool> IsMediatorNameTakenAsync(string name, Guid committeeId, Guid? except, CancellationToken ct) =>
        context.Set<Mediator>().AnyAsync(m => m.CommitteeId == committeeId && m.Name == name && m.EndedOn == null && m.Id != except, ct);

    public Task<MediationItemList?> FindListAsync(Guid id, CancellationToken ct) =>
        WithItems().SingleOrDefaultAsync(l => l.Id == id, ct);

    public Task<MediationItemList?> FindLastPublishedAsync(AreaCode area, CancellationToken ct) =>
        WithItems().Where(l => l.Area == area && l.State == ItemListState.Published).OrderByDescending(l => l.Edition).FirstOrDefaultAsync(ct);

    public Task<bool> HasListUnderWayAsync(AreaCode area, CancellationToken ct) =>
        context.Set<MediationItemList>().AnyAsync(l => l.Area == area && l.State != ItemListState.Published, ct);

    public void Add(MediationCommittee added) => context.Add(added);

    public void Add(Mediator added) => context.Add(added);

    public void Add(MediationItemList added) => context.Add(added);

    public void Add(MediationChange added) => context.Add(added);

    public void Remove(MediationItemList removed) => context.Remove(removed);

    /// <summary>
    /// A draft that got, lost or changed an item is a changed draft: its row is written too, so that two people who save the same draft meet
    /// on its version.
    /// </summary>
    public static void TouchWhatChanged(GovernanceDbContext context)
    {
        var changed = context.ChangeTracker.Entries<MediationItem>().Where(e => e.State != EntityState.Unchanged).Select(e => e.Entity.ListId).ToHashSet();
        foreach (var entry in context.ChangeTracker.Entries<MediationItemList>().Where(e => e.State == EntityState.Unchanged && changed.Contains(e.Entity.Id)))
            entry.Property(l => l.LastNumber).IsModified = true;
        var away = context.ChangeTracker.Entries<MediatorLeave>().Where(e => e.State != EntityState.Unchanged).Select(e => e.Entity.MediatorId).ToHashSet();
        foreach (var entry in context.ChangeTracker.Entries<Mediator>().Where(e => e.State == EntityState.Unchanged && away.Contains(e.Entity.Id)))
            entry.Property(m => m.IsFullTime).IsModified = true;
    }

    private IQueryable<MediationItemList> WithItems() => context.Set<MediationItemList>().Include(l => l.Items.OrderBy(i => i.Number));
}
