using Governance.Application.Notifications;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Notifications;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Notifications;

/// <summary>通知: what the person is told, unread first. A static page: an open list costs no circuit, the bell above it is live.</summary>
public sealed partial class NotificationList(NotificationService notifications, CaseLabels labels, IActorProvider actors, NavigationManager navigation)
{
    private const int WordsShown = 80;

    private bool _all;
    private bool _mayReadAll;
    private bool _tellsOfSubmissions;
    private string? _refusal;
    private Page<NotificationRow>? _page;
    private TablePager? _pager;

    private CaseLabels Labels => labels;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var actor = await actors.GetAsync();
        var query = new Uri(navigation.Uri).Query;
        _all = NotificationQuery.ShowsAll(query);
        var found = await notifications.ListAsync(actor, !_all, PageAddress.Read(query));
        if (!found.IsOk)
        {
            _refusal = found.Error.Message;
            return;
        }
        _page = found.Value;
        _tellsOfSubmissions = await notifications.TellsOfSubmissionsAsync(actor);
        _mayReadAll = _tellsOfSubmissions || _page.Rows.Any(row => !row.IsRead);
        _pager = _page.Pager(navigation);
    }

    private static TagTone Tone(NotificationKind kind) => kind switch
    {
        NotificationKind.Urge or NotificationKind.Supervision => TagTone.Late,
        NotificationKind.Instruction or NotificationKind.TimeAsked => TagTone.Warn,
        NotificationKind.Mention => TagTone.Good,
        _ => TagTone.Active,
    };

    private static string What(NotificationRow row) =>
        row.IsSettled ? $"{row.Step.DisplayName()}，已由同事办理" : row.Step.DisplayName();

    private static string From(NotificationRow row) => row.BodyName == row.ActorName ? row.ActorName : $"{row.BodyName} {row.ActorName}";

    /// <summary>Words are shown where they are what the person is told for.</summary>
    private static string? Words(NotificationRow row) =>
        row.Kind == NotificationKind.Turn || row.Note.Length == 0 ? null : PlainText.Cut(PlainText.CleanLine(row.Note), WordsShown);
}
