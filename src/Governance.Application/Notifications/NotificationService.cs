using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Notifications;
using Governance.Domain.Platform;

namespace Governance.Application.Notifications;

/// <summary>
/// What a person does with the own notifications. Reading them is no business with the case: it leaves no audit entry, looking at the
/// case itself is the case page's matter.
/// </summary>
public sealed class NotificationService(INotificationQueries queries, TimeProvider time)
{
    /// <summary>Days a notification is kept after it was read.</summary>
    public const int DaysKeptRead = 90;

    /// <summary>Days one is kept that nobody reads.</summary>
    public const int DaysKept = 365;

    /// <summary>A page of notifications.</summary>
    public async Task<Result<Page<NotificationRow>>> ListAsync(Actor actor, bool unreadOnly, PageRequest page, CancellationToken ct = default)
    {
        var visibility = CaseVisibility.Of(actor);
        return visibility.Nothing ? new PlatformErrors.NotPermitted() : await queries.ListAsync(actor.UserId, visibility, unreadOnly, page, ct);
    }

    /// <summary>Marks a notification as read, with the others on the same case, and gives the case to open.</summary>
    public async Task<Result<CaseNumber>> OpenAsync(Actor actor, Guid id, CancellationToken ct = default)
    {
        var visibility = CaseVisibility.Of(actor);
        return !visibility.Nothing && await queries.OpenAsync(actor.UserId, visibility, id, time.GetUtcNow(), ct) is { } number
            ? number
            : new NotificationErrors.NotFound();
    }

    /// <summary>Marks one as read, or all when none is named; somebody else's is left alone.</summary>
    public Task<int> ReadAsync(Actor actor, Guid? id, CancellationToken ct = default) => queries.ReadAsync(actor.UserId, id, time.GetUtcNow(), ct);

    /// <summary>True when a restricted submission waits to be looked at (限定知悉); which and of what is said on the page of the circle only.</summary>
    public async Task<bool> TellsOfSubmissionsAsync(Actor actor, CancellationToken ct = default) =>
        !CaseVisibility.Of(actor).Nothing && await queries.TellsOfSubmissionsAsync(actor.UserId, ct);

    /// <summary>Marks what tells of restricted submissions as read: the person goes to look at them.</summary>
    public Task<int> OpenSubmissionsAsync(Actor actor, CancellationToken ct = default) => queries.ReadOfSubmissionsAsync(actor.UserId, time.GetUtcNow(), ct);

    /// <summary>Removes what is older than it is kept.</summary>
    public Task<int> ClearAsync(CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        return queries.ClearAsync(now.AddDays(-DaysKeptRead), now.AddDays(-DaysKept), ct);
    }
}
