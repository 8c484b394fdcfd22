using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>
/// Who acts now. Rights are read afresh at most a few seconds old, so that a withdrawn right stops working on a page that is
/// already open.
/// </summary>
public interface IActorProvider
{
    /// <summary>The signed-in person, or null when nobody is signed in or the account was locked, changed or removed.</summary>
    Task<Actor?> FindAsync(CancellationToken ct = default);
}
