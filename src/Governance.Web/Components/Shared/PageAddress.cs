using Governance.Application.Platform;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Web.Components.Shared;

/// <summary>The page of a list in an address: <c>after</c> or <c>before</c> a row.</summary>
public static class PageAddress
{
    /// <summary>Name of the parameter that holds the row before the page.</summary>
    public const string After = "after";

    /// <summary>Name of the parameter that holds the row behind the page.</summary>
    public const string Before = "before";

    /// <summary>Reads which page is wanted; what cannot be read asks for the first.</summary>
    /// <param name="query">Query of the address.</param>
    public static PageRequest Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return PageCursor.Parse(values.GetValueOrDefault(After)) is { } after
            ? new PageRequest(after)
            : PageCursor.Parse(values.GetValueOrDefault(Before)) is { } before ? new PageRequest(before, Backwards: true) : new PageRequest();
    }

    /// <summary>Which page the present address wants.</summary>
    public static PageRequest Page(this NavigationManager navigation) => Read(new Uri(navigation.Uri).Query);

    /// <summary>The way to the pages beside this one: the present address with another row.</summary>
    /// <param name="page">This page.</param>
    /// <param name="navigation">Where the list is.</param>
    /// <param name="unit">What is counted, e.g. <c>件</c>; null for a list that is not counted.</param>
    public static TablePager Pager<TRow>(this Page<TRow> page, NavigationManager navigation, string? unit = null) =>
        page.Pager((side, cursor) => navigation.With((side, cursor.ToString())), unit);

    /// <summary>The way to the pages beside this one.</summary>
    /// <param name="page">This page.</param>
    /// <param name="href">Address of the page after or before a row.</param>
    /// <param name="unit">What is counted, e.g. <c>件</c>; null for a list that is not counted.</param>
    public static TablePager Pager<TRow>(this Page<TRow> page, Func<string, PageCursor, string> href, string? unit = null) => new(
        page.Previous is { } previous ? href(Before, previous) : null,
        page.Next is { } next ? href(After, next) : null,
        unit is null ? null : page.TotalText(unit));
}
