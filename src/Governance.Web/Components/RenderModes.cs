using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Governance.Web.Components;

/// <summary>How pages come alive.</summary>
public static class RenderModes
{
    /// <summary>
    /// Work pages: drawn by the server at once, then kept live over a circuit. Only the page itself lives in the circuit, never the
    /// layout, so menus cost no memory.
    /// </summary>
    public static readonly IComponentRenderMode Work = new InteractiveServerRenderMode(prerender: true);
}
