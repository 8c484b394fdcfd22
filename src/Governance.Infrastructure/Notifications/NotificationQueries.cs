using Governance.Application.Cases;
using Governance.Application.Notifications;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Cases;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Notifications;

/// <summary>A person's own notifications; each call opens a short context of its own.</summary>
public sealed class NotificationQueries(IDbContextFactory<GovernanceDbContext> contexts) : INotificationQueries
{
    private const int ClearedAtOnce = 5000;

    private static readonly Keyset<Told> NewestFirst = Keyset.Falling<Told>(x => x.News.At, x => x.News.Id);

    /// <inheritdoc />
    public Task<Page<NotificationRow>> ListAsync(Guid recipient, CaseVisibility visibility, bool unreadOnly, PageRequest page, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var own = context.Set<Notification>().AsNoTracking().Where(n => n.RecipientId == recipient);
            if (unreadOnly)
                own = own.Where(n => n.ReadAt == null);
            var told = own
                .Join(context.Set<Case>().AsNoTracking().VisibleTo(visibility), n => n.CaseId, c => c.Id, (n, c) => new { n, c })
                .Join(context.Set<CaseStep>().AsNoTracking(), x => x.n.StepId, s => s.Id, (x, s) => new Told { News = x.n, Case = x.c, Step = s });
            return await NewestFirst.ReadAsync(told, page, cut => cut.Select(x => new NotificationRow(
                x.News.Id, x.News.Kind, x.News.At, x.News.ReadAt != null, x.News.IsSettled, x.Case.Number, x.Case.Title, x.Case.State, x.Case.DueAt,
                x.Case.ClosedAt, x.Step.Kind, x.Step.ActorName, x.Step.BodyName, x.Step.Note)), row => PageCursor.Of(row.At, row.Id), counts: false, ct);
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
    public Task<bool> TellsOfSubmissionsAsync(Guid recipient, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await context.Set<Notification>().Where(n => n.RecipientId == recipient && n.ReadAt == null)
                .AnyAsync(n => context.Set<Submission>().Any(s => s.Id == n.CaseId && s.Circle.Any(r => r.UserId == recipient)), ct);
        });

    /// <inheritdoc />
    public Task<int> ReadOfSubmissionsAsync(Guid recipient, DateTimeOffset at, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            return await ReadAsync(context, recipient, n => context.Set<Submission>().Any(s => s.Id == n.CaseId), at, ct);
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

    private sealed record Counted(Guid Id, int Unread);

    /// <summary>A notification with its case and step while a list is made.</summary>
    private sealed class Told
    {
        public Notification News { get; init; } = null!;

        public Case Case { get; init; } = null!;

        public CaseStep Step { get; init; } = null!;
    }
}
