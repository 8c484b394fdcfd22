using System.Collections.Concurrent;
using Governance.Application.SavedFilters;
using Governance.Domain.Platform;

namespace Governance.Web.Features.SavedFilters;

/// <summary>
/// Keeps a person's filters for a minute, so that a list costs no further statement (B01). What the person changes here is seen at once,
/// what a colleague shares within the minute.
/// </summary>
public sealed class SavedFilterCache(SavedFilterService filters, TimeProvider time)
{
    private const int MostPeople = 5000;

    private static readonly TimeSpan MaximumAge = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Guid Person, string Body), (IReadOnlyList<SavedFilterRow> Rows, DateTimeOffset ReadAt)> _kept = new();

    /// <summary>The own filters and those the body shares.</summary>
    public async Task<IReadOnlyList<SavedFilterRow>> ListAsync(Actor actor, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        if (_kept.TryGetValue((actor.UserId, actor.BodyCode), out var known) && now - known.ReadAt < MaximumAge)
            return known.Rows;
        var rows = await filters.ListAsync(actor, ct);
        if (_kept.Count >= MostPeople)
            _kept.Clear();
        _kept[(actor.UserId, actor.BodyCode)] = (rows, now);
        return rows;
    }

    /// <summary>Drops what is kept of a person.</summary>
    public void Forget(Actor actor) => _kept.TryRemove((actor.UserId, actor.BodyCode), out _);
}
