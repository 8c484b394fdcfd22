using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Notifications;
using Governance.Domain.Platform;

namespace Governance.Application.Notifications;

/// <summary>Something a person is to be told: of a case and its step, or that a restricted submission waits, which stands for both keys.</summary>
public sealed record NewNotification(Guid RecipientId, Guid CaseId, Guid StepId, NotificationKind Kind, DateTimeOffset At);

/// <summary>A notification nobody has read yet, with whom it is for.</summary>
public sealed record OpenNotification(Guid Id, Guid CaseId, NotificationKind Kind, Actor Recipient);

/// <summary>Notifications inside one transaction. Whoever's unread number changes hears of it when the transaction has ended.</summary>
public interface INotificationStore
{
    /// <summary>The unread notifications of the cases.</summary>
    Task<IReadOnlyList<OpenNotification>> FindOpenAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct);

    /// <summary>Adds notifications; an unread one of the same kind on the same case is replaced by the newer.</summary>
    Task AddAsync(IReadOnlyCollection<NewNotification> added, CancellationToken ct);

    /// <summary>Marks notifications as settled by somebody else.</summary>
    Task SettleAsync(IReadOnlyCollection<OpenNotification> settled, DateTimeOffset at, CancellationToken ct);

    /// <summary>Takes notifications away whose recipients may not know of the case any more.</summary>
    Task RemoveAsync(IReadOnlyCollection<OpenNotification> removed, CancellationToken ct);
}

/// <summary>One line of the page 通知.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">Why the person is told.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="IsRead">True when it was read or settled.</param>
/// <param name="IsSettled">True when a colleague acted before the person read it.</param>
/// <param name="Number">The case.</param>
/// <param name="Title">Its title now.</param>
/// <param name="State">Its state now.</param>
/// <param name="DueAt">Its deadline, UTC.</param>
/// <param name="ClosedAt">When it was closed, UTC.</param>
/// <param name="Step">The step that is told of.</param>
/// <param name="ActorName">Who took it.</param>
/// <param name="BodyName">For whom.</param>
/// <param name="Note">What was said with it.</param>
public sealed record NotificationRow(
    Guid Id, NotificationKind Kind, DateTimeOffset At, bool IsRead, bool IsSettled, CaseNumber Number, string Title, CaseState State,
    DateTimeOffset DueAt, DateTimeOffset? ClosedAt, CaseStepKind Step, string ActorName, string BodyName, string Note);

/// <summary>A person's own notifications.</summary>
public interface INotificationQueries
{
    /// <summary>A page, newest first; only what lies on cases the person may still know of.</summary>
    Task<Page<NotificationRow>> ListAsync(Guid recipient, CaseVisibility visibility, bool unreadOnly, PageRequest page, CancellationToken ct);

    /// <summary>How many are unread, counted up to <see cref="UnreadCount.CountedUpTo"/>, for several people at once; who has none is left out.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountUnreadAsync(IReadOnlyCollection<Guid> recipients, CancellationToken ct);

    /// <summary>Marks one as read, with every other on the same case, and gives the case; null when there is none the person may know of.</summary>
    Task<CaseNumber?> OpenAsync(Guid recipient, CaseVisibility visibility, Guid id, DateTimeOffset at, CancellationToken ct);

    /// <summary>Marks one as read, or all.</summary>
    /// <returns>How many were unread.</returns>
    Task<int> ReadAsync(Guid recipient, Guid? id, DateTimeOffset at, CancellationToken ct);

    /// <summary>True when an unread one tells of a restricted submission that the person may still know of.</summary>
    Task<bool> TellsOfSubmissionsAsync(Guid recipient, CancellationToken ct);

    /// <summary>Marks those that tell of restricted submissions as read.</summary>
    /// <returns>How many were unread.</returns>
    Task<int> ReadOfSubmissionsAsync(Guid recipient, DateTimeOffset at, CancellationToken ct);

    /// <summary>Removes what was read before <paramref name="readBefore"/>, and everything from before <paramref name="before"/>.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> ClearAsync(DateTimeOffset readBefore, DateTimeOffset before, CancellationToken ct);
}

/// <summary>How many notifications a person has not read.</summary>
public static class UnreadCount
{
    /// <summary>Counting stops here.</summary>
    public const int CountedUpTo = 100;

    /// <summary>E.g. <c>7</c> or <c>99+</c>.</summary>
    public static string Text(int count) => count >= CountedUpTo ? $"{CountedUpTo - 1}+" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Tells open pages how many notifications their person has not read, now and whenever it changes.</summary>
public interface IUnreadFeed
{
    /// <summary>The number as this process knows it, or null when no page of the person listens here.</summary>
    int? Known(Guid recipient);

    /// <summary>Listens for one page until it is disposed; the present number comes first, of several at once only the last.</summary>
    IUnreadSubscription Subscribe(Guid recipient);
}

/// <summary>One page that listens.</summary>
public interface IUnreadSubscription : IDisposable
{
    /// <summary>Waits for a number.</summary>
    ValueTask<int> NextAsync(CancellationToken ct);
}
