using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Microsoft.AspNetCore.Identity;

namespace Governance.Infrastructure.Platform;

/// <summary>An account of the portal: Identity's user with role, body and area scope.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>Longest display name.</summary>
    public const int DisplayNameLength = 40;

    /// <summary>Name shown to colleagues.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The one role of the person.</summary>
    public Role Role { get; set; }

    /// <summary>Stable code of the body the person works for.</summary>
    public string BodyCode { get; set; } = "";

    /// <summary>Name of that body, kept here so that an actor is one row.</summary>
    public string BodyName { get; set; } = "";

    /// <summary>Division inside which the rights hold.</summary>
    public AreaCode ScopeCode { get; set; }

    /// <summary>True while the initial password stands: the person must choose an own one before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>When the account was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Lock-out end of an account that an administrator locked; the lock after wrong passwords ends within minutes.</summary>
    public static DateTimeOffset SuspendedUntil { get; } = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>True when the lock-out end means 'locked by an administrator'.</summary>
    public static bool MeansSuspended(DateTimeOffset? lockoutEnd) => lockoutEnd >= SuspendedUntil;
}
