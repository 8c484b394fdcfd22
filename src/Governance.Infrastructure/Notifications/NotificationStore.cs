using Governance.Application.Notifications;
using Governance.Domain.Platform;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Notifications;

internal sealed class NotificationStore(GovernanceDbContext context) : INotificationStore
{
    private readonly HashSet<Guid> _changed = [];

    public async Task<IReadOnlyList<OpenNotification>> FindOpenAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct) =>
        await context.Set<Notification>().AsNoTracking().Where(n => caseIds.Contains(n.CaseId) && n.ReadAt == null)
            .Join(context.Set<PortalUser>(), n => n.RecipientId, u => u.Id, (n, u) => new OpenNotification(
                n.Id, n.CaseId, n.Kind, new Actor(u.Id, u.UserName!, u.DisplayName, u.Role, u.BodyCode, u.BodyName, u.ScopeCode)))
            .ToListAsync(ct);

    public async Task AddAsync(IReadOnlyCollection<NewNotification> added, CancellationToken ct)
    {
        // In the order of the key, so that two transactions that meet wait for each other and do not lock each other out.
        var rows = added.OrderBy(a => a.RecipientId).ThenBy(a => a.CaseId).ThenBy(a => a.Kind).ToList();
        Guid[] ids = [.. rows.Select(a => Guid.CreateVersion7(a.At))];
        Guid[] recipients = [.. rows.Select(a => a.RecipientId)];
        Guid[] cases = [.. rows.Select(a => a.CaseId)];
        Guid[] steps = [.. rows.Select(a => a.StepId)];
        string[] kinds = [.. rows.Select(a => a.Kind.ToString())];
        DateTime[] moments = [.. rows.Select(a => a.At.UtcDateTime)];
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into notifications (id, recipient_id, case_id, step_id, kind, at, is_settled)
             select a.id, a.recipient_id, a.case_id, a.step_id, a.kind, a.at, false
             from unnest({ids}, {recipients}, {cases}, {steps}, {kinds}, {moments}) as a (id, recipient_id, case_id, step_id, kind, at)
             on conflict (recipient_id, case_id, kind) where read_at is null
             do update set step_id = excluded.step_id, at = excluded.at where notifications.at <= excluded.at
             """, ct);
        _changed.UnionWith(recipients);
    }

    public async Task SettleAsync(IReadOnlyCollection<OpenNotification> settled, DateTimeOffset at, CancellationToken ct)
    {
        Guid[] ids = [.. settled.Select(s => s.Id)];
        await context.Set<Notification>().Where(n => ids.Contains(n.Id) && n.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, at).SetProperty(n => n.IsSettled, true), ct);
        _changed.UnionWith(settled.Select(s => s.Recipient.UserId));
    }

    public async Task RemoveAsync(IReadOnlyCollection<OpenNotification> removed, CancellationToken ct)
    {
        Guid[] ids = [.. removed.Select(s => s.Id)];
        await context.Set<Notification>().Where(n => ids.Contains(n.Id)).ExecuteDeleteAsync(ct);
        _changed.UnionWith(removed.Select(s => s.Recipient.UserId));
    }

    /// <summary>Lets every process know whose number has changed, once the transaction has ended.</summary>
    public Task AnnounceAsync(CancellationToken ct) => UnreadChannel.AnnounceAsync(context, _changed, ct);
}
