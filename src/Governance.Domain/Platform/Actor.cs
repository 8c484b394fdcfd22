using Governance.Domain.Organisation;

namespace Governance.Domain.Platform;

/// <summary>The person who acts, with everything that decides what they may do and where.</summary>
/// <param name="UserId">Key of the account.</param>
/// <param name="Account">Sign-in name (账号).</param>
/// <param name="DisplayName">Name shown to colleagues and kept in timelines.</param>
/// <param name="Role">The role, which decides the rights.</param>
/// <param name="BodyCode">The body the person works for: stable code of the city pack.</param>
/// <param name="BodyName">Its name.</param>
/// <param name="Scope">The division inside which the rights hold.</param>
public sealed record Actor(
    Guid UserId,
    string Account,
    string DisplayName,
    Role Role,
    string BodyCode,
    string BodyName,
    AreaCode Scope)
{
    /// <summary>True when the role holds the right, wherever.</summary>
    public bool May(Permission permission) => Role.Allows(permission);

    /// <summary>True when the role holds the right and the place lies inside the scope.</summary>
    public bool May(Permission permission, AreaCode place) => May(permission) && Scope.Contains(place);
}
