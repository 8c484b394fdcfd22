using Governance.Application.Platform;
using Governance.Domain.Platform;
using Governance.Web.Navigation;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Components.Layout;

/// <summary>Menu, search and person for the page on show.</summary>
public sealed partial class WorkLayout(IActorProvider actors, NavigationManager navigation)
{
    private Actor? _actor;
    private IReadOnlyList<MenuEntry> _menu = [];
    private MenuEntry? _current;
    private bool _maySearch;
    private string _here = "/";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _here = "/" + navigation.ToBaseRelativePath(navigation.Uri);
        _actor = await actors.FindAsync();
        if (_actor is null)
            return;
        _menu = PortalMenu.For(_actor);
        _current = PortalMenu.Current(_menu, _here);
        _maySearch = PortalMenu.Leads(_actor, "/cases");
    }
}
