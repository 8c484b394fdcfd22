using System.Collections.Concurrent;
using Governance.Application.Platform;
using Governance.Application.Restricted;
using Governance.Application.Submissions;
using Governance.Domain.Platform;

namespace Governance.Web.Features.Submissions;

/// <summary>
/// How many submissions wait, for the menu on every page. Counted once for all of an area's staff and kept for some seconds, so that a
/// click through ten pages costs one statement.
/// </summary>
public sealed class WaitingCount(SubmissionReadService submissions, RestrictedReadService restricted, TimeProvider time)
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset At)> _kept = new();

    /// <summary>The number, or null where there is nothing to show.</summary>
    public Task<int?> OfAsync(Actor actor, CancellationToken ct = default) =>
        OfAsync(actor, actor.Scope.Value, () => submissions.CountWaitingAsync(actor, ct));

    /// <summary>The number of restricted ones of the person's own circles, or null where there is nothing to show.</summary>
    public Task<int?> RestrictedOfAsync(Actor actor, CancellationToken ct = default) =>
        OfAsync(actor, actor.UserId.ToString("N"), () => restricted.CountWaitingAsync(actor, ct));

    private async Task<int?> OfAsync(Actor actor, string key, Func<Task<int>> ask)
    {
        if (!actor.May(Permission.TriageSubmission))
            return null;
        var now = time.GetUtcNow();
        if (_kept.TryGetValue(key, out var kept) && now - kept.At < MaximumAge)
            return kept.Count == 0 ? null : kept.Count;
        try
        {
            var count = await ask();
            if (_kept.Count > MostKept)
                _kept.Clear();
            _kept[key] = (count, now);
            return count == 0 ? null : count;
        }
        catch (StorageUnavailableException)
        {
            // The page itself says that the database is away; a menu without a number does no harm.
            return null;
        }
    }

    /// <summary>As it is written: a number, or 'more than'.</summary>
    public static string Text(int count) => count > SubmissionReadService.CountBound ? $"{SubmissionReadService.CountBound}+" : $"{count}";

    private const int MostKept = 10_000;
}
