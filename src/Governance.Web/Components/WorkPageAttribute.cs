using Governance.Domain.Platform;

namespace Governance.Web.Components;

/// <summary>
/// Marks a page of the signed-in part and names who may open it. The page is drawn inside <see cref="WorkFrame"/>: rights,
/// faults and toasts are the frame's business, not the page's.
/// </summary>
/// <param name="anyOf">The page opens for whoever holds one of these rights; with none named, for everybody signed in.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WorkPageAttribute(params Permission[] anyOf) : Attribute
{
    /// <summary>Rights of which one is enough.</summary>
    public IReadOnlyList<Permission> AnyOf { get; } = anyOf;

    /// <summary>False for a page that only shows: it needs no circuit.</summary>
    public bool Interactive { get; init; } = true;

    /// <summary>
    /// True for a page that citizens may read as well: without a sign-in it appears in the public layout, without menu and script.
    /// Such a page is also marked <c>[AllowAnonymous]</c> and not interactive.
    /// </summary>
    public bool Public { get; init; }

    /// <summary>True when the page is shown to somebody who is not signed in.</summary>
    public bool ShownPublicly(HttpContext http) => Public && http.User.Identity?.IsAuthenticated != true;

    /// <summary>True when the person may open the page.</summary>
    public bool Admits(Actor actor) => AnyOf.Count == 0 || AnyOf.Any(actor.May);
}
