using Microsoft.AspNetCore.Components;

namespace Governance.Web.Components.Shared;

/// <summary>
/// A list of a register with its filter in the address: words (<c>q</c>) and place (<c>area</c>); the page is read by <see cref="PageAddress"/>.
/// What is special to a list it reads itself.
/// </summary>
public abstract class ListPage : ComponentBase
{
    /// <summary>The words looked for.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    protected string? Text { get; set; }

    /// <summary>Code of the place.</summary>
    [SupplyParameterFromQuery(Name = "area")]
    protected string? Area { get; set; }

    /// <summary>Where the page stands.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;
}
