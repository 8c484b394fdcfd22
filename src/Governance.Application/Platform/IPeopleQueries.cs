using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>Finds people by what they work for.</summary>
public interface IPeopleQueries
{
    /// <summary>People of the bodies, and people by their key; accounts an administrator locked are left out.</summary>
    Task<IReadOnlyList<Actor>> FindAsync(IReadOnlyCollection<string> bodyCodes, IReadOnlyCollection<Guid> ids, CancellationToken ct);
}
