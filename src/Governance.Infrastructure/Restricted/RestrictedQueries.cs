using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Restricted;
using Governance.Domain.Cases;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Restricted;

/// <summary>Flat reads of restricted cases; each opens a short context of its own.</summary>
public sealed class RestrictedQueries(IDbContextFactory<GovernanceDbContext> contexts) : IRestrictedQueries
{
    /// <inheritdoc />
    public Task<IReadOnlyList<RestrictedRow>> ListAsync(Guid account, int most, CancellationToken ct) => ReadAsync<IReadOnlyList<RestrictedRow>>(async context =>
        await context.Set<Case>().AsNoTracking().Where(c => c.IsRestricted && c.Circle.Any(m => m.UserId == account))
            .OrderByDescending(c => EF.Property<bool>(c, CaseConfiguration.IsOpen)).ThenBy(c => c.DueAt).ThenBy(c => c.Id).Take(most)
            .Select(c => new RestrictedRow(
                c.Id, c.Number, c.Title, c.Restriction!.Name, c.State, c.Urgency, c.Place, c.LeadBodyName, c.RegisteredAt, c.DueAt, c.ClosedAt,
                c.Circle.Any(m => m.UserId == account && m.IsKeeper)))
            .ToListAsync(ct), ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<RestrictionReceipt>> ReceiptsAsync(Guid account, int most, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<RestrictionReceipt>>(async context =>
            await Receipts(context, account).OrderByDescending(r => r.RestrictedAt).Take(most)
                .Select(r => new RestrictionReceipt(r.CaseNumber, r.RestrictedAt, r.KeeperBodyName)).ToListAsync(ct), ct);

    /// <inheritdoc />
    public Task<RestrictionReceipt?> ReceiptAsync(Guid account, string number, CancellationToken ct) => ReadAsync(context =>
        Receipts(context, account).Where(r => r.CaseNumber == number)
            .Select(r => new RestrictionReceipt(r.CaseNumber, r.RestrictedAt, r.KeeperBodyName)).SingleOrDefaultAsync(ct), ct);

    /// <inheritdoc />
    public Task<RestrictionRecord?> FindAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct) => ReadAsync(context =>
        context.Set<Case>().AsNoTracking().AsSingleQuery().VisibleTo(visibility).Where(c => c.Id == caseId)
            .Select(c => new RestrictionRecord(
                c.IsRestricted, c.Restriction == null ? null : c.Restriction.Name, c.Restriction == null ? null : c.Restriction.RuleKey,
                c.Restriction == null ? null : c.Restriction.KeeperBodyName, c.Restriction == null ? null : c.Restriction.Reason,
                c.Restriction == null ? null : c.Restriction.RestrictedAt, c.Restriction == null ? null : c.Restriction.LiftedAt,
                c.Circle.OrderByDescending(m => m.IsKeeper).ThenBy(m => m.AddedAt).ThenBy(m => m.Name)
                    .Select(m => new CircleRow(m.UserId, m.Name, m.BodyName, m.IsKeeper, m.AddedAt, m.AddedBy)).ToList(),
                c.HandOver == null ? null : new HandOverRecord(
                    c.HandOver.BodyName, c.HandOver.HandedOverBy, c.HandOver.HandedOverAt, c.HandOver.ReceiptHours, c.HandOver.ReceiptNumber,
                    c.HandOver.ReceivedBy, c.HandOver.ReceivedAt)))
            .SingleOrDefaultAsync(ct), ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<Colleague>> FindColleaguesAsync(string text, IReadOnlyList<Role> roles, int most, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<Colleague>>(async context =>
            await context.Users.AsNoTracking().Where(UserRepository.InUse).Where(u => roles.Contains(u.Role))
                .Where(u => u.DisplayName.Contains(text) || u.BodyName.Contains(text))
                .OrderBy(u => u.DisplayName == text ? 0 : 1).ThenBy(u => u.BodyCode).ThenBy(u => u.DisplayName).Take(most)
                .Select(u => new Colleague(u.Id, u.DisplayName, u.Role, u.BodyCode, u.BodyName)).ToListAsync(ct), ct);

    // Who is in the circle needs no receipt: the case itself is open.
    private static IQueryable<Restriction> Receipts(GovernanceDbContext context, Guid account) =>
        context.Set<Restriction>().AsNoTracking().Where(r => r.RegistrarId == account && r.LiftedAt == null
            && !context.Set<CircleMember>().Any(m => m.CaseId == r.CaseId && m.UserId == account));

    private Task<T> ReadAsync<T>(Func<GovernanceDbContext, Task<T>> read, CancellationToken ct) => StorageFaults.GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await read(context);
    });
}
