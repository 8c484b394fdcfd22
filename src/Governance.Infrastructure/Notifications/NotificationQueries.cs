using Governance.Application.Cases;
using Governance.Application.Notifications;
using Governance.Domain.Cases;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Notifications;

/// <summary>A person's own notifications; each call opens a short context of its own.</summary>
public sealed class NotificationQueries(IDbContextFactory<GovernanceDbContext> contexts) : INotificationQueries
{
    private const int ClearedAtOnce = 5000;

    /// <inheritdoc />
    public Task<NotificationPage> ListAsync(Guid recipient, CaseVisibility visibility, bool unreadOnly, CasePageRequest page, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var own = context.Set<Notification>().AsNoTracking().Where(n => n.RecipientId == recipient);
            if (unreadOnly)
                own = own.Where(n => n.ReadAt == null);
            if (page.Cursor is { } cursor && (cursor with { Moment = cursor.Moment.ToUniversalTime() }) is var at)
                own = page.Backwards
                    ? own.Where(n => EF.Functions.GreaterThan(ValueTuple.Create(n.At, n.Id), ValueTuple.Create(at.Moment, at.Id)))
                    : own.Where(n => EF.Functions.LessThan(ValueTuple.Create(n.At, n.Id), ValueTuple.Create(at.Moment, at.Id)));
            var visible = context.Set<Case>().AsNoTracking().VisibleTo(visibility);
            var rows = own
                .Join(visible, n => n.CaseId, c => c.Id, (n, c) => new { n, c })
                .Join(context.Set<CaseStep>().AsNoTracking(), both => both.n.StepId, s => s.Id, (both, s) => new { both.n, both.c, s });
            var ordered = page.Backwards ? rows.OrderBy(r => r.n.At).ThenBy(r => r.n.Id) : rows.OrderByDescending(r => r.n.At).ThenByDescending(r => r.n.Id);
            var read = await ordered.Take(page.Size + 1).Select(r => new NotificationRow(
                r.n.Id, r.n.Kind, r.n.At, r.n.ReadAt != null, r.n.IsSettled, r.c.Number, r.c.Title, r.c.State, r.c.DueAt, r.c.ClosedAt,
                r.s.Kind, r.s.ActorName, r.s.BodyName, r.s.Note)).ToListAsync(ct);
            return Cut(read, page);
        });

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<Guid, int>> CountUnreadAsync(IReadOnlyCollection<Guid> recipients, CancellationToken ct) =>
        StorageFaults.GuardAsync<IReadOnlyDictionary<Guid, int>>(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            Guid[] ids = [.. recipients];
            var counts = await context.Database.SqlQuery<Counted>(
                $"""
                 select r.id as "Id", (select count(*) from (
                   select from notifications n where n.recipient_id = r.id and n.read_at is null limit {UnreadCount.CountedUpTo}) as counted)::int as "Unread"
                 from unnest({ids}) as r (id)
                 """).ToListAsync(ct);
            return counts.Where(c => c.Unread > 0).ToDictionary(c => c.Id, c => c.Unread);
        });

    /// <inheritdoc />
    public Task<CaseNumber?> OpenAsync(Guid recipient, CaseVisibility visibility, Guid id, DateTimeOffset at, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var found = await context.Set<Notification>().Where(n => n.Id == id && n.RecipientId == recipient)
                .Join(context.Set<Case>().VisibleTo(visibility), n => n.CaseId, c => c.Id, (n, c) => new { c.Id, c.Number }).SingleOrDefaultAsync(ct);
            if (found is null)
                return null;
            await ReadAsync(context, recipient, n => n.CaseId == found.Id, at, ct);
            return found.Number;
        });

    /// <inheritdoc />
    public Task<int> ReadAsync(Guid recipient, Guid? id, DateTimeOffset at, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await ReadAsync(context, recipient, n => id == null || n.Id == id, at, ct);
        });

    /// <inheritdoc />
    public async Task<int> ClearAsync(DateTimeOffset readBefore, DateTimeOffset before, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var removed = 0;
        // In pieces, so that nobody waits for a long transaction.
        while (true)
        {
            var now = await context.Set<Notification>()
                .Where(n => context.Set<Notification>().Where(o => o.At < readBefore && (o.ReadAt < readBefore || o.At < before))
                    .OrderBy(o => o.At).Take(ClearedAtOnce).Select(o => o.Id).Contains(n.Id))
                .ExecuteDeleteAsync(ct);
            removed += now;
            if (now < ClearedAtOnce)
                return removed;
        }
    }

    private static async Task<int> ReadAsync(
        GovernanceDbContext context, Guid recipient, System.Linq.Expressions.Expression<Func<Notification, bool>> which, DateTimeOffset at, CancellationToken ct)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(ct);
        var read = await context.Set<Notification>().Where(n => n.RecipientId == recipient && n.ReadAt == null).Where(which)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, at), ct);
        if (read > 0)
            await UnreadChannel.AnnounceAsync(context, [recipient], ct);
        await transaction.CommitAsync(ct);
        return read;
    }

    private static NotificationPage Cut(List<NotificationRow> read, CasePageRequest page)
    {
        var more = read.Count > page.Size;
        var rows = read.Take(page.Size).ToList();
        if (page.Backwards)
            rows.Reverse();
        if (rows.Count == 0)
            return new NotificationPage([], null, null);
        static CaseCursor At(NotificationRow row) => new(row.At, row.Id);
        return new NotificationPage(
            rows,
            (page.Backwards ? more : page.Cursor is not null) ? At(rows[0]) : null,
            page.Backwards || more ? At(rows[^1]) : null);
    }

    private sealed record Counted(Guid Id, int Unread);
}
