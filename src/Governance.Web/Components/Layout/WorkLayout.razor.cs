using Governance.Application.Notifications;
using Governance.Application.Platform;
using Governance.Domain.Platform;
using Governance.Web.Features.Notifications;
using Governance.Web.Features.Submissions;
using Governance.Web.Navigation;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Components.Layout;

/// <summary>Menu, search and person for the page on show.</summary>
public sealed partial class WorkLayout(IActorProvider actors, IUnreadFeed feed, WaitingCount waiting, NavigationManager navigation)
{
    private Actor? _actor;
    private IReadOnlyList<MenuEntry> _menu = [];
    private MenuEntry? _current;
    private bool _maySearch;
    private bool _mayBeTold;
    private int _unread;
    private int? _waiting;
    private int? _restricted;

    private int? CountBeside(MenuEntry entry) => entry.Path switch
    {
        SubmissionListQuery.Path => _waiting,
        "/restricted" => _restricted,
        _ => null,
    };
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
        _waiting = await waiting.OfAsync(_actor);
        _restricted = await waiting.RestrictedOfAsync(_actor);
        _maySearch = PortalMenu.Leads(_actor, "/cases");
        _mayBeTold = PortalMenu.Leads(_actor, NotificationQuery.Path);
        // What another open page of the person has been told; who opens the first page is told a moment later (bell.js). No page asks.
        _unread = feed.Known(_actor.UserId) ?? 0;
    }
}
