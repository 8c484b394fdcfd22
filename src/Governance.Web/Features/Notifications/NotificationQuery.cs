using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Web.Features.Notifications;

/// <summary>The address of the list of notifications. What cannot be read is left out.</summary>
public static class NotificationQuery
{
    /// <summary>Path of the page; it shows what is unread.</summary>
    public const string Path = "/notifications";

    /// <summary>Address of the list with what was read as well.</summary>
    public const string AllHref = Path + "?show=all";

    /// <summary>Where forms go that mark notifications as read.</summary>
    public const string ReadPath = Path + "/read";

    /// <summary>Marks what tells of restricted submissions as read and leads to the page of the circle.</summary>
    public const string SubmissionsPath = Path + "/restricted";

    /// <summary>What open pages listen to.</summary>
    public const string StreamPath = Path + "/stream";

    /// <summary>The number once, for browsers that cannot listen.</summary>
    public const string UnreadPath = Path + "/unread";

    /// <summary>True when what was read is shown as well.</summary>
    public static bool ShowsAll(string query) => QueryHelpers.ParseQuery(query).GetValueOrDefault("show") == "all";

    /// <summary>Address that marks a notification as read and opens its case.</summary>
    public static string OpenHref(Guid id) => $"{Path}/{id}";
}
