using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Notifications;

/// <summary>
/// How processes tell each other whose unread number has changed: the keys of the people over a channel of the database. The number
/// itself is read by who needs it, so a lost or doubled message does no harm.
/// </summary>
internal static class UnreadChannel
{
    /// <summary>Name of the channel.</summary>
    public const string Name = "governance_unread";

    // A message may have 8,000 bytes.
    private const int PeopleAtOnce = 200;

    /// <summary>Sends the keys when the transaction commits.</summary>
    public static async Task AnnounceAsync(GovernanceDbContext context, IEnumerable<Guid> people, CancellationToken ct)
    {
        foreach (var some in people.Chunk(PeopleAtOnce))
        {
            var payload = string.Join(',', some.Select(id => id.ToString("N")));
            await context.Database.ExecuteSqlAsync($"select pg_notify({Name}, {payload})", ct);
        }
    }

    /// <summary>Reads a message; what is no key is left out.</summary>
    public static IReadOnlyList<Guid> Read(string payload) =>
        [.. payload.Split(',').Select(text => Guid.TryParseExact(text, "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
}
